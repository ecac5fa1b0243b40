package dev.seventouch.mailer.delivery.print;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that waits for the printer, and what became of it. */
public interface PrintItems {

    /** Adds it, unless it is there already. */
    void add(PrintItem item);

    /** What was queued until then and still waits: the {@code most} oldest of it, the oldest first. */
    List<PrintItem> queued(Instant until, int most);

    Optional<PrintItem> find(TouchId touch);

    /** The items of one batch, the oldest first. */
    List<PrintItem> of(String batch);

    /** What is not posted yet of what is for these leads. */
    List<PrintItem> waitingFor(Collection<LeadId> leads);

    /** Moves items from the state they are in to another; of two callers one moves each. {@code batch} is kept with them. */
    void move(Collection<PrintItem> items, PrintItem.State to, @Nullable String batch);

    /** Forgets what was queued before then and is at its end: addresses and words of people. */
    void forget(Instant queuedBefore);

    /** @return the batch of that id: this one if there was none */
    PrintBatch open(PrintBatch batch);

    /** @return the batch as it is now, if it was in {@code from}; empty if somebody else was first, or there is none */
    Optional<PrintBatch> step(String id, PrintBatch.State from, PrintBatch.State to, String by, Instant at);

    Optional<PrintBatch> batch(String id);

    /** The latest batches first. */
    List<PrintBatch> batches(int most);
}
