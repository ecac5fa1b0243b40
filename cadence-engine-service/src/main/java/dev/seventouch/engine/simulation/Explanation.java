package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.After;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Turn;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Known;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a touch is what it is and when it is, from where its lead stood just before.
 *
 * @param heldFor why the plan was last held
 */
record Explanation(Active active, Cadence cadence, Library library, String heldFor) {
    static final String SETTLED = "as settled at the first attempt";
    private static final String AS_PLANNED = "as planned";

    static ZoneId zone(Contact contact, Cadence cadence) {
        return cadence.rules().timing(contact).zone();
    }

    // ---- when

    String time(Touch touch) {
        String byThePlan = byThePlan(touch);
        return touch.attempt() == 1 ? byThePlan : byThePlan + ", attempt " + touch.attempt();
    }

    private String byThePlan(Touch touch) {
        Place place = touch.place();
        if (place.equals(cadence.first()) && active.progress().last() == null) {
            if (active.progress().hasMovedIn()) {
                return "the first after the move";
            }
            return cadence.rules().release().first() ? "at once within contact hours" : "at once";
        }
        return cadence.step(place.key())
                .map(step ->
                        after(step.after()) + (isLessOften() ? ", twice as long: less often, as the lead wishes" : ""))
                .or(() -> cadence.phase(place.key()).map(this::every))
                .or(() -> cadence.season(place.key()).map(season -> "every year " + season.dates()))
                .orElseGet(() -> touch instanceof Touch.Planned planned ? planned.why() : AS_PLANNED);
    }

    private String after(After after) {
        return switch (after) {
            case After.Previous(var delay) -> delay.equals(Delay.NONE) ? "with " + last() : delay + " after " + last();
            case After.Start(var delay) -> delay + " from the start";
            case After.Cycle(var percent) ->
                percent + "% of the cycle of " + cadence.cycle().toDays() + "d";
        };
    }

    private String every(Phase phase) {
        return isLessOften()
                ? "every " + phase.every().twice() + ": less often, as the lead wishes"
                : "every " + phase.every();
    }

    private boolean isLessOften() {
        return Boolean.TRUE.equals(active.history().wishes().lessOften());
    }

    private String last() {
        Place last = active.progress().last();
        return last == null ? "the start" : words(last);
    }

    static String words(Place place) {
        return place.occurrence() == 1 ? place.key() : place.key() + " #" + place.occurrence();
    }

    /** What moved it off the day that the plan has, if anything did. */
    Line.@Nullable Moved moved(Touch.Planned planned) {
        LocalDate day = dayOf(planned.notBefore());
        if (planned.turn() != null) {
            return new Line.Moved(day, released());
        }
        if (dayOf(planned.dueAt()).equals(day)) {
            return null;
        }
        Instant held = active.heldUntil();
        if (held != null
                && planned.notBefore().isBefore(held)
                && !planned.dueAt().isBefore(held)) {
            return new Line.Moved(day, heldFor);
        }
        return planned.why().equals(AS_PLANNED) || cadence.isBesideThePlan(planned.place())
                ? null
                : new Line.Moved(day, planned.why());
    }

    private String released() {
        return "its turn at " + cadence.rules().release().rate();
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone(active.lead().contact(), cadence));
    }

    // ---- what

    String choice(Touch.Planned planned, TouchEvent.Due due) {
        return planned.picked() == null ? choice(planned.place(), due.to(), due.dueAt()) : SETTLED;
    }

    /** @param at its moment */
    String choice(Place place, Recipient to, Instant at) {
        Optional<Turn> turn = cadence.turn(place);
        Optional<Action> action = turn.flatMap(found -> found.choose(Known.of(active)));
        if (action.isEmpty()) {
            return SETTLED;
        }
        String condition = condition(turn.get());
        String content = content(action.get(), to, at);
        if (condition.isEmpty()) {
            return content.isEmpty() ? "as the plan says" : content;
        }
        return content.isEmpty() ? condition : condition + "; " + content;
    }

    private String condition(Turn turn) {
        List<String> against = TermWords.against(turn.terms(), Known.of(active));
        List<String> all = TermWords.all(turn.terms());
        if (against.isEmpty()) {
            return all.isEmpty() ? "" : "as " + String.join(", ", all);
        }
        return "else, as " + String.join(", ", against);
    }

    private String content(Action action, Recipient to, Instant at) {
        return switch (action) {
            case Action.Fixed _ -> to == Recipient.OWNER ? "had before, so a person is asked" : "";
            case Action.FromLibrary(var channel, var _, var topics) -> {
                Set<String> wanted = active.history().wishes().among(topics, channel);
                String on = on(wanted);
                yield to == Recipient.OWNER
                        ? "nothing left" + on + " by " + word(channel) + ", so a person is asked"
                        : "best of " + left(channel, wanted, dayOf(at)) + on;
            }
        };
    }

    private static String on(Set<String> topics) {
        return switch (topics.size()) {
            case 0 -> "";
            case 1, 2, 3 -> " on " + String.join(", ", topics.stream().sorted().toList());
            default -> " on " + topics.size() + " topics";
        };
    }

    /** The library that holds nothing more for this lead at {@code place}, if that is why a person is asked. */
    Optional<Action.FromLibrary> emptied(Place place, TouchEvent.Due due) {
        return due.to() == Recipient.OWNER
                ? cadence.turn(place)
                        .flatMap(turn -> turn.choose(Known.of(active)))
                        .filter(Action.FromLibrary.class::isInstance)
                        .map(Action.FromLibrary.class::cast)
                : Optional.empty();
    }

    private long left(Channel channel, Set<String> topics, LocalDate day) {
        return library.atHand(channel, topics, active.lead(), day, active.history()::hasHad)
                .count();
    }

    // ---- why not

    /** Why it is passed over, with what its condition lacks. */
    String passedOver(Place place, String why) {
        List<String> against = cadence.turn(place).stream()
                .filter(turn -> turn.choose(Known.of(active)).isEmpty())
                .flatMap(turn -> TermWords.against(turn.terms(), Known.of(active)).stream())
                .toList();
        return against.isEmpty() ? why : why + ": " + String.join(", ", against);
    }

    private static String word(Channel channel) {
        return channel.name().toLowerCase(java.util.Locale.ROOT);
    }
}
