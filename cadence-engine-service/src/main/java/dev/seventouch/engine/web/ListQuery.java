package dev.seventouch.engine.web;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.dryrun.Costs;
import dev.seventouch.engine.dryrun.Moment;
import dev.seventouch.engine.dryrun.Refused;
import dev.seventouch.engine.dryrun.Typed;
import dev.seventouch.engine.dryrun.Usual;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a list is to be played: the options of the command line, as parameters of the address.
 *
 * @param minutes a person has for tasks on a day
 * @param region where phone numbers without a country code are dialled
 */
record ListQuery(Instant from, Instant until, Costs costs, int minutes, String region) {
    private static final List<String> NAMES = List.of("from", "for", "cost", "minutes", "region");
    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** Whoever needs more plays it on a machine of its own. */
    private static final Duration LONGEST = Duration.ofDays(3 * 366);

    /** @throws BadRequest naming each parameter that is wrong */
    static ListQuery of(Map<String, String> parameters, Cadence cadence, Instant now) {
        List<FieldProblem> problems = new ArrayList<>();
        for (String name : new TreeSet<>(parameters.keySet())) {
            if (!NAMES.contains(name)) {
                problems.add(new FieldProblem(name, "is not known here; there are " + String.join(", ", NAMES)));
            }
        }
        ZoneId zone = cadence.rules().time().fallback();
        Instant from = read("from", parameters, now, text -> instant(text, cadence, zone), problems);
        Period length = read("for", parameters, Usual.LENGTH, Typed::length, problems);
        Instant until = from.atZone(zone).plus(length).toInstant();
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            problems.add(new FieldProblem("for", "expected at most 3y; the command line plays longer"));
        }
        ListQuery query = new ListQuery(
                from,
                until,
                read("cost", parameters, Costs.USUAL, text -> Costs.USUAL.with(Typed.costs(text)), problems),
                read("minutes", parameters, Usual.MINUTES, ListQuery::minutes, problems),
                read("region", parameters, Usual.REGION, ListQuery::region, problems));
        if (!problems.isEmpty()) {
            throw new BadRequest(problems);
        }
        return query;
    }

    private static <T> T read(
            String name,
            Map<String, String> parameters,
            T usual,
            Function<String, T> read,
            List<FieldProblem> problems) {
        @Nullable String text = parameters.get(name);
        try {
            return text == null ? usual : read.apply(text.strip());
        } catch (Refused refused) {
            problems.add(new FieldProblem(name, String.valueOf(refused.getMessage())));
            return usual;
        }
    }

    /** As the other dry runs take it, or as it is typed on the command line. */
    private static Instant instant(String text, Cadence cadence, ZoneId zone) {
        try {
            Instant from = text.endsWith("Z")
                    ? Instant.parse(text)
                    : Moment.of(text)
                            .instant(zone, cadence.rules().time().hours().opens());
            if (from.isAfter(Instant.EPOCH) && from.isBefore(LATEST)) {
                return from;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new Refused("expected a day or a time, such as 2027-01-05 or 2027-01-05T10:00:00Z");
    }

    private static int minutes(String text) {
        try {
            int minutes = Integer.parseInt(text);
            if (minutes >= 1 && minutes <= MINUTES_OF_A_DAY) {
                return minutes;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new Refused("expected 1 to " + MINUTES_OF_A_DAY);
    }

    private static String region(String text) {
        String region = text.toUpperCase(Locale.ROOT);
        if (COUNTRIES.contains(region)) {
            return region;
        }
        throw new Refused("expected a country, such as DE");
    }
}
