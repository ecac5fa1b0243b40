package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.History;
import dev.seventouch.engine.enrollment.Input;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A core that does not remember all of what it should while it follows a lead up. */
record Forgetful(Core core, UnaryOperator<History> memory) implements Core {

    @Override
    public List<Decision> decide(@Nullable Enrollment enrollment, Input input, Instant now) {
        return core.decide(enrollment instanceof Active active ? remembered(active) : enrollment, input, now);
    }

    @Override
    public Optional<FollowUp.Line> line(Enrollment enrollment, Instant now) {
        return core.line(enrollment, now);
    }

    private Active remembered(Active active) {
        return new Active(
                active.lead(),
                active.id(),
                active.cadence(),
                active.progress(),
                active.next(),
                memory.apply(active.history()),
                active.errands(),
                active.heldUntil());
    }
}
