package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollment.Finished;
import dev.seventouch.events.touch.Recipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** 4. Nothing goes to a lead on a medium that it forbade, ever; nor on one that does not work or that it does not want. */
final class StopMeansStop implements Law {

    @Override
    public void saw(Moment moment, Witness witness) {
        for (Decision decision : moment.decisions()) {
            if (decision instanceof Decision.Touched(var _, var due, var _) && due.to() == Recipient.LEAD) {
                String against = witness.against(due.touch().channel());
                if (against != null) {
                    throw broken(
                            due.touch().step() + " went out by " + due.touch().channel() + ", but " + against);
                }
                if (!Oracle.hasWay(due.touch().channel(), due.lead().contact())) {
                    throw broken(
                            due.touch().step() + " went out by " + due.touch().channel() + ", but to no address");
                }
            }
        }
    }

    @Override
    public void settled(Instant now, @Nullable Enrollment enrollment, Witness witness) {
        if (witness.hasSaidStop() && enrollment != null && !(enrollment instanceof Finished)) {
            throw broken("the lead said stop, and is still followed up");
        }
    }
}
