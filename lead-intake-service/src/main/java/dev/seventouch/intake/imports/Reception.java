package dev.seventouch.intake.imports;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.intake.body.Fingerprint;
import dev.seventouch.intake.lead.Consents;
import dev.seventouch.service.web.BadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes lists in: onto the disk first, so that a restart goes on with them; read later. */
public final class Reception {
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int MOST_COLUMNS = 200;

    private final Spool spool;
    private final Imports imports;
    private final Importer importer;
    private final InstantSource clock;
    private final String instance;

    public Reception(Spool spool, Imports imports, Importer importer, InstantSource clock, String instance) {
        this.spool = spool;
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
            @Nullable String basis,
            boolean dryRun) {}

    /**
     * Takes a list in. The same list with the same wish is the same import, however often it is sent.
     *
     * @throws BadRequest if it can't be told who is on it
     * @throws Spool.TooLarge if it is too large
     * @throws ImportsUnreachable if it is not certain that it was kept
     */
    public Import take(InputStream list, Wish wish) throws IOException {
        Charset encoding = wish.encoding() == null ? null : charset(wish.encoding());
        Character delimiter = wish.delimiter() == null ? null : delimiter(wish.delimiter());
        if (wish.consent() != null && wish.consent().isBlank()) {
            throw new BadRequest("consent", "is empty; send the words that all on the list agreed to, or leave it out");
        }
        if (wish.basis() != null && Consents.basis(wish.basis()).isEmpty()) {
            throw new BadRequest("basis", "is none of " + Consents.bases());
        }
        if (!SOURCE.matcher(wish.source()).matches()) {
            throw new BadRequest("source", "is not a name for a source; use a-z, 0-9 and \"-\", at most 64");
        }
        MessageDigest digest = Fingerprint.digest();
        digest.update(wish.toString().getBytes(UTF_8));
        Path arriving = spool.take(list, digest);
        try {
            // A hash of the bytes and the wish.
            String id = Fingerprint.of(digest);
            Charset read = encoding == null ? Dialect.encodingOf(arriving) : encoding;
            char parted = delimiter == null ? Dialect.delimiterOf(arriving, read) : delimiter;
            List<String> columns = columns(arriving, parted, read);
            List<String> mapping = Columns.mapping(columns, wish.map());
            if (wish.basis() != null && wish.consent() == null && !mapping.contains("consent.wording")) {
                throw new BadRequest(
                        "basis", "needs words to go with it: send consent, or map a column to consent.wording");
            }
            Import ordered = new Import(
                    id,
                    new Import.Order(
                            wish.source(),
                            String.valueOf(parted),
                            read.name(),
                            columns,
                            mapping,
                            wish.consent(),
                            wish.basis(),
                            wish.dryRun()),
                    Import.Progress.received(clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                    false);
            Path place = spool.listOf(id);
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
}
