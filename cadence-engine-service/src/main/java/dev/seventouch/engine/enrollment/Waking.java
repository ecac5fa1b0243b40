package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.policy.Leveller;
import java.time.Instant;

/** Wakes an enrollment as long as something of it is due. What is let out at a rate is queued first. */
public record Waking(FollowUp followUp, Leveller leveller) {
    /** How many wake-ups of one lead follow each other at once: a first touch that is passed over, an alert, a call. */
    private static final int AT_ONCE = 16;

    /** An enrollment that moves by what it is told. */
    public interface Moving {
        Enrollment enrollment();

        void tell(Input input);
    }

    public void wake(Moving moving, Instant now) {
        for (int i = 0; i < AT_ONCE && isDue(moving.enrollment(), now); i++) {
            Enrollment before = moving.enrollment();
            followUp.line(before, now)
                    .flatMap(line -> leveller.hold(line.cadence(), line.rate(), now))
                    .ifPresent(turn -> moving.tell(new Input.Queued(turn)));
            moving.tell(new Input.Woken());
            if (moving.enrollment() == before) {
                return;
            }
        }
    }

    public static boolean isDue(Enrollment enrollment, Instant now) {
        return enrollment.wakeAt().filter(at -> !at.isAfter(now)).isPresent();
    }
}
