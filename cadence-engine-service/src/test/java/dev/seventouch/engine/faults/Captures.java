package dev.seventouch.engine.faults;

import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Leads that come in one after the other, at a steady rate. */
final class Captures implements AutoCloseable {
    private final Writer writer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger count = new AtomicInteger();

    Captures(House house) {
        writer = new Writer(house.broker());
    }

    void flow(int perSecond) {
        long micros = TimeUnit.SECONDS.toMicros(1) / perSecond;
        var _ = clock.scheduleAtFixedRate(this::capture, 0, micros, TimeUnit.MICROSECONDS);
    }

    void capture() {
        writer.say(Topics.LEADS, Leads.captured(count.getAndIncrement(), Instant.now()));
    }

    /** How many there were so far. */
    int count() {
        return count.get();
    }

    /** Returns when all of them are on disk. */
    void stop() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(Duration.ofMinutes(3).toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("a lead could not be written");
        }
        writer.awaitAcknowledged();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        writer.close();
    }
}
