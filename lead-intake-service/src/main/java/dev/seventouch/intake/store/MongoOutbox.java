package dev.seventouch.intake.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import com.mongodb.client.result.DeleteResult;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.outbox.Backlog;
import dev.seventouch.intake.outbox.Outbox;
import dev.seventouch.intake.outbox.OutboxUnreachable;
import dev.seventouch.intake.outbox.Queue;
import dev.seventouch.service.stream.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.springframework.stereotype.Component;

/** The collection {@code outbox}: one document a lead. */
@Component
final class MongoOutbox implements Outbox {
    static final String COLLECTION = "outbox";
    private static final String TURNS = "turns";

    /** Bytes of events that are read at a time. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final MongoCollection<OutboxDocument> queues;
    private final MongoCollection<Document> turns;
    private volatile boolean indexed;

    MongoOutbox(MongoDatabase database) {
        WriteConcern safe = WriteConcern.MAJORITY.withWTimeout(2, TimeUnit.SECONDS);
        this.queues = database.getCollection(COLLECTION, OutboxDocument.class).withWriteConcern(safe);
        this.turns = database.getCollection(TURNS).withWriteConcern(safe);
    }

    @Override
    public Map<LeadId, Integer> waiting(Collection<LeadId> leads) {
        return asked(() -> {
            Map<LeadId, Integer> waiting = new HashMap<>();
            for (OutboxDocument document : queues.find(
                            Filters.in("_id", leads.stream().map(LeadId::value).toList()))
                    .projection(Projections.include("since", "events.id"))) {
                waiting.put(new LeadId(document.lead()), document.events().size());
            }
            return waiting;
        });
    }

    @Override
    public void add(Map<LeadId, Outgoing> events, Instant now) {
        declareIndex();
        List<WriteModel<OutboxDocument>> pushes = new ArrayList<>();
        events.forEach((lead, event) -> pushes.add(new UpdateOneModel<>(
                Filters.eq("_id", lead.value()),
                Updates.combine(
                        Updates.setOnInsert("since", now), Updates.push("events", OutboxDocument.Event.of(event))),
                new UpdateOptions().upsert(true))));
        asked(() -> queues.bulkWrite(pushes, new BulkWriteOptions().ordered(false)));
    }

    @Override
    public List<Queue> oldest(int most) {
        return asked(() -> {
            List<Queue> oldest = new ArrayList<>();
            List<String> empty = new ArrayList<>();
            int bytes = 0;
            try (MongoCursor<OutboxDocument> found = queues.find()
                    .sort(Sorts.ascending("since"))
                    .limit(most)
                    .batchSize(20)
                    .cursor()) {
                while (found.hasNext() && bytes < MOST_BYTES) {
                    OutboxDocument document = found.next();
                    if (document.events().isEmpty()) {
                        empty.add(document.lead()); // left by a crash in the middle of a removal
                        continue;
                    }
                    oldest.add(queueOf(document));
                    bytes += document.events().stream()
                            .mapToInt(OutboxDocument.Event::size)
                            .sum();
                }
            }
            if (!empty.isEmpty()) {
                deleteIfEmpty(empty);
            }
            return oldest;
        });
    }

    private static Queue queueOf(OutboxDocument document) {
        return new Queue(
                new LeadId(document.lead()),
                document.events().stream()
                        .map(event -> new Queue.Waiting(event.id().toHexString(), event.toOutgoing(document.lead())))
                        .toList());
    }

    /** What was added meanwhile stays: events go by their ids, and a document only once it is found empty. */
    @Override
    public void remove(List<Queue> done) {
        List<String> leads = done.stream().map(queue -> queue.lead().value()).toList();
        List<WriteModel<OutboxDocument>> pulls = new ArrayList<>();
        for (Queue queue : done) {
            List<ObjectId> ids =
                    queue.events().stream().map(each -> new ObjectId(each.id())).toList();
            pulls.add(new UpdateOneModel<>(
                    Filters.eq("_id", queue.lead().value()),
                    Updates.pullByFilter(Filters.eq("events", Filters.in("id", ids)))));
        }
        asked(() -> {
            queues.bulkWrite(pulls, new BulkWriteOptions().ordered(false));
            return deleteIfEmpty(leads);
        });
    }

    private DeleteResult deleteIfEmpty(List<String> leads) {
        return queues.deleteMany(Filters.and(Filters.in("_id", leads), Filters.size("events", 0)));
    }

    @Override
    public Backlog backlog() {
        return asked(() -> {
            OutboxDocument oldest =
                    queues.find().sort(Sorts.ascending("since")).limit(1).first();
            return oldest == null ? Backlog.EMPTY : new Backlog(queues.estimatedDocumentCount(), oldest.since());
        });
    }

    @Override
    public boolean takesTurn(String who, Instant now, Duration length) {
        return asked(() -> {
            try {
                turns.updateOne(
                        Filters.and(
                                Filters.eq("_id", COLLECTION),
                                Filters.or(Filters.eq("who", who), Filters.lt("until", now))),
                        Updates.combine(Updates.set("who", who), Updates.set("until", now.plus(length))),
                        new UpdateOptions().upsert(true));
                return true;
            } catch (MongoWriteException e) {
                if (ErrorCategory.fromErrorCode(e.getError().getCode()) == ErrorCategory.DUPLICATE_KEY) {
                    return false; // somebody else's turn is not over
                }
                throw e;
            }
        });
    }

    /** Not at the start: intake starts without the store as well. */
    private void declareIndex() {
        if (!indexed) {
            asked(() -> queues.createIndex(Indexes.ascending("since")));
            indexed = true;
        }
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw new OutboxUnreachable(e);
        }
    }
}
