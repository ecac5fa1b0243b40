package dev.seventouch.mailer.delivery;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All claims. Each call takes the same few round trips, however many claims it is about. */
public interface Claims {

    /**
     * Keeps the claims of touches that have none yet; of two callers with the same touch one wins.
     *
     * @return the claims that stood there before, by touch; what is not among them is now the caller's
     */
    Map<TouchId, Claim> insert(Collection<Claim> fresh);

    /**
     * Takes claims over from the turn before theirs; of two takers of the same turn one wins.
     *
     * @return the touches that are now the caller's
     */
    Set<TouchId> take(Collection<Claim> taken);

    /**
     * Keeps results. A final one is a fact and is kept whoever has the claim by now, and nobody takes the claim over after
     * it; a deferral only while the claim is still its owner's.
     */
    void record(Collection<Claim> done);

    /** The claims of {@code touches}; those that have none are absent. */
    Map<TouchId, Claim> find(Collection<TouchId> touches);

    /** The claims of one lead's touches, in no particular order. */
    List<Claim> of(LeadId lead);
}
