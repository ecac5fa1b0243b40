package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Turn;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** 8. Every touch has a reason, and is what the plan or the library holds for the lead; nothing of the library comes twice. */
final class WithAReason implements Law {
    private final Set<dev.seventouch.events.touch.TouchId> tried = new HashSet<>();

    @Override
    public void saw(Moment moment, Witness witness) {
        for (Decision decision : moment.decisions()) {
            if (decision instanceof Decision.Touched(var touch, var due, var _)) {
                if (due.reason().isBlank()) {
                    throw broken(due.touch().step() + " has no reason");
                }
                boolean again = !tried.add(due.touch().id());
                if (moment.before() instanceof Active active && !Player.isErrand(due)) {
                    // What it brings is settled when it first goes out, and stays the same over all attempts.
                    if (!again) {
                        notTwice(due, witness, active);
                    }
                    if (!again && touch.attempt() == 1) {
                        comesFromThePlan(moment, active, touch.place(), due);
                    }
                }
            }
        }
    }

    private void notTwice(TouchEvent.Due due, Witness witness, Active active) {
        String content = due.touch().content();
        // Who comes again is greeted again, with words that were used before.
        if (content != null
                && (content.startsWith("item:") || !active.progress().done().isEmpty())
                && witness.hasHad(content, due.touch().id())) {
            throw broken(due.touch().step() + " brings " + content + " again");
        }
    }

    private void comesFromThePlan(
            Moment moment, Active active, dev.seventouch.engine.cadence.Place place, TouchEvent.Due due) {
        Turn turn = moment.shelf()
                .cadence(new CadenceRef(
                        active.id().cadence().orElseThrow(), due.touch().version()))
                .map(cadence -> Oracle.turn(cadence, place))
                .orElseThrow(() -> broken(place + " is not in the plan"));
        if (due.to() == Recipient.OWNER) {
            if (due.touch().channel() != Channel.CALL) {
                throw broken("the owner is asked by " + due.touch().channel());
            }
        } else if (!is(turn.action(), due, moment, active) && !is(turn.otherwise(), due, moment, active)) {
            throw broken(place + " brings " + due.content() + ", which nothing in the plan is");
        }
    }

    private static boolean is(@Nullable Action action, TouchEvent.Due due, Moment moment, Active active) {
        return switch (action) {
            case null -> false;
            case Action.Fixed(var channel, var content, var reason) ->
                channel == due.touch().channel() && content.equals(due.content()) && reason.equals(due.reason());
            case Action.FromLibrary(var channel, var _, var _) ->
                channel == due.touch().channel() && isItem(due, moment, active);
        };
    }

    private static boolean isItem(TouchEvent.Due due, Moment moment, Active active) {
        ZoneId zone = moment.shelf()
                .cadence(new CadenceRef(
                        active.id().cadence().orElseThrow(), due.touch().version()))
                .map(cadence -> Oracle.zone(cadence.rules().time(), due.lead().contact()))
                .orElseThrow();
        LocalDate day = LocalDate.ofInstant(moment.now(), zone);
        for (LibraryItem item : moment.shelf().library().items()) {
            if (item.id().equals(due.content().item())) {
                return item.channels().contains(due.touch().channel())
                        && (item.from() == null || !day.isBefore(item.from()))
                        && (item.until() == null || !day.isAfter(item.until()))
                        && item.reason().equals(due.reason())
                        && isFor(due.lead(), item);
            }
        }
        return false;
    }

    private static boolean isFor(Lead lead, LibraryItem item) {
        for (Map.Entry<String, Set<String>> fact : item.audience().entrySet()) {
            String value = switch (fact.getKey()) {
                case "source" -> lead.origin().source();
                case "country" -> lead.contact().country();
                case "language" -> lead.contact().language();
                default -> lead.attributes().get(fact.getKey());
            };
            if (value == null || !fact.getValue().contains(value)) {
                return false;
            }
        }
        return true;
    }
}
