package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Input;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the core was told, and what it decided. */
record Moment(
        Shelf shelf,
        Core core,
        Instant now,
        Input input,
        @Nullable Enrollment before,
        List<Decision> decisions,
        @Nullable Enrollment after) {}
