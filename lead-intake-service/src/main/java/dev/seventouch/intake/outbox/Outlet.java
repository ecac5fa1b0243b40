package dev.seventouch.intake.outbox;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.service.stream.EventPublisher;
import dev.seventouch.service.stream.LogUnreachable;
import dev.seventouch.service.stream.Outgoing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way by which events leave for the log. What it returned from is kept: on the log, or in the outbox while the log
 * is out of reach. While something of a lead waits, all later events of the same lead queue behind it.
 */
public final class Outlet {
    private static final Logger log = LoggerFactory.getLogger(Outlet.class);

    /** Events of one lead; they share a document, which must not outgrow its store. */
    private static final int MOST_OF_ONE_LEAD = 100;

    private final EventPublisher publisher;
    private final Outbox outbox;
    private final InstantSource wall;
    private final Counter queued;
    private final Semaphore news = new Semaphore(0);

    /** Whether the log was out of reach when last tried: nobody else has to wait for its budget until it is back. */
    private volatile boolean logAway;

    /** Whether something waited when last looked; counts only while the outbox can't be asked. */
    private volatile boolean somethingWaits;

    /** @param wall wall time, whatever the house's time */
    public Outlet(EventPublisher publisher, Outbox outbox, InstantSource wall, MeterRegistry meters) {
        this.publisher = publisher;
        this.outbox = outbox;
        this.wall = wall;
        this.queued = meters.counter("seventouch.intake.outbox.queued");
    }

    /**
     * Says {@code event} of {@code lead}.
     *
     * @throws NotKept if neither the log nor the outbox took it
     */
    public void say(LeadId lead, Outgoing event) {
        if (!keep(Map.of(lead, event)).isEmpty()) {
            throw NotKept.tooMuchWaits();
        }
    }

    /**
     * Says all, in one go: what can't be said now waits.
     *
     * @param events each of another lead, under its id
     * @return those of whom too much waits already: their events are not kept
     * @throws NotKept if neither the log nor the outbox took all the others; some may be kept
     */
    public Set<LeadId> keepAll(List<Outgoing> events) {
        Map<LeadId, Outgoing> byLead = new LinkedHashMap<>();
        events.forEach(event -> byLead.put(new LeadId(event.key()), event));
        return byLead.isEmpty() ? Set.of() : keep(byLead);
    }

    /** Whose are not kept, as too much of theirs waits. */
    private Set<LeadId> keep(Map<LeadId, Outgoing> all) {
        Map<LeadId, Integer> waiting;
        try {
            waiting = outbox.waiting(all.keySet());
        } catch (OutboxUnreachable e) {
            if (somethingWaits) {
                throw new NotKept("it may have to wait for earlier events, and the outbox can't be asked", e);
            }
            publishOrRefuse(List.copyOf(all.values()));
            return Set.of();
        }
        Map<LeadId, Outgoing> events = new LinkedHashMap<>(all);
        events.keySet().removeIf(lead -> waiting.getOrDefault(lead, 0) >= MOST_OF_ONE_LEAD);
        keep(events, waiting.keySet());
        Set<LeadId> refused = new HashSet<>(all.keySet());
        refused.removeAll(events.keySet());
        return refused;
    }

    private void keep(Map<LeadId, Outgoing> events, Set<LeadId> waiting) {
        if (events.isEmpty()) {
            return;
        }
        if (logAway) {
            queue(events);
            return;
        }
        Map<LeadId, Outgoing> behind = new LinkedHashMap<>(events);
        behind.keySet().retainAll(waiting);
        Map<LeadId, Outgoing> free = new LinkedHashMap<>(events);
        free.keySet().removeAll(waiting);
        try {
            publisher.publishPrepared(List.copyOf(free.values()));
        } catch (LogUnreachable e) {
            log.warn("{}; what comes in now waits in the outbox", e.getMessage());
            queue(events);
            logAway = true;
            return;
        }
        if (!behind.isEmpty()) {
            queue(behind);
        }
    }

    /**
     * Says all on the log, if nothing waits for it.
     *
     * @param events each of another lead
     * @throws NotKept if not all are on the log; some may be
     */
    public void sayAll(List<Outgoing> events) {
        try {
            if (logAway || outbox.backlog().leads() > 0) {
                throw new NotKept("others wait for the log");
            }
            publisher.publishPrepared(events);
        } catch (LogUnreachable e) {
            throw new NotKept("the log is out of reach", e);
        } catch (OutboxUnreachable e) {
            throw new NotKept("whether others wait can't be asked", e);
        }
    }

    /**
     * Says {@code event} on the log, past whatever waits.
     *
     * @throws NotKept if the log did not take it
     */
    public void sayAtOnce(Outgoing event) {
        publishOrRefuse(List.of(event));
    }

    private void publishOrRefuse(List<Outgoing> events) {
        try {
            publisher.publishPrepared(events);
        } catch (LogUnreachable e) {
            throw new NotKept("the log is out of reach", e);
        }
    }

    private void queue(Map<LeadId, Outgoing> events) {
        try {
            outbox.add(events, wall.instant());
        } catch (OutboxUnreachable e) {
            throw new NotKept("the log and the outbox are out of reach", e);
        }
        somethingWaits = true;
        queued.increment(events.size());
        news.release();
        events.keySet().forEach(lead -> log.info("lead={} waits in the outbox", lead));
    }

    // ---- for the forwarder

    boolean isLogAway() {
        return logAway;
    }

    void logIsBack() {
        if (logAway) {
            log.info("the log is back");
        }
        logAway = false;
    }

    void saw(boolean waiting) {
        somethingWaits = waiting;
    }

    /** Until something is queued, at most {@code millis}. */
    void awaitNews(long millis) throws InterruptedException {
        if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }
}
