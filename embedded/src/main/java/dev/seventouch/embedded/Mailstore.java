package dev.seventouch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages on disk: each an {@code .eml} file, and a line in {@code index.jsonl} once it is wholly there. The line is what
 * counts; a file without one was never acknowledged. In memory are the lines alone.
 */
final class Mailstore implements AutoCloseable {
    private static final String INDEX = "index.jsonl";

    private final Path directory;
    private final int limit;
    private final JsonMapper json = new JsonMapper();
    private final LinkedHashMap<String, Envelope> envelopes = new LinkedHashMap<>();
    private final AtomicLong lastId;
    private FileChannel index;
    private int dropped;

    private Mailstore(Path directory, int limit, List<Envelope> known) throws IOException {
        this.directory = directory;
        this.limit = limit;
        known.forEach(envelope -> envelopes.put(envelope.id(), envelope));
        this.lastId = new AtomicLong(
                known.isEmpty() ? 0 : Long.parseLong(known.getLast().id()));
        this.index = rewritten();
    }

    /** @param limit of messages; beyond it the oldest goes, from memory and from disk */
    static Mailstore open(Path directory, int limit) {
        Path home = Directories.writable(directory);
        try {
            List<Envelope> known = read(home.resolve(INDEX));
            Mailstore store =
                    new Mailstore(home, limit, known.subList(Math.max(0, known.size() - limit), known.size()));
            store.dropStrays();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String nextId() {
        return "%010d".formatted(lastId.incrementAndGet());
    }

    /** Returns when the message would survive a power cut. */
    void keep(Envelope envelope, byte[] raw) throws IOException {
        try (FileChannel file =
                FileChannel.open(fileOf(envelope.id()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            write(file, ByteBuffer.wrap(raw));
            file.force(true);
        }
        append(envelope);
    }

    private synchronized void append(Envelope envelope) throws IOException {
        write(index, ByteBuffer.wrap(line(envelope)));
        index.force(false);
        envelopes.put(envelope.id(), envelope);
        if (envelopes.size() > limit) {
            String oldest = envelopes.firstEntry().getKey();
            envelopes.remove(oldest);
            Files.deleteIfExists(fileOf(oldest));
            if (++dropped >= limit) {
                replaceIndex();
            }
        }
    }

    /** Newest first. */
    synchronized List<Envelope> newestFirst() {
        return new ArrayList<>(envelopes.sequencedValues().reversed());
    }

    synchronized Optional<Envelope> find(String id) {
        return Optional.ofNullable(envelopes.get(id));
    }

    byte[] raw(String id) {
        try {
            return Files.readAllBytes(fileOf(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void delete(Collection<String> ids) throws IOException {
        envelopes.keySet().removeAll(ids);
        replaceIndex();
        dropStrays();
    }

    synchronized void deleteAll() throws IOException {
        delete(List.copyOf(envelopes.keySet()));
    }

    @Override
    public synchronized void close() throws IOException {
        index.close();
    }

    private void replaceIndex() throws IOException {
        index.close();
        index = rewritten();
        dropped = 0;
    }

    /** The index without what was deleted and without a torn last line. */
    private FileChannel rewritten() throws IOException {
        Path fresh = directory.resolve(INDEX + ".new");
        try (FileChannel file = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (Envelope envelope : envelopes.values()) {
                lines.write(line(envelope));
            }
            write(file, ByteBuffer.wrap(lines.toByteArray()));
            file.force(true);
        }
        Path current = directory.resolve(INDEX);
        Files.move(fresh, current, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return FileChannel.open(current, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private void dropStrays() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.eml")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!envelopes.containsKey(name.substring(0, name.length() - ".eml".length()))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static List<Envelope> read(Path index) throws IOException {
        List<Envelope> known = new ArrayList<>();
        if (Files.exists(index)) {
            JsonMapper json = new JsonMapper();
            for (String line : Files.readAllLines(index)) {
                try {
                    known.add(json.readValue(line, Envelope.class));
                } catch (JacksonException e) {
                    break; // the process was killed while writing this line; its message was not acknowledged
                }
            }
        }
        return known;
    }

    private byte[] line(Envelope envelope) {
        return (json.writeValueAsString(envelope) + "\n").getBytes(UTF_8);
    }

    private Path fileOf(String id) {
        return directory.resolve(id + ".eml");
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
