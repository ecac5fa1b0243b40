package dev.seventouch.mailer.delivery;

import dev.seventouch.events.lead.LeadId;
import java.util.Collection;

/** Forgets people. */
public interface Erasure {

    /**
     * Forgets all that is kept of these leads as persons: letters and their addresses, and what relays said of an address.
     * The bare claims stay, so that a touch that is told once more is not handed over once more.
     */
    void erase(Collection<LeadId> leads);
}
