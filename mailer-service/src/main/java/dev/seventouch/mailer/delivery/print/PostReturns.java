package dev.seventouch.mailer.delivery.print;

import java.time.Instant;

/** Where it is told that the post brought something back. */
public interface PostReturns {

    /** @param at house time */
    void tell(PrintItem returned, Instant at);
}
