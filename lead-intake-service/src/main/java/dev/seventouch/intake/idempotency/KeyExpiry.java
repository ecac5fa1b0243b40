package dev.seventouch.intake.idempotency;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Forgets keys after a day, every minute: not every store has documents that expire by themselves. */
public final class KeyExpiry implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(KeyExpiry.class);

    static final Duration KEPT_FOR = Duration.ofHours(24);
    private static final long EVERY_SECONDS = 60;

    private final Keys keys;
    private final InstantSource wall;
    private final long most;
    private volatile long kept;
    private volatile @Nullable ScheduledExecutorService scheduler;

    /**
     * @param wall wall time, whatever the house's time
     * @param most keys that are kept at a time, about
     */
    public KeyExpiry(Keys keys, InstantSource wall, long most, MeterRegistry meters) {
        this.keys = keys;
        this.wall = wall;
        this.most = most;
        Gauge.builder("seventouch.intake.idempotency.keys", () -> kept)
                .description("keys of requests that are kept, as of the last minute")
                .register(meters);
    }

    void requireRoom() {
        if (kept >= most) {
            throw new TooManyKeys();
        }
    }

    /** Forgets what is older than a day. */
    void expire() {
        try {
            kept = keys.expire(wall.instant().minus(KEPT_FOR));
        } catch (KeysUnreachable e) {
            log.warn("old keys of requests are forgotten later: {}", e.getMessage());
        } catch (RuntimeException e) { // a task that threw would not be run again
            log.error("old keys of requests could not be forgotten", e);
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService every = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("key-expiry").daemon().factory());
        scheduler = every;
        var _ = every.scheduleWithFixedDelay(this::expire, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = scheduler;
        if (running != null) {
            running.shutdownNow();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }
}
