package dev.seventouch.mailer.delivery;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The hand-overs that a lane's batches did not wait for. They are few, and each ends within its time-outs. */
final class Late {

    private static final Logger log = LoggerFactory.getLogger(Delivery.class);
    private static final int MOST = 64;

    private final Delivery.House house;
    private final Story story;
    private final Semaphore room = new Semaphore(MOST);

    Late(Delivery.House house, Story story, String lane) {
        this.house = house;
        this.story = story;
        house.meters()
                .gauge(
                        "seventouch.deliveries.late",
                        Tags.of("lane", lane),
                        room,
                        free -> MOST - free.availablePermits());
    }

    /** Waits for room, if there are many. */
    void add(int more) {
        try {
            room.acquire(more);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped in the middle of a batch; it will come again", e);
        }
    }

    /** @param done null if there is no outcome, because something threw: then it is asked for again */
    void end(Job job, @Nullable Job done) {
        try {
            if (done != null) {
                house.claims().record(List.of(done.claim()));
                house.inFlight().recorded(List.of(done.claim()));
                house.outcomes()
                        .tell(List.of(
                                story.done(done, requireNonNull(done.claim().result()))));
            }
        } catch (RuntimeException e) {
            // What is known stays remembered here, and is told when the touch comes again.
            log.warn("the end of a late hand-over can't be kept yet touch={}", job.id(), e);
        } finally {
            house.inFlight().leave(Set.of(job.id()));
            room.release();
        }
    }
}
