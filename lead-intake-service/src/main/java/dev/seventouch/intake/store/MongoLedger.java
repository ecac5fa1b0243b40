package dev.seventouch.intake.store;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
        try {
            suppressions.updateOne(its(lead), earliest(media, since), new UpdateOptions().upsert(true));
        } catch (MongoException e) {
            throw new LedgerUnreachable(e);
        }
    }

    @Override
    public void forbidAll(Map<LeadId, Set<Medium>> media, Instant since) {
        try {
            suppressions.bulkWrite(
                    media.entrySet().stream()
                            .map(each -> new UpdateOneModel<SuppressionDocument>(
                                    its(each.getKey()),
                                    earliest(each.getValue(), since),
                                    new UpdateOptions().upsert(true)))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        } catch (MongoException e) {
            throw new LedgerUnreachable(e);
        }
    }

    private static Bson earliest(Set<Medium> media, Instant since) {
        return Updates.combine(media.stream()
                .map(medium -> Updates.min(SuppressionDocument.field(medium), since))
                .toList());
    }

    private static Bson its(LeadId lead) {
        return Filters.eq("_id", lead.value());
    }

    @Override
    public Map<Medium, Instant> of(LeadId lead) {
        try {
            SuppressionDocument entry = suppressions.find(its(lead)).first();
            return entry == null ? new EnumMap<>(Medium.class) : forbidden(entry);
        } catch (MongoException e) {
            throw new LedgerUnreachable(e);
        }
    }

    @Override
    public void each(Consumer<Entry> reader) {
        try {
            suppressions.find().forEach(entry -> reader.accept(new Entry(new LeadId(entry.lead()), forbidden(entry))));
        } catch (MongoException e) {
            throw new LedgerUnreachable(e);
        }
    }

    private static Map<Medium, Instant> forbidden(SuppressionDocument entry) {
        Map<Medium, Instant> forbidden = new EnumMap<>(Medium.class);
        Arrays.stream(Medium.values())
                .filter(entry::forbids)
                .forEach(medium -> forbidden.put(medium, entry.since().get(medium.name())));
        return forbidden;
    }
}
