package dev.seventouch.intake.link;

import dev.seventouch.service.link.Link;
import java.time.Instant;

/**
 * Somebody asked for an address of a mail.
 *
 * @param bySign whether the request itself shows that no person made it
 * @param at by the house's clock
 */
record Visit(Link link, boolean bySign, Instant at) {

    /** Whether something is said of it; a look at a page only helps to tell what the other visits were. */
    boolean isTold() {
        return link.purpose() == Link.Purpose.CLICK || link.purpose() == Link.Purpose.OPEN;
    }

    boolean isOfSameLink(Visit other) {
        return link.equals(other.link());
    }
}
