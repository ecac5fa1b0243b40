package dev.seventouch.engine.dryrun;

import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.simulation.Calendar;
import dev.seventouch.engine.simulation.Line;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as JSON. Fields are only ever added.
 *
 * @param cadence the id of the cadence by which the lead begins
 * @param zone the lead's; {@code local} times are of it
 * @param to up to when it was played, exclusive
 * @param complete false if it was cut off at {@code to} because there were too many lines
 * @param lines in the order of time
 * @param counts how many touches there are by each channel
 * @param left what of the script never came, and why
 */
public record CalendarJson(
        String cadence,
        int version,
        LeadId lead,
        ZoneId zone,
        Instant from,
        Instant to,
        boolean complete,
        List<Entry> lines,
        Map<String, Integer> counts,
        List<String> left) {

    /** A line; {@code kind} says which fields there are. */
    public sealed interface Entry {
        String kind();

        Instant at();

        LocalDateTime local();
    }

    /**
     * A touch goes out.
     *
     * @param kind {@code touch}
     * @param step the key of the step, phase or season; of an errand beside the plan, what it is
     * @param occurrence counts from 1; of a season, the year
     * @param to to whom it goes
     * @param touch its id, the same in production for the same lead
     * @param attempt counts from 1
     * @param reason why it is worth the lead's time
     * @param time why it is then, by the plan
     * @param moved where the plan has it, if that is another day
     * @param choice why it is this content
     */
    public record Touch(
            String kind,
            Instant at,
            LocalDateTime local,
            String step,
            int occurrence,
            Channel channel,
            Recipient to,
            TouchId touch,
            int attempt,
            Content content,
            String reason,
            String time,
            @Nullable Moved moved,
            String choice)
            implements Entry {}

    /**
     * @param from the first day by the plan
     * @param why why it is not then
     */
    public record Moved(LocalDate from, String why) {}

    /**
     * A place of the plan does not come to this lead.
     *
     * @param kind {@code passed-over}
     */
    public record PassedOver(String kind, Instant at, LocalDateTime local, String step, int occurrence, String why)
            implements Entry {}

    /**
     * What the script has happened.
     *
     * @param kind {@code told}
     * @param follows what was decided about it, apart from touches
     */
    public record Told(String kind, Instant at, LocalDateTime local, String words, List<String> follows)
            implements Entry {}

    /**
     * The lead goes on by another cadence.
     *
     * @param kind {@code goes-on}
     */
    public record GoesOn(String kind, Instant at, LocalDateTime local, String cadence, int version) implements Entry {}

    /** @param kind {@code ended} */
    public record Ended(String kind, Instant at, LocalDateTime local, Ending ending) implements Entry {}

    public static CalendarJson of(Calendar calendar) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        calendar.counts().forEach((channel, count) -> counts.put(Json.nameOf(channel), count));
        return new CalendarJson(
                calendar.cadence().id(),
                calendar.cadence().version(),
                calendar.lead().id(),
                calendar.zone(),
                calendar.from(),
                calendar.until(),
                calendar.complete(),
                calendar.lines().stream()
                        .map(line -> entry(line, LocalDateTime.ofInstant(line.at(), calendar.zone())))
                        .toList(),
                counts,
                calendar.left());
    }

    private static Entry entry(Line line, LocalDateTime local) {
        return switch (line) {
            case Line.Touched touched -> touch(touched, local);
            case Line.PassedOver(var at, var place, var why) ->
                new PassedOver("passed-over", at, local, place.key(), place.occurrence(), why);
            case Line.Told(var at, var words, var follows) -> new Told("told", at, local, words, follows);
            case Line.GoesOn(var at, var cadence) -> new GoesOn("goes-on", at, local, cadence.id(), cadence.version());
            case Line.Ended(var at, var ending) -> new Ended("ended", at, local, ending);
        };
    }

    private static Touch touch(Line.Touched touched, LocalDateTime local) {
        TouchEvent.Due due = touched.due();
        Line.@Nullable Moved moved = touched.moved();
        return new Touch(
                "touch",
                touched.at(),
                local,
                due.touch().step(),
                due.touch().occurrence(),
                due.touch().channel(),
                due.to(),
                due.touch().id(),
                due.attempt(),
                due.content(),
                due.reason(),
                touched.time(),
                moved == null ? null : new Moved(moved.day(), moved.why()),
                touched.choice());
    }
}
