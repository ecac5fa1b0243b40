package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.EnrollmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a lead stands. An {@link Active} one has exactly one next touch, by its type. */
public sealed interface Enrollment {
    Lead lead();

    /** When the engine has to look at it again, if ever. */
    Optional<Instant> wakeAt();

    /** No published cadence takes this lead yet. */
    record Unplaced(Lead lead, Instant capturedAt, Instant retryAt) implements Enrollment {
        /** The id under which its owner is told, should it be ready to buy before a plan takes it. */
        EnrollmentId id() {
            return EnrollmentId.of(lead.id(), "unplaced", 1);
        }

        @Override
        public Optional<Instant> wakeAt() {
            return Optional.of(retryAt);
        }
    }

    /**
     * @param next the one touch of the plan that comes next or is in flight
     * @param errands touches beside the plan: alerts and tasks for the lead's owner
     * @param heldUntil the plan keeps its place and waits until then
     */
    record Active(
            Lead lead,
            EnrollmentId id,
            CadenceRef cadence,
            Instant startedAt,
            Touch next,
            History history,
            List<Touch> errands,
            @Nullable Instant heldUntil)
            implements Enrollment {
        public Active {
            errands = errands == null ? List.of() : List.copyOf(errands);
        }

        @Override
        public Optional<Instant> wakeAt() {
            return Stream.concat(Stream.of(next), errands.stream())
                    .map(Touch::wakeAt)
                    .min(Instant::compareTo);
        }

        Active withLead(Lead lead) {
            return new Active(lead, id, cadence, startedAt, next, history, errands, heldUntil);
        }

        Active withNext(Touch next) {
            return new Active(lead, id, cadence, startedAt, next, history, errands, heldUntil);
        }

        Active withHistory(History history) {
            return new Active(lead, id, cadence, startedAt, next, history, errands, heldUntil);
        }

        Active withErrands(List<Touch> errands) {
            return new Active(lead, id, cadence, startedAt, next, history, errands, heldUntil);
        }

        Active heldUntil(@Nullable Instant until) {
            return new Active(lead, id, cadence, startedAt, next, history, errands, until);
        }
    }

    /** @param errands alerts and tasks that are still on their way */
    record Finished(Lead lead, EnrollmentId id, Ending ending, Instant at, History history, List<Touch> errands)
            implements Enrollment {
        public Finished {
            errands = errands == null ? List.of() : List.copyOf(errands);
        }

        @Override
        public Optional<Instant> wakeAt() {
            return errands.stream().map(Touch::wakeAt).min(Instant::compareTo);
        }
    }
}
