package dev.seventouch.intake.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.WriteModel;
import dev.seventouch.events.lead.LeadEvent.Captured;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.capture.Learned;
import dev.seventouch.intake.capture.ViewUnreachable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The collection {@code leads}: one document a lead. A batch of changes is one read and one write. */
@Component
final class MongoLeadView implements LeadView {
    static final String COLLECTION = "leads";

    /** For a batch of changes: others may write between a look and its write, which are milliseconds apart. */
    private static final int MOST_LOOKS = 100;

    private final MongoCollection<LeadDocument> leads;

    MongoLeadView(MongoDatabase database) {
        this.leads = database.getCollection(COLLECTION, LeadDocument.class);
    }

    @Override
    public Optional<Captured> find(LeadId lead) {
        try {
            return Optional.ofNullable(leads.find(is(lead)).first()).map(LeadDocument::toCaptured);
        } catch (MongoException e) {
            throw new ViewUnreachable(e);
        }
    }

    @Override
    public Map<LeadId, Seen> findAll(Collection<LeadId> leads) {
        try {
            return seen(leads);
        } catch (MongoException e) {
            throw new ViewUnreachable(e);
        }
    }

    @Override
    public void follow(Collection<Captured> said, Map<LeadId, Seen> before) {
        try {
            Map<LeadId, @Nullable Captured> after = new LinkedHashMap<>();
            said.forEach(captured -> after.put(captured.lead().id(), captured));
            write(after, before);
        } catch (MongoException e) {
            throw new ViewUnreachable(e);
        }
    }

    @Override
    public Set<LeadId> take(List<Change> changes) {
        try {
            Set<LeadId> leads = changes.stream().map(Change::lead).collect(Collectors.toSet());
            for (int i = 0; i < MOST_LOOKS; i++) {
                Map<LeadId, Seen> before = seen(leads);
                Learned learned = Learned.of(changes, before);
                if (write(learned.after(), before)) {
                    return learned.lacking();
                }
            }
            throw new ViewUnreachable(new IllegalStateException("others write the same leads all the time"));
        } catch (MongoException e) {
            throw new ViewUnreachable(e);
        }
    }

    /** Whether all was written: nothing is, of whom something else was written since {@code before}. */
    private boolean write(Map<LeadId, @Nullable Captured> after, Map<LeadId, Seen> before) {
        List<WriteModel<LeadDocument>> writes = new ArrayList<>();
        int expected = 0;
        for (var entry : after.entrySet()) {
            Seen seen = before.get(entry.getKey());
            Captured captured = entry.getValue();
            if (captured == null) {
                writes.add(new DeleteOneModel<>(is(entry.getKey())));
            } else if (seen == null) {
                writes.add(new InsertOneModel<>(LeadDocument.of(captured)));
                expected++;
            } else if (!captured.equals(seen.captured())) { // what this process said is known already
                Bson asSeen = Filters.and(is(entry.getKey()), Filters.eq("revision", seen.revision()));
                writes.add(new ReplaceOneModel<>(asSeen, LeadDocument.of(captured)));
                expected++;
            }
        }
        return writes.isEmpty() || areWritten(writes, expected);
    }

    private boolean areWritten(List<WriteModel<LeadDocument>> writes, int expected) {
        try {
            BulkWriteResult result = leads.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            return result.getInsertedCount() + result.getMatchedCount() == expected;
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY)) {
                return false; // somebody else was the first to know the lead
            }
            throw e;
        }
    }

    private Map<LeadId, Seen> seen(Collection<LeadId> of) {
        if (of.isEmpty()) {
            return Map.of();
        }
        Set<String> ids = of.stream().map(LeadId::value).collect(Collectors.toSet());
        Map<LeadId, Seen> seen = new HashMap<>();
        for (LeadDocument document : leads.find(Filters.in("_id", ids))) {
            seen.put(new LeadId(document.id()), document.toSeen());
        }
        return seen;
    }

    private static Bson is(LeadId lead) {
        return Filters.eq("_id", lead.value());
    }
}
