package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.engine.enrollment.Touch;

/** What is told twice is as told once. */
final class Idempotence implements Law {

    @Override
    public void saw(Moment moment, Witness witness) {
        switch (moment.input()) {
            case Input.Captured _, Input.Signalled _, Input.Answered _ -> {
                Enrollment twice = Engine.apply(
                        moment.after(), moment.core().decide(moment.after(), moment.input(), moment.now()));
                if (twice != moment.after() && !plainly(twice).equals(plainly(moment.after()))) {
                    throw broken("told twice, " + Difference.between(twice, moment.after()));
                }
            }
            case Input.Woken _, Input.Queued _, Input.Republished _ -> {}
        }
    }

    /** Without how it came to be planned so. */
    private static Enrollment plainly(Enrollment enrollment) {
        if (!(enrollment instanceof Active active && active.next() instanceof Touch.Planned planned)) {
            return enrollment;
        }
        Touch next = new Touch.Planned(
                planned.place(),
                planned.attempt(),
                planned.dueAt(),
                planned.dueAt(),
                planned.until(),
                "",
                planned.picked(),
                planned.turn());
        return new Active(
                active.lead(),
                active.id(),
                active.cadence(),
                active.progress(),
                next,
                active.history(),
                active.errands(),
                active.heldUntil());
    }
}
