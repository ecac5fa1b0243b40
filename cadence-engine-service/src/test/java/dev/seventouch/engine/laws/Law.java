package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Enrollment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Watches one history. Each law throws {@link Broken} where it does not hold. */
interface Law {

    /** Something was told and decided. What was told is known to the witness, what was decided is not yet. */
    default void saw(Moment moment, Witness witness) {}

    /** Something was told, and all that was due by then has been done. */
    default void settled(Instant now, @Nullable Enrollment enrollment, Witness witness) {}

    /** The history is over. */
    default void ended(Engine engine, Witness witness) {}

    /** The engine was rebuilt from what it was told: it may not know what it did with it. */
    default void rebuilt() {}

    default Broken broken(String how) {
        return new Broken(getClass().getSimpleName(), how);
    }

    /** Not a fault of the test, but what it is for: a law does not hold. */
    final class Broken extends RuntimeException {
        private final String law;

        Broken(String law, String how) {
            super(how, null, false, false);
            this.law = law;
        }

        String law() {
            return law;
        }
    }
}
