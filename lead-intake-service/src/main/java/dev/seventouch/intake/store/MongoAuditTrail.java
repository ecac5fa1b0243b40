package dev.seventouch.intake.store;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.audit.AuditTrail;
import dev.seventouch.intake.audit.AuditUnreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The collection {@code audit}: one document an action, never changed. */
@Component
final class MongoAuditTrail implements AuditTrail {
    private final MongoCollection<AuditDocument> entries;
    private volatile boolean indexed;

    MongoAuditTrail(MongoDatabase database) {
        this.entries = database.getCollection("audit", AuditDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withWTimeout(2, TimeUnit.SECONDS));
    }

    @Override
    public void note(Entry entry) {
        LeadId lead = entry.lead();
        try {
            declareIndexes();
            entries.insertOne(new AuditDocument(
                    new ObjectId(),
                    entry.at(),
                    entry.who(),
                    entry.from(),
                    entry.action().name(),
                    lead == null ? null : lead.value()));
        } catch (MongoException e) {
            throw new AuditUnreachable(e);
        }
    }

    @Override
    public List<Entry> newest(@Nullable LeadId lead, int most) {
        try {
            return entries.find(lead == null ? Filters.empty() : Filters.eq("lead", lead.value()))
                    .sort(Sorts.descending("at", "_id"))
                    .limit(most)
                    .map(MongoAuditTrail::entry)
                    .into(new ArrayList<>());
        } catch (MongoException e) {
            throw new AuditUnreachable(e);
        }
    }

    private static Entry entry(AuditDocument document) {
        String lead = document.lead();
        return new Entry(
                document.at(),
                document.who(),
                document.from(),
                Action.valueOf(document.action()),
                lead == null ? null : new LeadId(lead));
    }

    /** Not at the start: intake starts without the store as well. */
    private void declareIndexes() {
        if (!indexed) {
            entries.createIndex(Indexes.ascending("lead", "at"));
            entries.createIndex(Indexes.ascending("at"));
            indexed = true;
        }
    }
}
