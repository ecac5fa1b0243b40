package dev.seventouch.engine.definition;

import dev.seventouch.engine.policy.ContactHours;
import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Dates;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads when leads may be touched at all: {@code time}. */
final class TimeReader {
    private static final Set<DayOfWeek> USUAL_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Times.Hours USUAL_HOURS = new Times.Hours(LocalTime.of(9, 0), LocalTime.of(17, 30));
    private static final int MOST_QUIET = 100;

    private final Problems problems;

    TimeReader(Problems problems) {
        this.problems = problems;
    }

    /** The contact time, or nothing if it can't be told: then nothing can be held against it either. */
    Optional<ContactTime> read(Fields cadence) {
        cadence.require("time", "{ days: mon-fri, hours: \"09:00-17:30\", fallback: Europe/Berlin }");
        return cadence.mapping("time", "days", "hours", "zone", "fallback", "holidays", "quiet")
                .flatMap(this::time);
    }

    private Optional<ContactTime> time(Fields time) {
        Set<DayOfWeek> days = time.has("days") ? weekdays(time, "days") : USUAL_DAYS;
        Optional<Times.Hours> hours = time.has("hours") ? time.value("hours", Times::hours) : Optional.of(USUAL_HOURS);
        if (time.text("zone").filter(zone -> !zone.equals("lead")).isPresent()) {
            problems.at(
                    time.place("zone"),
                    "expected zone: lead; the zone of a lead whose own nothing tells is \"fallback\"");
        }
        time.require("fallback", "Europe/Berlin");
        ZoneId fallback = time.value("fallback", ZoneOffset.UTC, Times::zone);
        List<String> holidays = time.values("holidays", Regions::holidays);
        List<Dates> quiet = quiet(time);
        return days.isEmpty() || hours.isEmpty()
                ? Optional.empty()
                : Optional.of(new ContactTime(
                        new ContactHours(days, hours.get().opens(), hours.get().closes()), fallback, holidays, quiet));
    }

    private List<Dates> quiet(Fields time) {
        List<Node> entries = time.each("quiet");
        if (entries.size() > MOST_QUIET) {
            problems.at(time.place("quiet"), "expected at most " + MOST_QUIET + "; found " + entries.size());
            return List.of();
        }
        List<Dates> quiet = time.values("quiet", Times::dates);
        if (OpenDays.coverAYear(quiet)) {
            problems.at(time.place("quiet"), "these leave no day of a whole year on which anything may go out");
            return List.of();
        }
        return quiet;
    }

    /** Days of the week: {@code mon-fri}, or {@code [mon, wed]}; empty if there are none. */
    static Set<DayOfWeek> weekdays(Fields fields, String name) {
        return fields.someValues(name, Times::weekdays).stream()
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
    }
}
