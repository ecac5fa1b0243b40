package dev.seventouch.mailer.delivery;

import io.micrometer.core.instrument.Tags;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** The hand-overs that a lane's batches did not wait for. They are few, and each ends within its time-outs. */
final class Late {

    private static final int MOST = 64;

    private final Delivery.House house;
    private final Semaphore room = new Semaphore(MOST);

    Late(Delivery.House house, String lane) {
        this.house = house;
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

    /** It has come to its end, or something threw: then what is known stays remembered, and is told when it comes again. */
    void end(Job job) {
        house.inFlight().leave(Set.of(job.id()));
        room.release();
    }
}
