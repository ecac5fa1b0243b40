package dev.seventouch.mailer.delivery;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The lane of first touches and that of all others, each with workers of its own. */
public final class Lanes implements AutoCloseable {

    private final ExecutorService firstWorkers;
    private final ExecutorService otherWorkers;
    private final Delivery first;
    private final Delivery others;

    /** @param workers how many touches of one lane are handed over at the same time */
    public Lanes(Delivery.House house, int workers) {
        this.firstWorkers = crew("mailer-first-", workers);
        this.otherWorkers = crew("mailer-", workers);
        this.first = new Delivery(house, firstWorkers);
        this.others = new Delivery(house, otherWorkers);
    }

    private static ExecutorService crew(String name, int workers) {
        return Executors.newFixedThreadPool(
                workers, Thread.ofVirtual().name(name, 1).factory());
    }

    public Delivery first() {
        return first;
    }

    public Delivery others() {
        return others;
    }

    @Override
    public void close() {
        firstWorkers.shutdown();
        otherWorkers.shutdown();
    }
}
