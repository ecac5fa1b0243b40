package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.engine.enrollment.Enrollment.Unconfirmed;
import dev.seventouch.engine.enrollment.Enrollment.Unplaced;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 2. Every active enrollment has exactly one next touch, and is woken for it. */
final class NeverLost implements Law {
    /** Longer than any plan, pause or season of these worlds puts anything off. */
    private static final Duration FOR_EVER = Duration.ofDays(366 * 12);

    private boolean known;

    @Override
    public void saw(Moment moment, Witness witness) {
        known |= moment.after() != null;
    }

    @Override
    public void settled(Instant now, @Nullable Enrollment enrollment, Witness witness) {
        if (enrollment == null) {
            if (known) {
                throw broken("nothing is known of the lead any more");
            }
            return;
        }
        switch (enrollment) {
            case Active active -> {
                if (active.progress().isDone(active.next().place())) {
                    throw broken("what is next, " + active.next().place() + ", is done already");
                }
                wakes(now, active);
            }
            case Unplaced _, Unconfirmed _ -> wakes(now, enrollment);
            case Finished finished -> {
                if (!finished.errands().isEmpty()) {
                    wakes(now, finished);
                }
            }
        }
    }

    private void wakes(Instant now, Enrollment enrollment) {
        Instant at = enrollment.wakeAt().orElseThrow(() -> broken("nothing will ever wake it"));
        if (!at.isAfter(now)) {
            throw broken("it is to be woken at " + at + ", but that is past");
        }
        if (at.isAfter(now.plus(FOR_EVER))) {
            throw broken("it is woken at " + at + " only");
        }
    }
}
