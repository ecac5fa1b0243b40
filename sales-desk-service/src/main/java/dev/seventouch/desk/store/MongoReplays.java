package dev.seventouch.desk.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.seventouch.desk.deadletter.DeadLetters;
import dev.seventouch.desk.deadletter.Replay;
import dev.seventouch.desk.deadletter.Replays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonDocument;

/** Replays in the collection {@code replays}, by the origin of the record. */
public final class MongoReplays implements Replays {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final String AT = "at";
    private static final String SENT = "sent";

    private final MongoCollection<ReplayDocument> replays;

    public MongoReplays(MongoDatabase database) {
        this.replays = database.getCollection("replays", ReplayDocument.class);
        replays.createIndex(Indexes.ascending(AT));
    }

    @Override
    public Map<String, Replay> of(Collection<String> origins) {
        Map<String, Replay> found = new HashMap<>();
        if (!origins.isEmpty()) {
            replays.find(Records.isOneOf(Records.ID, origins))
                    .map(ReplayDocument::replay)
                    .forEach(replay -> found.put(replay.origin(), replay));
        }
        return found;
    }

    @Override
    public Set<String> claim(List<Replay> claimed) {
        Set<String> won = new HashSet<>();
        if (claimed.isEmpty()) {
            return won;
        }
        replays.deleteMany(lt(AT, claimed.getFirst().at().minus(DeadLetters.REMEMBERED)));
        String claim = UUID.randomUUID().toString();
        replays.bulkWrite(claimed.stream()
                .map(replay -> ReplayDocument.of(replay, claim))
                .map(document -> new UpdateOneModel<ReplayDocument>(
                        eq(Records.ID, document.origin()),
                        new BsonDocument("$setOnInsert", Records.fields(document)),
                        UPSERT))
                .toList());
        replays.find(Records.isOneOf(
                        Records.ID, claimed.stream().map(Replay::origin).toList()))
                .forEach(document -> {
                    if (document.claim().equals(claim)) {
                        won.add(document.origin());
                    }
                });
        return won;
    }

    @Override
    public boolean claimAgain(Replay doubtful, Replay again) {
        return replays.updateOne(
                                and(
                                        eq(Records.ID, doubtful.origin()),
                                        eq(SENT, false),
                                        eq("by", doubtful.by()),
                                        eq(AT, doubtful.at())),
                                new BsonDocument(
                                        "$set",
                                        Records.fields(ReplayDocument.of(
                                                again, UUID.randomUUID().toString()))))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public void confirm(Collection<String> origins) {
        if (!origins.isEmpty()) {
            replays.updateMany(Records.isOneOf(Records.ID, origins), set(SENT, true));
        }
    }

    @Override
    public void release(Collection<String> origins) {
        if (!origins.isEmpty()) {
            replays.deleteMany(Records.isOneOf(Records.ID, origins));
        }
    }
}
