package dev.seventouch.intake.imports;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.wire.Json;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.lead.Checked;
import dev.seventouch.intake.lead.Field;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.lead.LeadRules;
import dev.seventouch.intake.lead.PastMoment;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.intake.signal.Signals;
import dev.seventouch.intake.suppression.Ledger;
import dev.seventouch.intake.suppression.Reason;
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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in who must not be contacted any more, as an earlier system knew it. Columns that tell who: {@code lead} (an id, as the
 * ledger's export has it), {@code email}, {@code phone}, and {@code name}, {@code street}, {@code postalCode}, {@code city},
 * {@code country}. And {@code media}, parted by spaces, without it all; {@code since}, without it now; {@code reason}, without it
 * {@code imported}.
 */
public final class StopList {
    private static final Logger log = LoggerFactory.getLogger(StopList.class);
    private static final int BATCH = 500;
    private static final int MOST_TOLD = 100;

    private static final List<List<Field>> WHO = List.of(
            List.of(Field.EMAIL),
            List.of(Field.PHONE, Field.COUNTRY),
            List.of(Field.NAME, Field.STREET, Field.POSTAL_CODE, Field.CITY, Field.COUNTRY));

    private final Spool spool;
    private final LeadRules rules;
    private final Identity identity;
    private final Ledger ledger;
    private final LeadView known;
    private final Signals signals;
    private final InstantSource clock;

    public StopList(
            Spool spool,
            LeadRules rules,
            Identity identity,
            Ledger ledger,
            LeadView known,
            Signals signals,
            InstantSource clock) {
        this.spool = spool;
        this.rules = rules;
        this.identity = identity;
        this.ledger = ledger;
        this.known = known;
        this.signals = signals;
        this.clock = clock;
    }

    /** What could not be read of a row. */
    public record Passed(long line, String why) {}

    /**
     * @param forbidden rows that are in the ledger now
     * @param rejected rows that are not
     * @param rejects what could not be read, of the first rows of which that is so; who could be told by the rest of a row is in
     *     the ledger
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
            List<Ledger.Stop> batch = new ArrayList<>();
            for (CsvList.Row row = rows.read(); row != null; row = rows.read()) {
                List<String> wrong = new ArrayList<>();
                List<Ledger.Stop> stops = stops(heading, row, wrong);
                if (!wrong.isEmpty() && rejects.size() < MOST_TOLD) {
                    rejects.add(new Passed(row.line(), String.join("; ", wrong)));
                }
                if (stops.isEmpty()) {
                    rejected++;
                    continue;
                }
                forbidden++;
                batch.addAll(stops);
                if (batch.size() >= BATCH) {
                    forbid(batch);
                    batch.clear();
                }
            }
            forbid(batch);
            log.info("{} rows of a list are in the ledger, {} are not", forbidden, rejected);
            return new Taken(forbidden, rejected, rejects);
        }
    }

    /** The ledger for all; the engine need hear only of those whom it may be following up. */
    private void forbid(List<Ledger.Stop> batch) {
        ledger.forbidAll(batch);
        Map<LeadId, Set<Medium>> media = new LinkedHashMap<>();
        batch.forEach(stop -> media.computeIfAbsent(stop.lead(), _ -> EnumSet.noneOf(Medium.class))
                .addAll(stop.media()));
        Set<LeadId> followed = known.findAll(media.keySet()).keySet();
        media.forEach((lead, forbidden) -> {
            if (followed.contains(lead)) {
                signals.sayStopped(lead, forbidden);
            }
        });
    }

    /**
     * What a row forbids: of each lead that it may mean, as whoever it names is one lead by email and another by phone alone.
     *
     * @param wrong takes what can't be read of it
     */
    private List<Ledger.Stop> stops(Heading heading, CsvList.Row row, List<String> wrong) {
        Set<LeadId> leads = leads(heading, row, wrong);
        if (leads.isEmpty() && wrong.isEmpty()) {
            wrong.add("tells nobody: no email, phone, name with street and city, or id");
        }
        Set<Medium> media = media(heading.field(row, "media"));
        if (media.isEmpty()) {
            wrong.add("media: names one that isn't; there are " + names());
        }
        String told = heading.field(row, "reason").toLowerCase(Locale.ROOT);
        Optional<Reason> reason = told.isEmpty() ? Optional.of(Reason.IMPORTED) : Reason.named(told);
        if (reason.isEmpty()) {
            wrong.add("reason: is none of " + Reason.names());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String from = heading.field(row, "since");
        Optional<Instant> since = from.isEmpty()
                ? Optional.of(now)
                : PastMoment.of(from, now).map(at -> at.truncatedTo(ChronoUnit.MILLIS));
        if (since.isEmpty()) {
            wrong.add("since: " + PastMoment.EXPECTED);
        }
        if (media.isEmpty() || reason.isEmpty() || since.isEmpty()) {
            return List.of();
        }
        return leads.stream()
                .map(lead -> new Ledger.Stop(lead, media, reason.get(), since.get()))
                .toList();
    }

    private Set<LeadId> leads(Heading heading, CsvList.Row row, List<String> wrong) {
        Set<LeadId> leads = new LinkedHashSet<>();
        String id = heading.field(row, "lead");
        if (!id.isEmpty()) {
            try {
                leads.add(new LeadId(id));
            } catch (IllegalArgumentException e) {
                wrong.add("lead: " + e.getMessage());
            }
        }
        for (List<Field> fields : WHO) {
            Map<Field, String> values = new EnumMap<>(Field.class);
            fields.forEach(field -> values.put(field, heading.field(row, plain(field.title()))));
            values.values().removeIf(String::isEmpty);
            if (!isTold(fields.getFirst(), values)) {
                continue;
            }
            // By the rules by which a lead is captured: another writing of a number must not be another person.
            switch (rules.check(new Submission(values, "import", null, null, Map.of()))) {
                case Checked.Usable(var details) -> leads.add(identity.of(details.contact()));
                case Checked.Refused(var problems) ->
                    problems.forEach(problem -> wrong.add(problem.field() + ": " + problem.message()));
            }
        }
        return leads;
    }

    /** A name without a place tells nobody, and is no mistake beside an email. */
    private static boolean isTold(Field by, Map<Field, String> values) {
        return values.containsKey(by)
                && (by != Field.NAME || (values.containsKey(Field.STREET) && values.containsKey(Field.CITY)));
    }

    private static Set<Medium> media(String text) {
        String names = text.toLowerCase(Locale.ROOT);
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

    private static String names() {
        return Arrays.stream(Medium.values()).map(Json::nameOf).collect(Collectors.joining(", "));
    }

    /** @param columns by their names, in lower case and without what parts words */
    private record Heading(List<String> columns) {

        boolean has(String column) {
            return columns.contains(column);
        }

        String field(CsvList.Row row, String column) {
            int index = columns.indexOf(column);
            return index < 0 || index >= row.fields().size()
                    ? ""
                    : row.fields().get(index).strip();
        }
    }

    private static Heading heading(CsvList.@Nullable Row first) {
        Heading heading = new Heading(
                first == null
                        ? List.of()
                        : first.fields().stream().map(StopList::plain).toList());
        boolean byPost = heading.has("name") && heading.has("street") && heading.has("city");
        if (!heading.has("lead") && !heading.has("email") && !heading.has("phone") && !byPost) {
            throw new BadRequest(
                    "body",
                    "has no column \"email\", \"phone\" or \"lead\", nor \"name\", \"street\" and \"city\", in its first row");
        }
        return heading;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
