package dev.seventouch.mailer.delivery;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.delivery.Claim.Result;
import dev.seventouch.mailer.delivery.print.PostReturns;
import dev.seventouch.mailer.delivery.print.PrintBatch;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.PrintItem.State;
import dev.seventouch.mailer.delivery.print.PrintItems;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From letters that wait to letters that are posted. The ledger is asked when a batch is made, each time it is printed, and
 * once more when it is posted. A letter is handed over when it is posted, and not before.
 */
public final class PrintRoom {

    /** A stack that a person can carry; what is over goes into the next batch. */
    private static final int MOST = 2000;

    /** Characters of pages in a batch: what a letter brings, images included, is in memory while its batch is laid out. */
    private static final long LARGEST = 32L * 1024 * 1024;

    /** Read at a time. A page is up to half a million characters long. */
    private static final int AT_ONCE = 100;

    /** Post comes back within weeks; after that nobody asks for a letter's words. */
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private static final DateTimeFormatter DAILY = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmm");

    private final PrintItems items;
    private final Ledger ledger;
    private final PrintEnds ends;
    private final PostReturns returns;
    private final InstantSource clock;
    private final int most;
    private final long largest;

    /** @param clock house time */
    public PrintRoom(
            PrintItems items,
            Claims claims,
            Ledger ledger,
            Outcomes outcomes,
            PostReturns returns,
            InstantSource clock) {
        this(items, claims, ledger, outcomes, returns, clock, MOST, LARGEST);
    }

    /**
     * @param most letters in a batch
     * @param largest characters of pages after which no more letters go into a batch
     */
    PrintRoom(
            PrintItems items,
            Claims claims,
            Ledger ledger,
            Outcomes outcomes,
            PostReturns returns,
            InstantSource clock,
            int most,
            long largest) {
        this.items = items;
        this.ledger = ledger;
        this.ends = new PrintEnds(claims, outcomes);
        this.returns = returns;
        this.clock = clock;
        this.most = most;
        this.largest = largest;
    }

    /** @return a batch of what was queued until {@code cutOff}, or of the oldest of it; empty if nothing was */
    public Optional<PrintBatch> close(Instant cutOff) {
        Instant now = now();
        String id =
                now.atZone(ZoneOffset.UTC).toLocalDate() + "-" + Long.toString(now.toEpochMilli() % 86_400_000L, 36);
        return filled(id, cutOff);
    }

    /**
     * The batches of a day: usually one. Their ids tell the cut-off, so that whoever else does the same, or did half of it and
     * died, works on the same batches.
     *
     * @return those that were filled just now
     */
    public List<PrintBatch> closeDaily(ZonedDateTime cutOff) {
        List<PrintBatch> filled = new ArrayList<>();
        for (int part = 1; !items.queued(cutOff.toInstant(), 1).isEmpty(); part++) {
            String id = DAILY.format(cutOff) + (part == 1 ? "" : "-" + part);
            filled(id, cutOff.toInstant()).ifPresent(filled::add);
        }
        return filled;
    }

    /**
     * Fills a batch until nothing waits or it is full; the rest is for another one.
     *
     * @return empty if nothing came into it, because somebody has it in hand already: nothing is put into a stack that may be
     *     printed
     */
    private Optional<PrintBatch> filled(String id, Instant cutOff) {
        PrintBatch batch = null;
        int letters = 0;
        long characters = 0;
        while (letters < most && characters < largest) {
            List<PrintItem> next = items.queued(cutOff, Math.min(AT_ONCE, most - letters));
            if (next.isEmpty()) {
                break;
            }
            List<PrintItem> going = new ArrayList<>();
            for (PrintItem item : goingOf(next, null)) {
                if (characters < largest) {
                    going.add(item);
                    characters += item.html().length();
                }
            }
            if (!going.isEmpty()) {
                // First the batch: items that point to one that is not there would never be printed.
                PrintBatch opened = items.open(new PrintBatch(id, PrintBatch.State.OPEN, cutOff, null, now()));
                if (opened.state() != PrintBatch.State.OPEN) {
                    break;
                }
                batch = opened;
                items.move(going, State.BATCHED, id);
                letters += going.size();
            }
        }
        return Optional.ofNullable(batch);
    }

    /** @return empty if it is not open any more */
    public Optional<PrintBatch> claim(String batch, String by) {
        return items.step(batch, PrintBatch.State.OPEN, PrintBatch.State.CLAIMED, by, now());
    }

