package dev.seventouch.intake.store;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.intake.suppression.Ledger;
import dev.seventouch.intake.suppression.LedgerUnreachable;
import dev.seventouch.service.store.SuppressionDocument;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** The collection {@code ledger.suppressions}. */
@Component
final class MongoLedger implements Ledger {
    private final MongoCollection<SuppressionDocument> suppressions;

    MongoLedger(MongoClient client) {
        this.suppressions = SuppressionDocument.in(client)
                .withWriteConcern(WriteConcern.MAJORITY.withWTimeout(2, TimeUnit.SECONDS));
    }

    /** One atomic write, whoever comes at the same time. */
    @Override
    public void forbid(LeadId lead, Set<Medium> media, Instant since) {
        List<Bson> earliest = media.stream()
                .map(medium -> Updates.min(SuppressionDocument.field(medium), since))
                .toList();
        try {
            suppressions.updateOne(its(lead), Updates.combine(earliest), new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            throw new LedgerUnreachable(e);
        }
    }

    private static Bson its(LeadId lead) {
        return Filters.eq("_id", lead.value());
    }

    @Override
    public Map<Medium, Instant> of(LeadId lead) {
        try {
            SuppressionDocument entry = suppressions.find(its(lead)).first();
            Map<Medium, Instant> forbidden = new EnumMap<>(Medium.class);
            if (entry != null) {
                Arrays.stream(Medium.values())
                        .filter(entry::forbids)
                        .forEach(medium -> forbidden.put(medium, entry.since().get(medium.name())));
            }
            return forbidden;
        } catch (MongoException e) {
            throw new LedgerUnreachable(e);
        }
    }
}
