package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent.Captured;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.capture.LeadView.Change;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the log's changes make of what is known of leads.
 *
 * @param after what is known then of each lead that a change is about; null for whoever is forgotten
 * @param lacking of whom the log's last word lacks something that is known then
 */
public record Learned(Map<LeadId, @Nullable Captured> after, Set<LeadId> lacking) {

    /**
     * @param changes in the log's order
     * @param before what is known of their leads
     */
    public static Learned of(List<Change> changes, Map<LeadId, LeadView.Seen> before) {
        Map<LeadId, @Nullable Captured> after = new LinkedHashMap<>();
        Set<LeadId> lacking = new HashSet<>();
        for (Change change : changes) {
            LeadId lead = change.lead();
            @Nullable Captured older = after.containsKey(lead) ? after.get(lead) : captured(before.get(lead));
            switch (change) {
                case Change.Known(var said) -> {
                    Captured now = older == null ? said : both(said, older);
                    after.put(lead, now);
                    if (now.lead().equals(said.lead())
                            && Objects.equals(now.origins(), said.origins())
                            && Objects.equals(now.sameAs(), said.sameAs())) {
                        lacking.remove(lead);
                    } else if (now.at().equals(said.at()) || !now.equals(older)) {
                        lacking.add(lead);
                    } // else it is an old word, told again
                }
                case Change.Forgotten _ -> {
                    after.put(lead, null);
                    lacking.remove(lead);
                }
            }
        }
        return new Learned(Collections.unmodifiableMap(after), Set.copyOf(lacking));
    }

    private static @Nullable Captured captured(LeadView.@Nullable Seen seen) {
        return seen == null ? null : seen.captured();
    }

    /** By their instants, not by their arrival: the topic is read again after a crash, older facts after newer. */
    private static Captured both(Captured one, Captured other) {
        Captured newer = one.at().isBefore(other.at()) ? other : one;
        Captured older = newer == one ? other : one;
        // Said without it, as by a process that could not look: it was not taken back by that.
        LeadId sameAs = newer.sameAs() == null ? older.sameAs() : newer.sameAs();
        Lead lead = Bounds.on(newer.lead().foldedOver(older.lead()));
        Instant first = older.first().isBefore(newer.first()) ? older.first() : newer.first();
        Instant latest = older.latest().isAfter(newer.latest()) ? older.latest() : newer.latest();
        return new Captured(lead, newer.at(), first, latest, newer.toConfirm(), newer.originsOver(older), sameAs);
    }
}
