package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.engine.enrollment.Pace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is held to the laws: {@link FollowUp}, or something in its place that is broken on purpose. */
interface Core {

    /** @param enrollment null for a lead that is not known */
    List<Decision> decide(@Nullable Enrollment enrollment, Input input, Instant now);

    Optional<FollowUp.Line> line(Enrollment enrollment, Instant now);

    static Core over(Catalogue catalogue) {
        FollowUp followUp = new FollowUp(catalogue, Pace.USUAL);
        return new Core() {
            @Override
            public List<Decision> decide(@Nullable Enrollment enrollment, Input input, Instant now) {
                return followUp.decide(enrollment, input, now);
            }

            @Override
            public Optional<FollowUp.Line> line(Enrollment enrollment, Instant now) {
                return followUp.line(enrollment, now);
            }
        };
    }
}
