package dev.seventouch.desk.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.max;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.seventouch.desk.deadletter.DeadLetters;
import dev.seventouch.desk.deadletter.Erasures;
import dev.seventouch.events.lead.LeadId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Erasures in the collection {@code erasures}, until dead letters of before are gone. */
public final class MongoErasures implements Erasures {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final String AT = "at";

    private final MongoCollection<ErasureDocument> erasures;
    private final InstantSource wall;

    public MongoErasures(MongoDatabase database, InstantSource wall) {
        this.erasures = database.getCollection("erasures", ErasureDocument.class);
        this.wall = wall;
        erasures.createIndex(Indexes.ascending(AT));
    }

    @Override
    public void note(Collection<LeadId> leads) {
        Instant now = wall.instant();
        erasures.deleteMany(lt(AT, now.minus(DeadLetters.REMEMBERED)));
        erasures.bulkWrite(leads.stream()
                .map(lead -> new UpdateOneModel<ErasureDocument>(eq(Records.ID, lead.value()), max(AT, now), UPSERT))
                .toList());
    }

    @Override
    public Map<LeadId, Instant> of(Collection<LeadId> leads) {
        Map<LeadId, Instant> found = new HashMap<>();
        if (!leads.isEmpty()) {
            erasures.find(Records.isOneOf(Records.ID, leads))
                    .forEach(document -> found.put(new LeadId(document.lead()), document.at()));
        }
        return found;
    }
}
