package dev.seventouch.mailer.delivery;

import dev.seventouch.mailer.delivery.print.CutOff;
import dev.seventouch.mailer.delivery.print.PrintBatch;
import dev.seventouch.service.clock.HouseClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a day's letters into that day's batch when its cut-off has been; the last one that was missed is made up for. */
public final class DailyPost implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DailyPost.class);
    private static final String NOBODY = "nobody said so";
    private static final int LOOKED_AT = 100;

    private final PrintRoom room;
    private final CutOff cutOff;
    private final @Nullable PrintOrders orders;
    private final @Nullable Duration postedAfter;
    private final HouseClock clock;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("mailer-post").factory());
    private final Set<String> refused = new HashSet<>();
    private Instant done = Instant.MIN;

    /**
     * @param orders who gives batches to a print provider; null if people print
     * @param postedAfter house time after its cut-off at which a batch counts as posted, though nobody said so; null for never
     */
    public DailyPost(
            PrintRoom room,
            CutOff cutOff,
            @Nullable PrintOrders orders,
            @Nullable Duration postedAfter,
            HouseClock clock) {
        this.room = room;
        this.orders = orders;
        this.cutOff = cutOff;
        this.postedAfter = postedAfter;
        this.clock = clock;
    }

    public void start() {
        // A minute of the house, within what a machine can tell and a person waits for.
        long millis = Math.clamp(clock.onTheWall(Duration.ofMinutes(1)).toMillis(), 200, 20_000);
        ticks.scheduleWithFixedDelay(this::tick, millis, millis, TimeUnit.MILLISECONDS);
    }

    void tick() {
        try {
            Instant now = clock.instant();
            var latest = cutOff.last(now);
            if (latest.toInstant().isAfter(done)) {
                room.closeDaily(latest).forEach(batch -> log.info("batch {} is ready to be printed", batch.id()));
                room.forget();
                done = latest.toInstant();
            }
            List<PrintBatch> batches = orders == null && postedAfter == null ? List.of() : room.latest(LOOKED_AT);
            if (orders != null) {
                giveAway(batches, orders);
            }
            if (postedAfter != null) {
                takeForPosted(batches, now.minus(postedAfter));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("the day's letters can't be put together yet; they are tried again", e);
        }
    }

    /** Each once: what the provider does not take is a person's, until the next start. */
    private void giveAway(List<PrintBatch> batches, PrintOrders to) throws InterruptedException {
        for (PrintBatch batch : batches) {
            boolean isOpen = batch.state() == PrintBatch.State.OPEN && !refused.contains(batch.id());
            boolean isOnItsWay = batch.state() == PrintBatch.State.CLAIMED && PrintOrders.PROVIDER.equals(batch.by());
            if ((isOpen || isOnItsWay) && !to.give(batch)) {
                refused.add(batch.id());
            }
        }
    }

    private void takeForPosted(List<PrintBatch> batches, Instant cutOffUntil) {
        for (PrintBatch batch : batches) {
            if (batch.state() != PrintBatch.State.POSTED && !batch.cutOff().isAfter(cutOffUntil)) {
                room.claim(batch.id(), NOBODY);
                room.posted(batch.id(), NOBODY);
            }
        }
    }

    @Override
    public void close() {
        ticks.shutdownNow();
    }
}
