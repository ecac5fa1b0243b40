package dev.seventouch.mailer.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOneModel;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.delivery.Claim;
import dev.seventouch.mailer.delivery.Claims;
import dev.seventouch.mailer.store.ClaimDocument.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** Claims in the collection {@code claims}, one document per touch. */
@Component
final class MongoClaims implements Claims {

    private static final String TURN_KEY = "turnKey";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<ClaimDocument> claims;

    MongoClaims(MongoDatabase database) {
        this.claims = database.getCollection("claims", ClaimDocument.class);
        claims.createIndex(Indexes.ascending(TURN_KEY), new IndexOptions().unique(true));
        claims.createIndex(Indexes.ascending("lead"));
    }

    @Override
    public Map<TouchId, Claim> insert(Collection<Claim> fresh) {
        if (fresh.isEmpty()) {
            return Map.of();
        }
        List<ClaimDocument> documents = fresh.stream().map(ClaimDocument::of).toList();
        try {
            claims.insertMany(documents, new InsertManyOptions().ordered(false));
            return Map.of();
        } catch (MongoBulkWriteException e) {
            return standing(takenIds(e, documents));
        }
    }

    private static Set<String> takenIds(MongoBulkWriteException e, List<ClaimDocument> documents) {
        Set<String> taken = new HashSet<>();
        for (BulkWriteError error : e.getWriteErrors()) {
            if (error.getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            taken.add(documents.get(error.getIndex()).id());
        }
        if (e.getWriteConcernError() != null) {
            throw e;
        }
        return taken;
    }

    private Map<TouchId, Claim> standing(Collection<String> ids) {
        Map<TouchId, Claim> standing = new HashMap<>();
        claims.find(in("_id", ids)).forEach(document -> standing.put(new TouchId(document.id()), document.claim()));
        return standing;
    }

    @Override
    public Set<TouchId> take(Collection<Claim> taken) {
        List<UpdateOneModel<ClaimDocument>> updates = taken.stream()
                .map(claim -> new UpdateOneModel<ClaimDocument>(
                        eq(TURN_KEY, ClaimDocument.turnKey(claim.id(), claim.turn() - 1)),
                        combine(
                                set(TURN_KEY, ClaimDocument.turnKey(claim.id(), claim.turn())),
                                set("turn", claim.turn()),
                                set("instance", claim.owner().instance()),
                                set("incarnation", claim.owner().incarnation()),
                                set("leaseUntil", claim.leaseUntil()),
                                set("attempt", claim.attempt()),
                                set("doubts", claim.doubts()),
                                set("version", claim.touch().version()),
                                set("plannedAt", claim.touch().dueAt()),
                                // The result, if there is one already, is recorded like all others.
                                set("state", ClaimDocument.ATTEMPTING))))
                .toList();
        claims.bulkWrite(updates, UNORDERED);
        Map<TouchId, Claim> now =
                standing(taken.stream().map(claim -> claim.id().value()).toList());
        Set<TouchId> won = new HashSet<>();
        for (Claim claim : taken) {
            Claim holder = now.get(claim.id());
            // No two takers have the same owner and turn: within one process a touch is in flight once.
            if (holder != null
                    && holder.turn() == claim.turn()
                    && holder.owner().equals(claim.owner())) {
                won.add(claim.id());
            }
        }
        return won;
    }

    @Override
    public void record(Collection<Claim> done) {
        List<UpdateOneModel<ClaimDocument>> updates = new ArrayList<>(done.size());
        for (Claim claim : done) {
            Told told = Told.of(claim.result());
            boolean fact = claim.result() != null && claim.result().isFinal();
            Bson where = fact
                    ? eq("_id", claim.id().value())
                    : eq(TURN_KEY, ClaimDocument.turnKey(claim.id(), claim.turn()));
            updates.add(new UpdateOneModel<>(
                    where,
                    combine(
                            // Whoever read the claim before its end was known must not take it over, nor put it off.
                            set(
                                    TURN_KEY,
                                    fact
                                            ? ClaimDocument.endKey(claim.id())
                                            : ClaimDocument.turnKey(claim.id(), claim.turn())),
                            set("state", told.state()),
                            set("doubts", claim.doubts()),
                            set("at", told.at()),
                            set("until", told.until()),
                            set("why", told.why()),
                            set("receipt", told.receipt()),
                            set("fault", told.fault()))));
        }
        if (!updates.isEmpty()) {
            claims.bulkWrite(updates, UNORDERED);
        }
    }

    @Override
    public Map<TouchId, Claim> find(Collection<TouchId> touches) {
        return standing(touches.stream().map(TouchId::value).toList());
    }

    @Override
    public List<Claim> of(LeadId lead) {
        return claims.find(eq("lead", lead.value())).map(ClaimDocument::claim).into(new ArrayList<>());
    }
}
