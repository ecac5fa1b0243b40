package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Input;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A core that decides well, but some of what it decides is lost, or becomes something else. */
record Careless(Core core, Slip slip) implements Core {

    interface Slip {
        /** What becomes of what was decided. */
        Stream<Decision> of(Decision decision, Input input, Instant now);
    }

    @Override
    public List<Decision> decide(@Nullable Enrollment enrollment, Input input, Instant now) {
        return core.decide(enrollment, input, now).stream()
                .flatMap(decision -> slip.of(decision, input, now))
                .toList();
    }

    @Override
    public Optional<FollowUp.Line> line(Enrollment enrollment, Instant now) {
        return core.line(enrollment, now);
    }
}
