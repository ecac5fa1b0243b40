package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.History;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 5, as well. What needs a person gets one: a reply at once, an agreed step at its time, an address that does not work any more;
 * until somebody has seen to it.
 */
final class OwnerIsAsked implements Law {
    private final Map<TouchId, Place> errands = new HashMap<>();
    private final Set<Integer> replies = new HashSet<>();
    private boolean replied;
    private boolean told;

    @Override
    public void saw(Moment moment, Witness witness) {
        if (isAnswered(moment.before())
                && moment.input() instanceof Input.Signalled(Signal.Replied reply)
                && replies.add(told(reply.at()))) {
            replied = true;
            told = false;
        }
        if (moment.before() instanceof Active active
                && moment.input() instanceof Input.Signalled(Signal.Bounced bounced)
                && bounced.permanent()
                && isOpen(bounced.medium(), active.history())
                && moment.decisions().stream().noneMatch(Decision.ErrandAdded.class::isInstance)
                && !isKnown(active, told(bounced.at()))) {
            throw broken(bounced.medium() + " does not work any more, and nobody is asked for another address");
        }
        for (Decision decision : moment.decisions()) {
            switch (decision) {
                case Decision.ErrandAdded(var errand) ->
                    errands.put(
                            errand.place()
                                    .idIn(Player.errandsOf(moment.after().lead().id())),
                            errand.place());
                case Decision.Touched(var _, var due, var _)
                when Player.isErrand(due) -> {
                    if (due.to() != Recipient.OWNER) {
                        throw broken(due.touch().step() + " went to the lead");
                    }
                    told = true;
                    // An engine that is rebuilt may tell of one that came before there was a plan.
                    if (due.touch().step().equals("reply")) {
                        replies.add(due.touch().occurrence());
                    }
                }
                default -> {}
            }
        }
    }

    private static boolean isOpen(Medium medium, History history) {
        Set<Medium> welcome = history.wishes().media();
        return !history.forbidden().contains(medium)
                && !history.dead().contains(medium)
                && (welcome.isEmpty() || welcome.contains(medium));
    }

    /** An address that was known to work again since, and did not: told twice that is one errand. */
    private static boolean isKnown(Active active, int told) {
        return active.errands().stream()
                        .anyMatch(errand -> errand.place().key().startsWith("find-")
                                && errand.place().occurrence() == told)
                || active.history().seenTo().stream()
                        .anyMatch(errand -> errand.startsWith("find-") && errand.endsWith("/" + told));
    }

    /** Whoever said stop is left alone by people as well. */
    private static boolean isAnswered(@Nullable Enrollment before) {
        return before != null && !(before instanceof Finished finished && finished.ending() == Ending.STOPPED);
    }

    /** Two replies within a second are one. */
    private static int told(Instant at) {
        return Math.floorMod(at.getEpochSecond(), Integer.MAX_VALUE);
    }

    @Override
    public void settled(Instant now, @Nullable Enrollment enrollment, Witness witness) {
        if (replied && !told) {
            throw broken("the lead replied, and nobody was told");
        }
        replied = false;
        errands.keySet().removeIf(witness::isAnswered);
        for (Place errand : errands.values()) {
            if (!isSeenTo(errand, enrollment)) {
                throw broken("nobody sees to " + errand + " any more, and nobody has done it");
            }
        }
    }

    private static boolean isSeenTo(Place errand, @Nullable Enrollment enrollment) {
        List<Touch> errands = enrollment == null ? List.of() : enrollment.errands();
        for (Touch one : errands) {
            if (one.place().equals(errand)) {
                return true;
            }
        }
        return false;
    }

    // What the interest is worth may be another by now.
    @Override
    public void rebuilt() {
        errands.clear();
    }
}
