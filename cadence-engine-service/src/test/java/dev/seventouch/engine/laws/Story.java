package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.engine.laws.World.Edition;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A history told line by line, on the lead's own clock, with the plan it is about. */
final class Story {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm:ss xxx", Locale.ENGLISH);

    private final World world;
    private final List<Moment> moments;
    private ZoneId zone = ZoneOffset.UTC;

    private Story(World world, List<Moment> moments) {
        this.world = world;
        this.moments = moments;
    }

    static String of(History history, Function<Shelf, Core> core, Law.Broken broken) {
        return "The law " + broken.law() + " does not hold: " + broken.getMessage() + "\n\n"
                + new Story(history.world(), Trial.tell(history, core)).text();
    }

    /** How many lines it takes to tell what happened. */
    static int lines(History history, Function<Shelf, Core> core) {
        return (int) new Story(history.world(), Trial.tell(history, core))
                .lines()
                .lines()
                .count();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < world.editions().size(); i++) {
            Edition edition = world.editions().get(i);
            text.append(i < world.atFirst() ? "Published" : "Published later");
            text.append(edition.migrates() ? ", for those who are enrolled too:\n" : ":\n");
            text.append(PlanText.of(edition.cadence()));
        }
        if (!world.items().isEmpty()) {
            text.append("In the library:\n");
            world.items().forEach(item -> text.append("  ").append(item(item)).append('\n'));
        }
        return text.append("The story:\n").append(lines()).toString();
    }

    private static String item(LibraryItem item) {
        return item.id() + " " + item.channels() + " " + item.topics() + " "
                + (item.from() == null ? "" : "from " + item.from()) + " "
                + (item.until() == null ? "" : "until " + item.until()) + " "
                + (item.audience().isEmpty() ? "" : item.audience());
    }

    // ---- what happens

    private String lines() {
        StringBuilder text = new StringBuilder();
        Moment before = null;
        for (Moment moment : moments) {
            zoneOf(moment).ifPresent(known -> zone = known);
            boolean isIdle =
                    moment.input() instanceof Input.Woken && moment.decisions().isEmpty();
            if (!isIdle) {
                text.append("  ").append(at(moment.now())).append("  ").append(told(moment));
                if (before != null && before.shelf() != moment.shelf()) {
                    text.append(" (")
                            .append(news(before.shelf(), moment.shelf()))
                            .append(')');
                }
                text.append(
                        moment.decisions().stream().map(this::decided).collect(Collectors.joining("; ", " → ", "\n")));
                before = moment;
            }
        }
        return text.toString();
    }

    private static String news(Shelf before, Shelf after) {
        if (before.lost() != after.lost()) {
            return after.lost() ? "the plans are not known here" : "the plans are known here again";
        }
        return before.published() < after.published() ? "something was published" : "the library was filled";
    }

    private static Optional<ZoneId> zoneOf(Moment moment) {
        Enrollment after = moment.after();
        return after instanceof Enrollment.Active active
                ? moment.shelf()
                        .cadence(active.cadence())
                        .map(plan ->
                                Oracle.zone(plan.rules().time(), active.lead().contact()))
                : Optional.ofNullable(after).map(known -> known.lead().contact().zone());
    }

    private String at(Instant instant) {
        return CLOCK.format(instant.atZone(zone));
    }

    // ---- what is told

    private String told(Moment moment) {
        return switch (moment.input()) {
            case Input.Captured(var captured) -> captured(captured) + late(captured.at(), moment.now());
            case Input.Signalled(var signal) -> signal(signal) + late(signal.at(), moment.now());
            case Input.Answered(var outcome) -> outcome(outcome) + late(outcome.at(), moment.now());
            case Input.Woken() -> "woken";
            case Input.Queued(var turn) -> "queues until " + at(turn);
            case Input.Republished() -> "told of what was published";
        };
    }

    private String late(Instant said, Instant now) {
        return said.plusSeconds(2).isBefore(now) ? ", at " + at(said) : "";
    }

    private static String captured(LeadEvent.Captured captured) {
        return (captured.latest().equals(captured.at()) ? "captured" : "more becomes known of it")
                + (captured.waitsForConfirmation() ? ", to confirm" : "") + " " + lead(captured.lead());
    }

    private static String lead(Lead lead) {
        Contact contact = lead.contact();
        return List.of(
                        lead.origin().source(),
                        known("", contact.email()),
                        known("", contact.phone()),
                        known(
                                "lives in ",
                                contact.address() == null
                                        ? null
                                        : contact.address().city()),
                        known("", contact.zone()),
                        known("", contact.country()),
                        known("speaks ", contact.language()),
                        known("worth ", lead.value()),
                        lead.attributes().isEmpty() ? "" : lead.attributes().toString())
                .stream()
                .filter(fact -> !fact.isEmpty())
                .toList()
                .toString();
    }

    private static String known(String what, @Nullable Object fact) {
        return fact == null ? "" : what + fact;
    }

    private String signal(Signal signal) {
        return switch (signal) {
            case Signal.Unsubscribed stop -> "unsubscribed from " + (stop.fromEverything() ? "all" : stop.from());
            case Signal.ReadyToBuy _ -> "ready to buy";
            case Signal.Confirmed _ -> "confirmed";
            case Signal.Replied _ -> "replied";
            case Signal.AutoReplied _ -> "replied automatically";
            case Signal.Bounced bounced ->
                bounced.medium() + " bounced " + (bounced.permanent() ? "for good" : "for now");
            case Signal.Complained _ -> "complained";
            case Signal.Opened _ -> "opened";
            case Signal.Clicked _ -> "clicked";
            case Signal.Conversed conversed ->
                conversed.next() == null
                        ? "conversed"
                        : "agreed on a " + conversed.next().channel() + " at "
                                + at(conversed.next().when());
            case Signal.Paused pause -> "paused until " + at(pause.until());
            case Signal.Resumed _ -> "resumed";
            case Signal.Converted _ -> "bought";
            case Signal.Preferred wish ->
                "prefers " + (wish.lessOften() ? "less often " : "") + wish.media() + wish.topics();
        };
    }

    private String outcome(TouchOutcome outcome) {
        String what = switch (outcome) {
            case TouchOutcome.HandedOver _ -> "was handed over";
            case TouchOutcome.Deferred deferred -> "was deferred until " + at(deferred.until());
            case TouchOutcome.Failed failed -> "failed by fault of the " + PlanText.word(failed.fault());
            case TouchOutcome.Skipped _ -> "was skipped";
            case TouchOutcome.Completed completed ->
                "was done" + (completed.answer() == null ? "" : ": " + completed.answer());
        };
        return outcome.touch().step() + "/" + outcome.touch().occurrence() + " " + what;
    }

    // ---- what is decided

    private String decided(Decision decision) {
        return switch (decision) {
            case Decision.LeftUnplaced _ -> "no plan takes it";
            case Decision.AskedToConfirm asked -> "asked to confirm until " + at(asked.until());
            case Decision.Started started -> "starts " + started.cadence();
            case Decision.Migrated(var cadence) -> "goes on by " + cadence;
            case Decision.Learned(var lead, var revived) ->
                "learned" + (revived.isEmpty() ? "" : ", " + revived + " may work again");
            case Decision.Planned(var next) -> "planned: " + planned(next);
            case Decision.Touched(var _, var due, var _) ->
                "TOUCHED " + due.touch().step() + "/" + due.touch().occurrence() + " by "
                        + due.touch().channel() + " to " + due.to()
                        + (due.attempt() > 1 ? ", attempt " + due.attempt() : "")
                        + (due.touch().content() == null
                                ? ""
                                : ", " + due.touch().content()) + ", expires "
                        + at(due.expiresAt());
            case Decision.Skipped(var place, var why, var _) -> "passed over " + place + ": " + why;
            case Decision.Done(var place, var _) -> place + " done";
            case Decision.Recorded(var touch) -> touch.outcome() + " recorded";
            case Decision.Noted(var step, var answer) -> "noted " + answer;
            case Decision.ErrandAdded(var errand) -> "errand: " + planned(errand);
            case Decision.ErrandDone(var place) -> "errand " + place + " done";
            case Decision.Reached _ -> "reached";
            case Decision.Closed(var media, var cause, var _) -> media + " " + cause;
            case Decision.CameBack(var medium, int inARow, var _) -> inARow + " came back by " + medium;
            case Decision.Wished _ -> "wished";
            case Decision.Interested(var interest) -> "interest " + interest.score();
            case Decision.Held(var until, var _) -> until == null ? "no longer held" : "held until " + at(until);
            case Decision.Finished(var ending, var _) -> "END: " + ending;
        };
    }

    private String planned(Touch.Planned planned) {
        return planned.place() + (planned.attempt() > 1 ? " (attempt " + planned.attempt() + ")" : "") + " at "
                + at(planned.dueAt()) + (planned.turn() == null ? "" : ", turn at " + at(planned.turn()));
    }
}
