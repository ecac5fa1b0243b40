package dev.seventouch.mailer.delivery;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.mailer.delivery.print.PostReturns;
import dev.seventouch.mailer.delivery.print.PrintBatch;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.PrintItem.State;
import dev.seventouch.mailer.delivery.print.PrintItems;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * From letters that wait to letters that are posted. The ledger is asked when a batch is made, and once more when it is
 * posted: whoever said stop in between is taken out of the stack.
 */
public final class PrintRoom {

    /** A stack that a person can carry; what is over goes into the next batch. */
    private static final int MOST = 2000;

    private final PrintItems items;
    private final Ledger ledger;
    private final PostReturns returns;
    private final InstantSource clock;

    /** @param clock house time */
    public PrintRoom(PrintItems items, Ledger ledger, PostReturns returns, InstantSource clock) {
        this.items = items;
        this.ledger = ledger;
        this.returns = returns;
        this.clock = clock;
    }

    /** @return the batch of what was queued until {@code cutOff}, up to 2,000; empty if nothing was */
    public Optional<PrintBatch> close(Instant cutOff) {
        List<PrintItem> due = items.queued().stream()
                .filter(item -> !item.queuedAt().isAfter(cutOff))
                .limit(MOST)
                .toList();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        Instant now = now();
        String id =
                now.atZone(ZoneOffset.UTC).toLocalDate() + "-" + Long.toString(now.toEpochMilli() % 86_400_000L, 36);
        PrintBatch batch = new PrintBatch(id, PrintBatch.State.OPEN, cutOff, null, now);
        // First the batch: items that point to one that is not there would never be printed.
        items.open(batch);
        Sorted sorted = sorted(due);
        items.move(sorted.stopped, State.STOPPED, id);
        items.move(sorted.going, State.BATCHED, id);
        return Optional.of(batch);
    }

    /** @return empty if it is not open any more */
    public Optional<PrintBatch> claim(String batch, String by) {
        return items.step(batch, PrintBatch.State.OPEN, PrintBatch.State.CLAIMED, by, now());
    }

    /**
     * Marks a batch as posted. Said again, it does what was left undone.
     *
     * @return those that must be taken out of the stack, because they said stop meanwhile; empty if nobody has claimed it
     */
    public Optional<List<PrintItem>> posted(String batch, String by) {
        Sorted sorted = sorted(items.of(batch).stream()
                .filter(item -> item.state() == State.BATCHED)
                .toList());
        boolean claimed = items.step(batch, PrintBatch.State.CLAIMED, PrintBatch.State.POSTED, by, now())
                .or(() -> items.batch(batch))
                .filter(now -> now.state() == PrintBatch.State.POSTED)
                .isPresent();
        if (!claimed) {
            return Optional.empty();
        }
        items.move(sorted.stopped, State.STOPPED, batch);
        items.move(sorted.going, State.POSTED, batch);
        return Optional.of(sorted.stopped);
    }

    /** The post brought these back: told as undeliverable by post. Only what was posted can come back. */
    public List<PrintItem> returned(String batch, Set<String> touches) {
        List<PrintItem> back = items.of(batch).stream()
                .filter(item -> item.state() == State.POSTED
                        && touches.contains(item.touch().value()))
                .toList();
        Instant now = now();
        back.forEach(item -> returns.tell(item, now));
        items.move(back, State.RETURNED, batch);
        return back;
    }

    /** As the ledger has it now. */
    private record Sorted(List<PrintItem> stopped, List<PrintItem> going) {}

    private Sorted sorted(List<PrintItem> all) {
        Map<LeadId, Set<Medium>> forbidden = all.isEmpty()
                ? Map.of()
                : ledger.forbidden(all.stream().map(PrintItem::lead).collect(Collectors.toSet()));
        Predicate<PrintItem> isStopped = item -> forbidden
                .getOrDefault(item.lead(), Set.of())
                .contains(item.channel().medium());
        return new Sorted(
                all.stream().filter(isStopped).toList(),
                all.stream().filter(isStopped.negate()).toList());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
