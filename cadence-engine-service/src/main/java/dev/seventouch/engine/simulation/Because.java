package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Expectation;
import dev.seventouch.engine.enrollment.Touch;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why what comes next is then, and why it is that, in the words of a dry run.
 *
 * @param time why it is then, by the plan
 * @param choice why it is this content; if it would be passed over, why
 */
public record Because(String time, String choice) {

    /**
     * @param expected what the touch would be if its moment were {@code now}
     * @return nothing if the plan is not known here
     */
    public static Optional<Because> of(
            Enrollment.Active active, Expectation expected, Catalogue catalogue, Instant now) {
        return catalogue.cadence(active.cadence()).map(plan -> of(active, expected, plan, catalogue, now));
    }

    private static Because of(
            Enrollment.Active active, Expectation expected, Cadence plan, Catalogue catalogue, Instant now) {
        Explanation why = new Explanation(active, plan, catalogue.library(), "");
        Touch next = active.next();
        return new Because(why.time(next), choice(why, next, expected, now));
    }

    private static String choice(Explanation why, Touch next, Expectation expected, Instant now) {
        if (next.picked() != null && !isSame(next, expected)) {
            return Explanation.SETTLED;
        }
        return expected.to() == null
                ? why.passedOver(next.place(), expected.reason())
                : why.choice(next.place(), expected.to(), now.isAfter(next.dueAt()) ? now : next.dueAt());
    }

    /** Whether what is settled is what it would be now: only then what speaks for it now is what spoke for it then. */
    private static boolean isSame(Touch next, Expectation expected) {
        @Nullable String settled = next.picked() == null ? null : next.picked().content().key();
        return next.picked() != null
                && next.picked().channel() == expected.channel()
                && next.picked().to() == expected.to()
                && Objects.equals(settled, expected.content());
    }
}
