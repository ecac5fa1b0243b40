package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.touch.EnrollmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a lead stands. An {@link Active} one has exactly one next touch, by its type. */
public sealed interface Enrollment {
    Lead lead();

    History history();

    /** What the lead's owner has still to be told or asked: it belongs to the lead, on whichever plan it is. */
    List<Touch> errands();

    Enrollment with(List<Touch> errands);

    /** When the engine has to look at it again, if ever. */
    Optional<Instant> wakeAt();

    /** No published cadence takes this lead yet. */
    record Unplaced(LeadEvent.Captured captured, Instant retryAt, History history, List<Touch> errands)
            implements Enrollment {
        public Unplaced {
            errands = errands == null ? List.of() : List.copyOf(errands);
        }

        @Override
        public Unplaced with(List<Touch> errands) {
            return new Unplaced(captured, retryAt, history, errands);
        }

        @Override
        public Lead lead() {
            return captured.lead();
        }

        @Override
        public Optional<Instant> wakeAt() {
            return Stream.concat(Stream.of(retryAt), errands.stream().map(Touch::wakeAt))
                    .min(Instant::compareTo);
        }
    }

    /**
     * The lead was asked to confirm that it wants to be contacted; until then nothing else goes out.
     *
     * @param request the one mail that asks; null once it has been handed over
     * @param until until when the lead may confirm
     */
    record Unconfirmed(
            Lead lead,
            EnrollmentId id,
            CadenceRef cadence,
            @Nullable Touch request,
            Instant until,
            History history,
            List<Touch> errands)
            implements Enrollment {
        public Unconfirmed {
            errands = errands == null ? List.of() : List.copyOf(errands);
        }

        @Override
        public Optional<Instant> wakeAt() {
            return Stream.concat(Stream.ofNullable(request), errands.stream())
                    .map(Touch::wakeAt)
                    .filter(until::isAfter)
                    .min(Instant::compareTo)
                    .or(() -> Optional.of(until));
        }

        Unconfirmed with(@Nullable Touch request) {
            return new Unconfirmed(lead, id, cadence, request, until, history, errands);
        }

        Unconfirmed with(Lead lead, History history) {
            return new Unconfirmed(lead, id, cadence, request, until, history, errands);
        }

        @Override
        public Unconfirmed with(List<Touch> errands) {
            return new Unconfirmed(lead, id, cadence, request, until, history, errands);
        }
    }

    /**
     * @param next the one touch that comes next or is in flight
     * @param heldUntil the plan keeps its place and waits until then
     */
    record Active(
            Lead lead,
            EnrollmentId id,
            CadenceRef cadence,
            Progress progress,
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

        Active with(Lead lead, History history) {
            return new Active(lead, id, cadence, progress, next, history, errands, heldUntil);
        }

        Active with(CadenceRef cadence) {
            return new Active(lead, id, cadence, progress, next, history, errands, heldUntil);
        }

        Active with(Progress progress) {
            return new Active(lead, id, cadence, progress, next, history, errands, heldUntil);
        }

        Active with(Touch next) {
            return new Active(lead, id, cadence, progress, next, history, errands, heldUntil);
        }

        Active with(History history) {
            return new Active(lead, id, cadence, progress, next, history, errands, heldUntil);
        }

        @Override
        public Active with(List<Touch> errands) {
            return new Active(lead, id, cadence, progress, next, history, errands, heldUntil);
        }

        Active heldUntil(@Nullable Instant until) {
            return new Active(lead, id, cadence, progress, next, history, errands, until);
        }
    }

    /** @param cadence null for a lead that was on none */
    record Finished(
            Lead lead,
            @Nullable EnrollmentId id,
            @Nullable CadenceRef cadence,
            Ending ending,
            Instant at,
            History history,
            List<Touch> errands)
            implements Enrollment {
        public Finished {
            errands = errands == null ? List.of() : List.copyOf(errands);
        }

        @Override
        public Optional<Instant> wakeAt() {
            return errands.stream().map(Touch::wakeAt).min(Instant::compareTo);
        }

        Finished with(Lead lead, History history) {
            return new Finished(lead, id, cadence, ending, at, history, errands);
        }

        Finished with(History history) {
            return new Finished(lead, id, cadence, ending, at, history, errands);
        }

        @Override
        public Finished with(List<Touch> errands) {
            return new Finished(lead, id, cadence, ending, at, history, errands);
        }
    }
}
