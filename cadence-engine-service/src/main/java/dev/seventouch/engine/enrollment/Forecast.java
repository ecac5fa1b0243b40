package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When the library will have nothing left for a lead. */
public final class Forecast {

    private Forecast() {}

    /**
     * When the touch that comes next will find nothing in the library that this lead has not had, if nothing is added to it:
     * this time, or after as many rounds as there are items left for it.
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
        Optional<Duration> round = cadence.flatMap(plan -> plan.round(next.place()));
        if (round.isEmpty() || !(action.orElse(null) instanceof Action.FromLibrary(var channel, var _, var topics))) {
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
        return Optional.of(next.dueAt().plus(round.get().multipliedBy(left)));
    }
}
