package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Input;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A core that does not hear some of what it is told. */
record Deaf(Core core, Predicate<Input> unheard) implements Core {

    @Override
    public List<Decision> decide(@Nullable Enrollment enrollment, Input input, Instant now) {
        return unheard.test(input) ? List.of() : core.decide(enrollment, input, now);
    }

    @Override
    public Optional<FollowUp.Line> line(Enrollment enrollment, Instant now) {
        return core.line(enrollment, now);
    }
}
