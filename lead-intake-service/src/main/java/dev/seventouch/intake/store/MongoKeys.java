package dev.seventouch.intake.store;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dev.seventouch.intake.idempotency.Keys;
import dev.seventouch.intake.idempotency.KeysUnreachable;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The collection {@code idempotencyKeys}: one document a key. */
@Component
final class MongoKeys implements Keys {
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<KeyDocument> keys;
    private volatile boolean indexed;

    MongoKeys(MongoDatabase database) {
        this.keys = database.getCollection("idempotencyKeys", KeyDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withWTimeout(2, TimeUnit.SECONDS));
    }

    @Override
    public Kept addOrFind(Kept key, Instant now) {
        return asked(() -> {
            try {
                keys.insertOne(new KeyDocument(key.id(), key.body(), key.at(), key.done(), now));
                return key;
            } catch (MongoException e) {
                if (e.getCode() != DUPLICATE_KEY) {
                    throw e;
                }
                KeyDocument kept = keys.find(Filters.eq("_id", key.id())).first();
                if (kept == null) { // released or expired between the two
                    throw new KeysUnreachable(e);
                }
                return kept.toKept();
            }
        });
    }

    @Override
    public void done(String id) {
        asked(() -> keys.updateOne(Filters.eq("_id", id), Updates.set("done", true)));
    }

    @Override
    public void release(String id) {
        asked(() -> keys.deleteOne(Filters.eq("_id", id)));
    }

    @Override
    public long expire(Instant instant) {
        return asked(() -> {
            declareIndex();
            keys.deleteMany(Filters.lt("keptAt", instant));
            return keys.estimatedDocumentCount();
        });
    }

    /** Not at the start: intake starts without the store as well. */
    private void declareIndex() {
        if (!indexed) {
            keys.createIndex(Indexes.ascending("keptAt"));
            indexed = true;
        }
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw new KeysUnreachable(e);
        }
    }
}
