package dev.seventouch.engine.dryrun;

import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.simulation.Calendar;
import dev.seventouch.engine.simulation.Line;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.wire.Json;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A calendar as people read it. */
public final class CalendarText {
    private static final int DAY = 10;
    private static final int TIME = 5;
    private static final int CHANNEL = 6;
    private static final int LONGEST_STEP = 20;
    private static final int BETWEEN = 2;
    private static final int LEAST = 24;

    private final Calendar calendar;
    private final Table table;
    private final int width;

    private CalendarText(Calendar calendar, int width) {
        int step = calendar.lines().stream()
                .mapToInt(line -> step(line).length())
                .max()
                .orElse(0);
        int steps = Math.min(LONGEST_STEP, step);
        int rest = width - DAY - TIME - steps - CHANNEL - 5 * BETWEEN;
        int what = Math.max(LEAST, rest * 11 / 20);
        this.calendar = calendar;
        this.width = width;
        this.table = new Table(DAY, TIME, steps, CHANNEL, what, Math.max(LEAST, rest - what));
    }

    /** @param width in characters */
    public static String of(Calendar calendar, int width) {
        CalendarText text = new CalendarText(calendar, width);
        return Stream.of(text.head(), text.body(), text.foot())
                .flatMap(List::stream)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    // ---- what is played

    private List<String> head() {
        return List.of(
                calendar.cadence() + ", as the lead would live through it",
                "",
                "  lead  " + words(calendar.lead()),
                "  zone  " + calendar.zone(),
                "  from  " + Moments.full(calendar.from(), calendar.zone()),
                "  to    " + Moments.full(calendar.until(), calendar.zone()));
    }

    private static String words(Lead lead) {
        Contact contact = lead.contact();
        boolean hasAddress = contact.address() != null && contact.address().isComplete();
        String reach = Stream.of(
                        contact.email() == null ? null : "email",
                        contact.phone() == null ? null : "phone",
                        hasAddress ? "post" : null)
                .filter(medium -> medium != null)
                .collect(Collectors.joining(", "));
        return Stream.of(
                        contact.name(),
                        "from " + lead.origin().source(),
                        contact.country(),
                        lead.value() == null ? null : "worth " + lead.value().toPlainString(),
                        reach.isEmpty() ? "not to be reached" : "reached by " + reach)
                .filter(fact -> fact != null)
                .collect(Collectors.joining("; "));
    }

    // ---- line by line

    private List<String> body() {
        List<String> rows = new ArrayList<>();
        LocalDate week = LocalDate.MIN;
        for (Line line : calendar.lines()) {
            LocalDate day = day(line);
            LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            if (!monday.equals(week)) {
                String name = "── week of " + Moments.fullDay(monday) + " ";
                rows.add("");
                rows.add(name + "─".repeat(Math.max(0, width - name.length())));
                week = monday;
            }
            rows.add(row(line, day));
        }
        return rows;
    }

    private LocalDate day(Line line) {
        return LocalDate.ofInstant(line.at(), calendar.zone());
    }

    private String row(Line line, LocalDate day) {
        String time = Moments.time(line.at(), calendar.zone());
        return switch (line) {
            case Line.Touched touched ->
                table.row(
                        Moments.day(day),
                        time,
                        step(line),
                        Json.nameOf(touched.due().touch().channel()),
                        what(touched.due()) + "\n“" + touched.due().reason() + "”",
                        why(touched));
            case Line.PassedOver passed ->
                table.row(Moments.day(day), time, step(line), "–", "passed over", passed.why());
            case Line.Told told ->
                table.row(Moments.day(day), time, "»", "", told.words(), String.join("\n", told.follows()));
            case Line.GoesOn on -> table.row(Moments.day(day), time, "»", "", "goes on by " + on.cadence(), "");
            case Line.Ended ended ->
                table.row(Moments.day(day), time, "»", "", "ends: " + Json.nameOf(ended.ending()), "");
        };
    }

    private static String step(Line line) {
        return switch (line) {
            case Line.Touched(var _, var due, var _, var _, var _) ->
                // Errands are told apart by when they came up, which says nothing to people.
                due.touch().version() == null
                        ? due.touch().step()
                        : step(due.touch().step(), due.touch().occurrence());
            case Line.PassedOver(var _, var place, var _) -> step(place.key(), place.occurrence());
            case Line.Told _, Line.GoesOn _, Line.Ended _ -> "»";
        };
    }

    private static String step(String key, int occurrence) {
        return occurrence == 1 ? key : key + " #" + occurrence;
    }

    static String what(TouchEvent.Due due) {
        String content = content(due.content());
        boolean isForTheOwner = due.to() == Recipient.OWNER;
        return isForTheOwner ? "to the owner: " + content : content;
    }

    static String content(Content content) {
        return Stream.of(content.item(), content.say(), content.template())
                .filter(part -> part != null)
                .findFirst()
                .orElse("");
    }

    private static String why(Line.Touched touched) {
        Line.@Nullable Moved moved = touched.moved();
        String time = moved == null
                ? touched.time()
                : touched.time() + "; moved from " + Moments.day(moved.day()) + ": " + moved.why();
        return touched.choice().equals("as the plan says") ? time : time + "\n" + touched.choice();
    }

    // ---- what it comes to

    private List<String> foot() {
        Map<?, Integer> counts = calendar.counts();
        long passedOver = calendar.lines().stream()
                .filter(Line.PassedOver.class::isInstance)
                .count();
        String channels = calendar.counts().entrySet().stream()
                .map(count -> count.getValue() + " by " + Json.nameOf(count.getKey()))
                .collect(Collectors.joining(", "));
        int touches = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<String> rows = new ArrayList<>();
        rows.add("");
        rows.add("─".repeat(width));
        rows.add(touches + (touches == 1 ? " touch" : " touches") + (channels.isEmpty() ? "" : ": " + channels) + "; "
                + passedOver + " passed over");
        rows.add(next());
        if (!calendar.complete()) {
            rows.add("Cut off here: there are more lines than fit.");
        }
        if (!calendar.left().isEmpty()) {
            rows.add("Of the script this never came:");
            calendar.left().forEach(left -> rows.add("  " + left));
        }
        return rows;
    }

    private String next() {
        return switch (calendar.end()) {
            case Enrollment.Active active ->
                "Goes on with "
                        + step(
                                active.next().place().key(),
                                active.next().place().occurrence()) + " on "
                        + Moments.full(active.next().dueAt(), calendar.zone()) + ", by " + active.cadence() + ".";
            case Enrollment.Finished finished -> "Ended: " + Json.nameOf(finished.ending()) + ".";
            case Enrollment.Unconfirmed asked ->
                "Waits for a confirmation until " + Moments.full(asked.until(), calendar.zone()) + ".";
            case Enrollment.Unplaced _ -> "No cadence takes the lead.";
        };
    }
}
