package dev.seventouch.intake.store;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import dev.seventouch.events.lead.LeadEvent.Captured;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.capture.ViewUnreachable;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The collection {@code leads}: one document a lead. A batch of changes is one read and one write. */
@Component
final class MongoLeadView implements LeadView {
    static final String COLLECTION = "leads";

    private final MongoCollection<LeadDocument> leads;

    MongoLeadView(MongoDatabase database) {
        this.leads = database.getCollection(COLLECTION, LeadDocument.class);
    }

    @Override
    public Optional<Captured> find(LeadId lead) {
        try {
            return Optional.ofNullable(
                            leads.find(Filters.eq("_id", lead.value())).first())
                    .map(LeadDocument::toCaptured);
        } catch (MongoException e) {
            throw new ViewUnreachable(e);
        }
    }

    @Override
    public Map<LeadId, Captured> findAll(Collection<LeadId> leads) {
        try {
            return known(leads);
        } catch (MongoException e) {
            throw new ViewUnreachable(e);
        }
    }

    @Override
    public void take(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try {
            Map<LeadId, Optional<Captured>> after = new LinkedHashMap<>();
            Map<LeadId, Captured> before =
                    known(changes.stream().map(Change::lead).toList());
            for (Change change : changes) {
                LeadId lead = change.lead();
                Optional<Captured> older = after.getOrDefault(lead, Optional.ofNullable(before.get(lead)));
                after.put(
                        lead,
                        switch (change) {
                            case Change.Known(var captured) ->
                                Optional.of(older.map(known -> folded(captured, known))
                                        .orElse(captured));
                            case Change.Forgotten _ -> Optional.empty();
                        });
            }
            List<WriteModel<LeadDocument>> writes = after.entrySet().stream()
                    // What this process said it has taken in already; the topic then tells it once more.
                    .filter(lead -> !lead.getValue().equals(Optional.ofNullable(before.get(lead.getKey()))))
                    .map(lead -> write(lead.getKey(), lead.getValue()))
                    .toList();
            if (!writes.isEmpty()) {
                leads.bulkWrite(writes, new BulkWriteOptions().ordered(false));
            }
        } catch (MongoException e) {
            throw new ViewUnreachable(e);
        }
    }

    private Map<LeadId, Captured> known(Collection<LeadId> of) {
        Set<String> ids = of.stream().map(LeadId::value).collect(Collectors.toSet());
        Map<LeadId, Captured> known = new HashMap<>();
        for (LeadDocument document : leads.find(Filters.in("_id", ids))) {
            known.put(new LeadId(document.id()), document.toCaptured());
        }
        return known;
    }

    /** By their instants, not by their arrival: the topic is read again after a crash, older facts after newer. */
    private static Captured folded(Captured one, Captured other) {
        Captured newer = one.at().isBefore(other.at()) ? other : one;
        Captured older = newer == one ? other : one;
        return new Captured(
                newer.lead().foldedOver(older.lead()), newer.at(), newer.first(), newer.latest(), newer.toConfirm());
    }

    private static WriteModel<LeadDocument> write(LeadId lead, Optional<Captured> after) {
        return after.<WriteModel<LeadDocument>>map(captured -> new ReplaceOneModel<>(
                        Filters.eq("_id", lead.value()), LeadDocument.of(captured), new ReplaceOptions().upsert(true)))
                .orElseGet(() -> new DeleteOneModel<>(Filters.eq("_id", lead.value())));
    }
}
