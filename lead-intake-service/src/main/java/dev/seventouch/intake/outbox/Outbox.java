package dev.seventouch.intake.outbox;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.service.stream.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where events wait for the log, lead by lead. What was added outlives a restart and the loss of any one store node. */
public interface Outbox {

    /**
     * How many events wait of those of {@code leads} of whom any does.
     *
     * @throws OutboxUnreachable if it can't be asked
     */
    Map<LeadId, Integer> waiting(Collection<LeadId> leads);

    /**
     * Adds each event behind all others of its lead.
     *
     * @param events by lead
     * @param now wall time
     * @throws OutboxUnreachable if it is not certain that all were kept
     */
    void add(Map<LeadId, Outgoing> events, Instant now);

    /**
     * The leads that wait longest, with what waits of them, up to a size that fits into memory.
     *
     * @throws OutboxUnreachable if it can't be asked
     */
    List<Queue> oldest(int most);

    /**
     * Takes out what is on the log by now: {@code queues} with those events.
     *
     * @throws OutboxUnreachable if it can't be written
     */
    void remove(List<Queue> queues);

    /** @throws OutboxUnreachable if it can't be asked */
    Backlog backlog();

    /**
     * Whether it is {@code who}'s turn to forward, from {@code now} on for {@code length}. Only one has it at a time.
     *
     * @param now wall time
     * @throws OutboxUnreachable if it can't be asked
     */
    boolean takesTurn(String who, Instant now, Duration length);
}
