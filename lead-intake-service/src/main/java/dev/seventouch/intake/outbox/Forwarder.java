package dev.seventouch.intake.outbox;

import dev.seventouch.intake.work.Worker;
import dev.seventouch.service.stream.EventPublisher;
import dev.seventouch.service.stream.LogUnreachable;
import dev.seventouch.service.stream.Outgoing;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings what waits in the outbox onto the log, the lead that waits longest first. Of one lead the next event goes only
 * when the one before is acknowledged, so the order holds whatever fails. A crash between acknowledgement and removal
 * publishes an event once more, under the same CloudEvents id.
 */
public final class Forwarder implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Forwarder.class);

    /** Leads that are read at a time. */
    private static final int ROUND = 200;

    /** How soon another instance takes over from one that died. */
    private static final Duration TURN = Duration.ofSeconds(15);

    private static final long IDLE_MILLIS = 1000;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final Outlet outlet;
    private final Outbox outbox;
    private final EventPublisher publisher;
    private final InstantSource wall;
    private final String instance;
    private final Counter forwarded;
    private volatile Backlog backlog = Backlog.EMPTY;
    private final Worker worker = new Worker("outbox");

    /**
     * @param wall wall time, whatever the house's time
     * @param instance tells this process from others of the service; the same after a restart
     */
    public Forwarder(
            Outlet outlet,
            Outbox outbox,
            EventPublisher publisher,
            InstantSource wall,
            String instance,
            MeterRegistry meters) {
        this.outlet = outlet;
        this.outbox = outbox;
        this.publisher = publisher;
        this.wall = wall;
        this.instance = instance;
        this.forwarded = meters.counter("seventouch.intake.outbox.forwarded");
        Gauge.builder("seventouch.intake.outbox.waiting", () -> backlog.leads())
                .description("leads of whom something waits for the log")
                .register(meters);
        Gauge.builder("seventouch.intake.outbox.age", this::ageInSeconds)
                .baseUnit("seconds")
                .description("how long the lead that waits longest has been waiting")
                .register(meters);
    }

    private double ageInSeconds() {
        Instant since = backlog.since();
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, wall.instant()).toMillis() / 1000.0);
    }

    @Override
    public void start() {
        worker.start(this::forward);
    }

    @Override
    public void stop() {
        worker.stop(Thread::interrupt, Duration.ofSeconds(5));
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private void forward() {
        while (worker.isRunning()) {
            try {
                if (!round()) {
                    outlet.awaitNews(IDLE_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (LogUnreachable | OutboxUnreachable e) {
                if (worker.isRunning()) {
                    log.debug("what waits goes on waiting: {}", e.getMessage());
                    Worker.pause(PAUSE);
                }
            } catch (RuntimeException e) { // a thread that ended would let all wait for ever
                log.error("the outbox could not be forwarded; trying again", e);
                Worker.pause(PAUSE);
            }
        }
    }

    /** Forwards once what waits longest; whether more may wait. */
    private boolean round() {
        look();
        if (backlog.leads() == 0) {
            // Whoever forwarded it all, this instance or another, has reached the log.
            outlet.logIsBack();
            return false;
        }
        if (!outbox.takesTurn(instance, wall.instant(), TURN)) {
            return false;
        }
        List<Queue> queues = outbox.oldest(ROUND);
        if (queues.isEmpty()) {
            return false;
        }
        if (outlet.isLogAway()) {
            // One event finds out whether the log is back.
            Queue first = queues.getFirst();
            forward(List.of(new Queue(first.lead(), first.events().subList(0, 1))));
            outlet.logIsBack();
            return true;
        }
        for (int place = 0; worker.isRunning() && forward(atPlace(queues, place)); place++) {
            // the next of each lead only when all of these are acknowledged
        }
        return true;
    }

    private void look() {
        backlog = outbox.backlog();
        outlet.saw(backlog.leads() > 0);
    }

    private static List<Queue> atPlace(List<Queue> queues, int place) {
        List<Queue> heads = new ArrayList<>();
        for (Queue queue : queues) {
            if (queue.events().size() > place) {
                heads.add(new Queue(queue.lead(), queue.events().subList(place, place + 1)));
            }
        }
        return heads;
    }

    private boolean forward(List<Queue> heads) {
        if (heads.isEmpty()) {
            return false;
        }
        List<Outgoing> events =
                heads.stream().map(queue -> queue.events().getFirst().event()).toList();
        publisher.publishPrepared(events);
        outbox.remove(heads);
        forwarded.increment(heads.size());
        heads.forEach(queue -> log.info("lead={} went from the outbox onto the log", queue.lead()));
        return true;
    }
}
