package dev.seventouch.mailer.delivery;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The lane of first touches and that of all others, each with workers of its own. */
public final class Lanes implements AutoCloseable {

    private final ExecutorService firstWorkers;
    private final ExecutorService otherWorkers;
    private final Delivery first;
    private final Delivery others;

    public Lanes(Delivery.House house) {
        this.firstWorkers = crew("mailer-first-");
        this.otherWorkers = crew("mailer-");
        this.first = new Delivery(house, firstWorkers, true);
        this.others = new Delivery(house, otherWorkers, false);
    }

    /** As many as there are touches: how much goes on at the same time is for the channels to say. */
    private static ExecutorService crew(String name) {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name, 1).factory());
    }

    public Delivery first() {
        return first;
    }

    public Delivery others() {
        return others;
    }

    /** Lets what is under way come to its end, but not for long. */
    @Override
    public void close() {
        firstWorkers.shutdown();
        otherWorkers.shutdown();
        try {
            boolean done = firstWorkers.awaitTermination(5, TimeUnit.SECONDS)
                    && otherWorkers.awaitTermination(5, TimeUnit.SECONDS);
            if (!done) {
                firstWorkers.shutdownNow();
                otherWorkers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
