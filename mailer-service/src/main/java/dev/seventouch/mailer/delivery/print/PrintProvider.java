package dev.seventouch.mailer.delivery.print;

import java.nio.file.Path;

/** Somebody else who prints and posts. Used by one thread. */
public interface PrintProvider {

    /**
     * What is to be printed.
     *
     * @param id the same each time the same batch is offered: who has taken it once does not take it again
     * @param pdf all letters and cards one after the other, without a cover sheet; there until the order has been answered
     * @param recipients whose letter is on which pages, as CSV (RFC 4180)
     */
    record Order(String id, Path pdf, String recipients) {}

    /** Offers an order once. */
    Answer offer(Order order);

    /** What came of it. */
    sealed interface Answer {

        record Taken(String receipt) implements Answer {}

        /** Nobody knows whether they have it, or they can't now: it may be offered again. */
        record NotNow(String why) implements Answer {}

        /** It is no use to offer it again as it is. */
        record Refused(String why) implements Answer {}
    }
}
