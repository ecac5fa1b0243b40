package dev.seventouch.intake.erasure;

import dev.seventouch.events.lead.LeadId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which erasures were asked for, and where their tombstones are. */
public interface Erasures {

    /**
     * @param tombstone where it is on the log; null until intake has read it there
     */
    record Asked(LeadId lead, Instant at, @Nullable String tombstone) {}

    /** @throws ErasuresUnreachable if it is not certain that it was kept */
    void ask(LeadId lead, Instant at);

    /**
     * Notes where the tombstone of {@code lead} is, if one was asked for.
     *
     * @throws ErasuresUnreachable if it is not certain that it was kept
     */
    void found(LeadId lead, String tombstone);

    /** @throws ErasuresUnreachable if it can't be asked */
    Optional<Asked> find(LeadId lead);
}
