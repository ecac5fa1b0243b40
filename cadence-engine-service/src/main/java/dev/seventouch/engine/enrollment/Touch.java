package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One touch on its way: first planned, then in flight until its outcome is known. */
public sealed interface Touch {
    Place place();

    /** Counts from 1. */
    int attempt();

    /** The moment it is planned for. */
    Instant dueAt();

    /** What it is, if that is settled already. */
    @Nullable Picked picked();

    /** When the engine has to look at it again. */
    Instant wakeAt();

    /**
     * @param notBefore the earliest instant by the plan, whatever else holds it up
     * @param until until when {@code dueAt} is still its moment; later than that it is planned anew
     * @param why why it is then, in words
     * @param picked what it will be, if that is settled already
     * @param turn when it is its turn in a line of touches that are released at a rate; null if it has not queued
     */
    record Planned(
            Place place,
            int attempt,
            Instant notBefore,
            Instant dueAt,
            Instant until,
            String why,
            @Nullable Picked picked,
            @Nullable Instant turn)
            implements Touch {
        @Override
        public Instant wakeAt() {
            return turn == null ? dueAt : turn;
        }

        /** The same at another moment. */
        Planned at(Instant dueAt, Instant until, String why) {
            return new Planned(place, attempt, notBefore, dueAt, until, why, picked, turn);
        }

        /** The same, when its turn comes. */
        Planned inTurn(Instant dueAt, Instant until, Instant turn) {
            return new Planned(place, attempt, notBefore, dueAt, until, why, picked, turn);
        }
    }

    /** @param expiresAt a touch without an outcome by then is planned anew */
    record InFlight(Place place, int attempt, Instant dueAt, Instant expiresAt, Picked picked) implements Touch {
        @Override
        public Instant wakeAt() {
            return expiresAt;
        }
    }
}
