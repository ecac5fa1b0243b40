package dev.seventouch.intake.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.service.web.BadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes lists in: onto the disk first, so that a restart goes on with them; read later. */
public final class Reception {
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int MOST_COLUMNS = 200;

    private final Path directory;
    private final long mostBytes;
    private final Imports imports;
    private final Importer importer;
    private final InstantSource clock;
    private final String instance;

    /**
     * @param directory of this process alone; made if it isn't there
     * @param mostBytes of one list
     */
    public Reception(
            Path directory, long mostBytes, Imports imports, Importer importer, InstantSource clock, String instance) {
        this.directory = directory;
        this.mostBytes = mostBytes;
        this.imports = imports;
        this.importer = importer;
        this.clock = clock;
        this.instance = instance;
    }

    /**
     * How a list is to be read.
     *
     * @param map each {@code COLUMN=FIELD}
     * @param delimiter null to find out
     * @param encoding null to find out
     */
    public record Wish(
            String source,
            List<String> map,
            @Nullable String delimiter,
            @Nullable String encoding,
            @Nullable String consent,
            boolean dryRun) {}

    /** The list is larger than is taken. */
    public static final class TooLarge extends RuntimeException {
        TooLarge() {
            super("the list is too large", null, false, false);
        }
    }

    public long mostBytes() {
        return mostBytes;
    }

    /**
     * Takes a list in. The same list with the same wish is the same import, however often it is sent.
     *
     * @throws BadRequest if it can't be told who is on it
     * @throws TooLarge if it is too large
     * @throws ImportsUnreachable if it is not certain that it was kept
     */
    public Import take(InputStream list, Wish wish) throws IOException {
        Charset encoding = wish.encoding() == null ? null : charset(wish.encoding());
        Character delimiter = wish.delimiter() == null ? null : delimiter(wish.delimiter());
        if (!SOURCE.matcher(wish.source()).matches()) {
            throw new BadRequest("source", "is not a name for a source; use a-z, 0-9 and \"-\", at most 64");
        }
        Files.createDirectories(directory);
        Path arriving = Files.createTempFile(directory, "arriving", ".part");
        try {
            String id = spooled(list, wish, arriving);
            Charset read = encoding == null ? Dialect.encodingOf(arriving) : encoding;
            char parted = delimiter == null ? Dialect.delimiterOf(arriving, read) : delimiter;
            List<String> columns = columns(arriving, parted, read);
            Import ordered = new Import(
                    id,
                    new Import.Order(
                            wish.source(),
                            String.valueOf(parted),
                            read.name(),
                            columns,
                            Columns.mapping(columns, wish.map()),
                            wish.consent(),
                            wish.dryRun()),
                    Import.Progress.received(clock.instant().truncatedTo(ChronoUnit.MILLIS)));
            Path place = importer.listOf(id);
            // One that was refused is looked at anew: its file may have been gone.
            boolean again =
                    imports.find(id).filter(earlier -> !isRefused(earlier)).isPresent();
            if (!again) {
                Files.move(arriving, place, StandardCopyOption.REPLACE_EXISTING);
            }
            Import kept = imports.addOrFind(ordered, instance);
            if (!again && isRefused(kept)) {
                imports.save(ordered);
                kept = ordered;
            }
            importer.wake();
            return kept;
        } catch (CsvList.Broken e) {
            throw new BadRequest("body", "is not CSV that can be read: " + e.getMessage());
        } finally {
            Files.deleteIfExists(arriving);
        }
    }

    private static boolean isRefused(Import each) {
        return each.progress().state() == Import.State.REFUSED;
    }

    /** The list's id: a hash of its bytes and the wish. */
    private String spooled(InputStream list, Wish wish, Path file) throws IOException {
        MessageDigest digest = sha256();
        digest.update(wish.toString().getBytes(UTF_8));
        byte[] buffer = new byte[1 << 16];
        long left = mostBytes;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            for (int read = list.read(buffer); read >= 0; read = list.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new TooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 16));
    }

    private static List<String> columns(Path file, char delimiter, Charset encoding)
            throws IOException, CsvList.Broken {
        try (CsvList list = CsvList.open(file, delimiter, encoding)) {
            CsvList.Row first = list.read();
            if (first == null) {
                throw new BadRequest("body", "is empty; send CSV with the names of its columns in the first row");
            }
            if (first.fields().size() > MOST_COLUMNS) {
                throw new BadRequest("body", "has more than " + MOST_COLUMNS + " columns");
            }
            return first.fields();
        }
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("encoding", "is not known here; use a name such as UTF-8 or windows-1252");
        }
    }

    private static char delimiter(String text) {
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw new BadRequest("delimiter", "must be one character, such as ; or tab");
        }
        return text.charAt(0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
