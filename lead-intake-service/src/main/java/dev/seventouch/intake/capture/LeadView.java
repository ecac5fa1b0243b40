package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of each lead. It follows the log and can be rebuilt from it. */
public interface LeadView {

    /** @throws ViewUnreachable if the store can't be asked */
    Optional<LeadEvent.Captured> find(LeadId lead);

    /**
     * Those of {@code leads} that are known.
     *
     * @throws ViewUnreachable if the store can't be asked
     */
    Map<LeadId, LeadEvent.Captured> findAll(Collection<LeadId> leads);

    /**
     * Takes in what the log says, in its order. The same changes again, or older ones, alter nothing.
     *
     * @throws ViewUnreachable if the store can't be written
     */
    void take(List<Change> changes);

    /** One thing that the log says of one lead. */
    sealed interface Change {
        LeadId lead();

        record Known(LeadEvent.Captured captured) implements Change {
            @Override
            public LeadId lead() {
                return captured.lead().id();
            }
        }

        record Forgotten(LeadId lead) implements Change {}
    }
}
