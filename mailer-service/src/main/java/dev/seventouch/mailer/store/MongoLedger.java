package dev.seventouch.mailer.store;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ReadPreference;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.mailer.delivery.Ledger;
import dev.seventouch.service.store.SuppressionDocument;
import dev.seventouch.service.work.Together;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads the suppression ledger, from the primary: a stop that was answered a moment ago must be seen. */
@Component
final class MongoLedger implements Ledger {

    private static final int MOST_TOGETHER = 500;

    private final MongoCollection<SuppressionDocument> suppressions;
    private final Together<LeadId, Set<Medium>> lastLooks =
            new Together<>(List::of, this::forbiddenEach, _ -> true, MOST_TOGETHER);

    MongoLedger(MongoClient client) {
        this.suppressions = SuppressionDocument.in(client).withReadPreference(ReadPreference.primary());
    }

    @Override
    public Map<LeadId, Set<Medium>> forbidden(Collection<LeadId> leads) {
        Map<LeadId, Set<Medium>> forbidden = new HashMap<>();
        suppressions
                .find(in("_id", leads.stream().map(LeadId::value).toList()))
                .forEach(entry -> forbidden.put(new LeadId(entry.lead()), mediaOf(entry)));
        return forbidden;
    }

    @Override
    public boolean forbids(LeadId lead, Medium medium) {
        return lastLooks.ask(lead).contains(medium);
    }

    private List<Set<Medium>> forbiddenEach(List<LeadId> leads) {
        Map<LeadId, Set<Medium>> forbidden = forbidden(Set.copyOf(leads));
        return leads.stream()
                .map(lead -> forbidden.getOrDefault(lead, Set.of()))
                .toList();
    }

    private static Set<Medium> mediaOf(SuppressionDocument entry) {
        return Arrays.stream(Medium.values()).filter(entry::forbids).collect(Collectors.toSet());
    }
}
