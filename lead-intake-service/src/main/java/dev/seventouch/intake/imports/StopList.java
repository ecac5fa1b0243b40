package dev.seventouch.intake.imports;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.wire.Json;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.signal.Signals;
import dev.seventouch.intake.suppression.Ledger;
import dev.seventouch.service.web.BadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in who must not be contacted any more, as an earlier system knew it. Columns: {@code email} or {@code lead} (an id, as
 * the ledger's export has it), and {@code media}, parted by spaces; without it, all.
 */
public final class StopList {
    private static final Logger log = LoggerFactory.getLogger(StopList.class);
    private static final int BATCH = 500;
    private static final int MOST_TOLD = 100;

    private final Spool spool;
    private final Identity identity;
    private final Ledger ledger;
    private final LeadView known;
    private final Signals signals;
    private final InstantSource clock;

    public StopList(
            Spool spool, Identity identity, Ledger ledger, LeadView known, Signals signals, InstantSource clock) {
        this.spool = spool;
        this.identity = identity;
        this.ledger = ledger;
        this.known = known;
        this.signals = signals;
        this.clock = clock;
    }

    /** A row that names nobody. */
    public record Passed(long line, String why) {}

    /**
     * @param forbidden rows that are in the ledger now
     * @param rejected rows that name nobody
     * @param rejects the first of these
     */
    public record Taken(long forbidden, long rejected, List<Passed> rejects) {}

    /**
     * Takes a list in; what it returned from is in the ledger. Taking it again changes nothing.
     *
     * @throws BadRequest if it can't be read, from which line on; those before are in the ledger
     * @throws Spool.TooLarge if it is too large; nothing of it is in the ledger then
     * @throws dev.seventouch.intake.suppression.LedgerUnreachable if it is not certain that all were kept
     */
    public Taken take(InputStream list) throws IOException {
        Path file = spool.take(list);
        try {
            return read(file);
        } catch (CsvList.Broken e) {
            throw new BadRequest("body", "is not CSV that can be read: " + e.getMessage());
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private Taken read(Path file) throws IOException, CsvList.Broken {
        Charset encoding = Dialect.encodingOf(file);
        try (CsvList rows = CsvList.open(file, Dialect.delimiterOf(file, encoding), encoding)) {
            Heading heading = heading(rows.read());
            List<Passed> rejects = new ArrayList<>();
            long forbidden = 0;
            long rejected = 0;
            Map<LeadId, Set<Medium>> batch = new LinkedHashMap<>();
            for (CsvList.Row row = rows.read(); row != null; row = rows.read()) {
                Optional<LeadId> lead = heading.lead(row, identity);
                Set<Medium> media = heading.media(row);
                if (lead.isEmpty() || media.isEmpty()) {
                    rejected++;
                    if (rejects.size() < MOST_TOLD) {
                        rejects.add(new Passed(
                                row.line(),
                                lead.isEmpty() ? "has neither an address nor an id" : "names a medium that isn't one"));
                    }
                    continue;
                }
                forbidden++;
                batch.computeIfAbsent(lead.get(), _ -> EnumSet.noneOf(Medium.class))
                        .addAll(media);
                if (batch.size() == BATCH) {
                    forbid(batch);
                    batch.clear();
                }
            }
            forbid(batch);
            log.info("{} rows of a list are in the ledger, {} name nobody", forbidden, rejected);
            return new Taken(forbidden, rejected, rejects);
        }
    }

    /** The ledger for all; the engine need hear only of those whom it may be following up. */
    private void forbid(Map<LeadId, Set<Medium>> batch) {
        if (batch.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ledger.forbidAll(batch, now);
        Set<LeadId> followed = known.findAll(batch.keySet()).keySet();
        batch.forEach((lead, media) -> {
            if (followed.contains(lead)) {
                signals.stop(lead, media);
            }
        });
    }

    private record Heading(int email, int lead, int media) {

        Optional<LeadId> lead(CsvList.Row row, Identity identity) {
            String id = field(row, lead);
            if (!id.isEmpty()) {
                try {
                    return Optional.of(new LeadId(id));
                } catch (IllegalArgumentException e) {
                    return Optional.empty();
                }
            }
            return identity.ofEmail(field(row, email));
        }

        Set<Medium> media(CsvList.Row row) {
            String names = field(row, media).toLowerCase(Locale.ROOT);
            if (names.isEmpty()) {
                return EnumSet.allOf(Medium.class);
            }
            Set<Medium> media = EnumSet.noneOf(Medium.class);
            for (String name : names.split("[\\s,;]+", -1)) {
                Optional<Medium> medium = Arrays.stream(Medium.values())
                        .filter(each -> Json.nameOf(each).equals(name))
                        .findFirst();
                if (medium.isEmpty()) {
                    return EnumSet.noneOf(Medium.class);
                }
                media.add(medium.get());
            }
            return media;
        }

        private static String field(CsvList.Row row, int index) {
            return index < 0 || index >= row.fields().size()
                    ? ""
                    : row.fields().get(index).strip();
        }
    }

    private static Heading heading(CsvList.@Nullable Row first) {
        List<String> names = first == null
                ? List.of()
                : first.fields().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
        Heading heading = new Heading(names.indexOf("email"), names.indexOf("lead"), names.indexOf("media"));
        if (heading.email() < 0 && heading.lead() < 0) {
            throw new BadRequest("body", "has no column \"email\" or \"lead\" in its first row");
        }
        return heading;
    }
}
