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
import org.bson.conversions.Bson;
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
                    lead == null ? null : lead.value(),
                    entry.what()));
        } catch (MongoException e) {
            throw new AuditUnreachable(e);
        }
    }

    @Override
    public List<Placed> newest(Query query, @Nullable Place before, int most) {
        List<Bson> wanted = new ArrayList<>();
        if (query.lead() != null) {
            wanted.add(Filters.eq("lead", query.lead().value()));
        }
        if (query.who() != null) {
            wanted.add(Filters.eq("who", query.who()));
        }
        if (query.action() != null) {
            wanted.add(Filters.eq("action", query.action().name()));
        }
        if (before != null && ObjectId.isValid(before.id())) {
            wanted.add(Filters.or(
                    Filters.lt("at", before.at()),
                    Filters.and(Filters.eq("at", before.at()), Filters.lt("_id", new ObjectId(before.id())))));
        }
        try {
            return entries.find(wanted.isEmpty() ? Filters.empty() : Filters.and(wanted))
                    .sort(Sorts.descending("at", "_id"))
                    .limit(most)
                    .map(document ->
                            new Placed(new Place(document.at(), document.id().toHexString()), entry(document)))
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
                lead == null ? null : new LeadId(lead),
                document.what());
    }

    /** Not at the start: intake starts without the store as well. */
    private void declareIndexes() {
        if (!indexed) {
            entries.createIndex(Indexes.ascending("lead", "at"));
            entries.createIndex(Indexes.ascending("who", "at"));
            entries.createIndex(Indexes.ascending("at"));
            indexed = true;
        }
    }
}
