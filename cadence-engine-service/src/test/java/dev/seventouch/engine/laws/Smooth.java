package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 9. The same always leads to the same, so that each touch has a moment of its own; and whoever queues waits for its turn. */
final class Smooth implements Law {
    private @Nullable TouchId queues;
    private Instant turn = Instant.MIN;

    @Override
    public void saw(Moment moment, Witness witness) {
        List<Decision> again = moment.core().decide(moment.before(), moment.input(), moment.now());
        if (!again.equals(moment.decisions())) {
            throw broken("the same led to " + moment.decisions() + " and to " + again);
        }
        if (moment.input() instanceof Input.Queued(var until) && moment.before() instanceof Enrollment.Active active) {
            queues = active.next().place().idIn(active.id());
            turn = until;
        }
        for (Decision decision : moment.decisions()) {
            switch (decision) {
                case Decision.Touched(var _, var due, var _)
                when due.touch().id().equals(queues) && moment.now().isBefore(turn) ->
                    throw broken(due.touch().step() + " went out before its turn at " + turn);
                // It has another moment now, and queues anew then.
                case Decision.Planned(var next) when next.turn() == null -> queues = null;
                default -> {}
            }
        }
    }

    @Override
    public void rebuilt() {
        queues = null;
    }
}
