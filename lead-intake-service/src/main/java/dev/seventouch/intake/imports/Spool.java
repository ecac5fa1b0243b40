package dev.seventouch.intake.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where lists are while they are read, and their rejects until they are old: a directory of this process alone. */
public final class Spool {
    private static final Logger log = LoggerFactory.getLogger(Spool.class);

    private static final String ARRIVING = "arriving";
    private static final String LIST = ".csv";
    private static final String REJECTS = ".rejects.csv";

    private final Path directory;
    private final long mostBytes;

    /**
     * @param directory made if it isn't there
     * @param mostBytes of one list
     */
    public Spool(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /** The list is larger than is taken. */
    public static final class TooLarge extends RuntimeException {
        private final long most;

        TooLarge(long most) {
            super("the list is too large", null, false, false);
            this.most = most;
        }

        /** Bytes that are taken. */
        public long most() {
            return most;
        }
    }

    Path listOf(String id) {
        return directory.resolve(id + LIST);
    }

    Path rejectsOf(String id) {
        return directory.resolve(id + REJECTS);
    }

    /**
     * Takes a list onto the disk, and tells {@code digest} its bytes.
     *
     * @see #take(InputStream)
     */
    Path take(InputStream list, MessageDigest digest) throws IOException {
        return take(new DigestInputStream(list, digest));
    }

    /**
     * Takes a list onto the disk.
     *
     * @return a file that the caller has to move or delete
     * @throws TooLarge if it is too large; nothing is left then
     */
    Path take(InputStream list) throws IOException {
        Files.createDirectories(directory);
        Path file = Files.createTempFile(directory, ARRIVING, ".part");
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long left = mostBytes;
            for (int read = list.read(buffer); read >= 0; read = list.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new TooLarge(mostBytes);
                }
                out.write(buffer, 0, read);
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return file;
    }

    /** Deletes what a crash left of lists that were arriving. To be called before any arrives. */
    void clear() {
        deleteIf(file -> file.getFileName().toString().startsWith(ARRIVING));
    }

    /** Deletes the rejects that were written last before {@code instant}, on the wall. */
    void expire(Instant instant) {
        deleteIf(file -> file.toString().endsWith(REJECTS)
                && Files.getLastModifiedTime(file).toInstant().isBefore(instant));
    }

    private interface Choice {
        boolean isToGo(Path file) throws IOException;
    }

    private void deleteIf(Choice choice) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (choice.isToGo(file)) {
                    Files.deleteIfExists(file);
                    log.info("deleted {}", file.getFileName());
                }
            }
        } catch (IOException e) {
            log.warn("old files in {} can't be deleted", directory, e);
        }
    }
}