    /** Somebody else shall print it. @return empty if nobody has claimed it, or it is posted */
    public Optional<PrintBatch> release(String batch, String by) {
        return items.step(batch, PrintBatch.State.CLAIMED, PrintBatch.State.OPEN, by, now());
    }

    /** Forgets letters whose end is long known; that they had one, their claims still tell. */
    void forget() {
        items.forget(now().minus(REMEMBERED));
    }

    /** The latest batches first. */
    List<PrintBatch> latest(int most) {
        return items.batches(most);
    }

    /** What is to be printed of a batch now: as long as it is not posted, without those who said stop meanwhile. */
    public List<PrintItem> printed(PrintBatch batch) {
        List<PrintItem> all = items.of(batch.id());
        return batch.state() == PrintBatch.State.POSTED
                ? all.stream().filter(item -> item.state() != State.STOPPED).toList()
                : goingOf(in(all, State.BATCHED), batch.id());
    }

    /**
     * Marks a batch as posted: its letters are handed over. Said again, it does what was left undone.
     *
     * @return those that must be taken out of the stack if they are in it, because they said stop after the batch was made;
     *     empty if nobody has claimed it
     */
    public Optional<List<PrintItem>> posted(String batch, String by) {
        boolean claimed = items.step(batch, PrintBatch.State.CLAIMED, PrintBatch.State.POSTED, by, now())
                .or(() -> items.batch(batch))
                .filter(now -> now.state() == PrintBatch.State.POSTED)
                .isPresent();
        if (!claimed) {
            return Optional.empty();
        }
        List<PrintItem> going = goingOf(in(items.of(batch), State.BATCHED), batch);
        ends.tell(going, new Result.HandedOver("posted in batch " + batch, now()));
        items.move(going, State.POSTED, batch);
        return Optional.of(in(items.of(batch), State.STOPPED));
    }

    /**
     * Somebody else has taken a claimed batch over: these are handed over. Whoever said stop since is in their stack, and can't
     * be called back.
     */
    void handedOver(String batch, String by, String receipt, List<PrintItem> taken) {
        items.step(batch, PrintBatch.State.CLAIMED, PrintBatch.State.POSTED, by, now());
        ends.tell(taken, new Result.HandedOver(receipt, now()));
        items.move(taken, State.POSTED, batch);
    }

    /** The post brought these back: told as undeliverable by post. Only what was posted can come back. */
    public List<PrintItem> returned(String batch, Set<String> touches) {
        List<PrintItem> back = in(items.of(batch), State.POSTED).stream()
                .filter(item -> touches.contains(item.touch().value()))
                .toList();
        Instant now = now();
        back.forEach(item -> returns.tell(item, now));
        items.move(back, State.RETURNED, batch);
        return back;
    }

    private static List<PrintItem> in(Collection<PrintItem> all, State state) {
        return all.stream().filter(item -> item.state() == state).toList();
    }

    /** Asks the ledger: who said stop is out, and told to be. */
    private List<PrintItem> goingOf(List<PrintItem> all, @Nullable String batch) {
        Map<LeadId, Set<Medium>> forbidden = all.isEmpty()
                ? Map.of()
                : ledger.forbidden(all.stream().map(PrintItem::lead).collect(Collectors.toSet()));
        Predicate<PrintItem> forbids = item -> forbidden
                .getOrDefault(item.lead(), Set.of())
                .contains(item.channel().medium());
        List<PrintItem> stopped = stop(all.stream().filter(forbids).toList(), Errand.STOPPED, batch);
        return all.stream().filter(item -> !stopped.contains(item)).toList();
    }

    /**
     * A lead's plan has ended, because it is ready to buy, say: what was queued for it before then is not posted any more.
     *
     * @param at house time of the end
     */
    public void planEnded(LeadId lead, Instant at) {
        for (PrintItem item : items.waitingFor(List.of(lead))) {
            if (!item.queuedAt().isAfter(at)) {
                stop(List.of(item), "the lead's plan has ended", item.batch());
            }
        }
    }

    /** @return those that are not posted yet, and won't be */
    private List<PrintItem> stop(List<PrintItem> waiting, String why, @Nullable String batch) {
        // Whoever died after telling that it is posted, and before writing that here, has posted it.
        Set<TouchId> posted = ends.posted(waiting);
        List<PrintItem> stopped =
                waiting.stream().filter(item -> !posted.contains(item.touch())).toList();
        if (!stopped.isEmpty()) {
            ends.tell(stopped, new Result.Skipped(why, now()));
            items.move(stopped, State.STOPPED, batch);
        }
        return stopped;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
