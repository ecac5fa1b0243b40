package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** When the library will have nothing left for a lead. */
public final class Forecast {

    private Forecast() {}

    /**
     * When the touch that comes next will find nothing in the library that this lead has not had, if nothing is added to it:
     * this time, or after as many rounds as there are items left for it and for those of its round that take of the same topics.
     * Rather too early than too late: such items may be for one of them only, and later phases come more seldom.
     *
     * @return nothing if the next touch is not from the library, or not one that comes round
     */
    public static Optional<Instant> dryAt(Enrollment.Active active, Touch.Planned next, Catalogue catalogue) {
        if (next.picked() != null) {
            return Optional.empty();
        }
        Optional<Cadence> cadence = catalogue.cadence(active.cadence());
        Optional<Action> action =
                cadence.flatMap(plan -> plan.turn(next.place())).map(Turn::action);
        Optional<Phase> phase = cadence.flatMap(plan -> plan.phase(next.place().key()));
        if (phase.isEmpty() || !(action.orElse(null) instanceof Action.FromLibrary(var channel, var _, var topics))) {
            return Optional.empty();
        }
        History history = active.history();
        long left = catalogue
                .library()
                .unseen(
                        channel,
                        history.wishes().among(topics, channel),
                        active.lead(),
                        Agenda.of(active, cadence.get()).dayOf(next.dueAt()),
                        history::hasHad)
                .count();
        Duration round = Duration.ofDays(
                (long) phase.get().every().count() * phase.get().rotation().size());
        Duration pace = history.wishes().isLessOften() ? round.multipliedBy(2) : round;
        return Optional.of(next.dueAt().plus(pace.multipliedBy(left).dividedBy(takers(phase.get(), topics))));
    }

    /** How many touches of a round take of these topics. */
    private static long takers(Phase phase, Set<String> topics) {
        return phase.rotation().stream()
                .filter(turn -> turn.action() instanceof Action.FromLibrary(var _, var _, var others)
                        && (topics.isEmpty() || others.isEmpty() || !Collections.disjoint(topics, others)))
                .count();
    }
}
