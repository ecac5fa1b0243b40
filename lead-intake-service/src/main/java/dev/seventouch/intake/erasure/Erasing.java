package dev.seventouch.intake.erasure;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.suppression.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Forgets people, and tells how far that has come: a service is done when it has read past the tombstone. */
public final class Erasing {
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Capture capture;
    private final Ledger ledger;
    private final Erasures erasures;
    private final LeadsReaders readers;
    private final InstantSource clock;

    public Erasing(Capture capture, Ledger ledger, Erasures erasures, LeadsReaders readers, InstantSource clock) {
        this.capture = capture;
        this.ledger = ledger;
        this.erasures = erasures;
        this.readers = readers;
        this.clock = clock;
    }

    /** Where an erasure is. */
    public enum State {
        /** The tombstone waits for the log, or has just been said. */
        ASKED,
        /** Not everybody has done it. */
        RUNNING,
        DONE
    }

    /**
     * @param done who has forgotten the person
     * @param left who has not, or not said so yet
     */
    public record Status(LeadId leadId, State state, Instant askedAt, Set<String> done, Set<String> left) {}

    /**
     * Has the person forgotten, by all ids that it has, whether or not anybody is known by that id: the log may know more than the view.
     *
     * @throws dev.seventouch.intake.suppression.LedgerUnreachable if its other ids can't be asked; nothing is done then
     * @throws ErasuresUnreachable if it can't be kept that this was asked for; nothing is done then
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that the tombstone was kept
     */
    public void erase(LeadId lead) {
        for (LeadId each : idsOf(lead)) {
            erasures.ask(each, clock.instant().truncatedTo(ChronoUnit.MILLIS));
            capture.erase(each);
        }
    }

    /** All by which the person is, or was, known. The one that was named comes last: that it was asked for tells that all were. */
    private Set<LeadId> idsOf(LeadId lead) {
        Set<LeadId> ids = new LinkedHashSet<>(ledger.linkedWith(lead));
        ids.remove(lead);
        ids.add(lead);
        return ids;
    }

    /**
     * How far the erasure of {@code lead} that was asked for last has come; nothing if none was.
     *
     * @throws ErasuresUnreachable if it can't be asked
     */
    public Optional<Status> status(LeadId lead) {
        Optional<Status> own = erasures.find(lead).map(this::status);
        return own.map(status -> idsOf(lead).stream()
                .flatMap(each -> erasures.find(each).map(this::status).stream())
                .reduce(status, Erasing::together));
    }

    private static Status together(Status one, Status other) {
        Set<String> left = new TreeSet<>(one.left());
        left.addAll(other.left());
        Set<String> done = new TreeSet<>(one.done());
        done.removeAll(left);
        State state = one.state().compareTo(other.state()) < 0 ? one.state() : other.state();
        return new Status(one.leadId(), state, one.askedAt(), done, left);
    }

    private Status status(Erasures.Asked asked) {
        String tombstone = asked.tombstone();
        Set<String> left = new TreeSet<>(readers.all());
        if (tombstone == null) {
            return new Status(asked.lead(), State.ASKED, asked.at(), Set.of(), left);
        }
        Set<String> done = new TreeSet<>(readers.past(tombstone));
        left.removeAll(done);
        return new Status(asked.lead(), left.isEmpty() ? State.DONE : State.RUNNING, asked.at(), done, left);
    }

    /**
     * Whether the erasure is done within {@code patience}.
     *
     * @param patience on the wall
     * @throws ErasuresUnreachable if it can't be asked
     */
    public boolean isDoneWithin(Duration patience, LeadId lead) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            if (status(lead).map(Status::state).orElse(State.DONE) == State.DONE) {
                return true;
            }
            if (System.nanoTime() >= until) {
                return false;
            }
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
