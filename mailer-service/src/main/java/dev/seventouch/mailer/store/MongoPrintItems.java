package dev.seventouch.mailer.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.delivery.print.PrintBatch;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.PrintItems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Print items in the collection {@code print_items}, one document per touch, and their batches in {@code print_batches}. */
@Component
final class MongoPrintItems implements PrintItems {

    private static final String STATE_KEY = "stateKey";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    /**
     * A print item as it is kept; public, because the driver reads its components.
     *
     * @param stateKey touch and state; unique, so that a step from one state to the next is a compare-and-set on one key
     */
    public record PrintItemDocument(
            @BsonId String touch,
            String stateKey,
            String lead,
            String channel,
            List<String> address,
            String html,
            String state,
            Instant queuedAt,
            @Nullable String batch) {

        static PrintItemDocument of(PrintItem item) {
            return new PrintItemDocument(
                    item.touch().value(),
                    key(item.touch().value(), item.state().name()),
                    item.lead().value(),
                    item.channel().name(),
                    item.address(),
                    item.html(),
                    item.state().name(),
                    item.queuedAt(),
                    item.batch());
        }

        PrintItem item() {
            return new PrintItem(
                    new TouchId(touch),
                    new LeadId(lead),
                    Channel.valueOf(channel),
                    address,
                    html,
                    PrintItem.State.valueOf(state),
                    queuedAt,
                    batch);
        }
    }

    /** A batch as it is kept. */
    public record PrintBatchDocument(
            @BsonId String id,
            String stateKey,
            String state,
            Instant cutOff,
            @Nullable String by,
            Instant at) {

        PrintBatch batch() {
            return new PrintBatch(id, PrintBatch.State.valueOf(state), cutOff, by, at);
        }
    }

    private final MongoCollection<PrintItemDocument> items;
    private final MongoCollection<PrintBatchDocument> batches;

    MongoPrintItems(MongoDatabase database) {
        this.items = database.getCollection("print_items", PrintItemDocument.class);
        this.batches = database.getCollection("print_batches", PrintBatchDocument.class);
        items.createIndex(Indexes.ascending("state", "queuedAt"));
        items.createIndex(Indexes.ascending("batch"));
        items.createIndex(Indexes.ascending(STATE_KEY), new IndexOptions().unique(true));
        batches.createIndex(Indexes.ascending(STATE_KEY), new IndexOptions().unique(true));
    }

    private static String key(String id, String state) {
        return id + "/" + state;
    }

    @Override
    public void add(PrintItem item) {
        try {
            items.insertOne(PrintItemDocument.of(item));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    @Override
    public List<PrintItem> queued(Instant until, int most) {
        return items.find(and(eq("state", PrintItem.State.QUEUED.name()), lte("queuedAt", until)))
                .sort(Sorts.ascending("queuedAt"))
                .limit(most)
                .map(PrintItemDocument::item)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<PrintItem> find(TouchId touch) {
        return Optional.ofNullable(items.find(eq("_id", touch.value())).first()).map(PrintItemDocument::item);
    }

    @Override
    public List<PrintItem> of(String batch) {
        return items.find(eq("batch", batch))
                .sort(Sorts.ascending("queuedAt"))
                .map(PrintItemDocument::item)
                .into(new ArrayList<>());
    }

    @Override
    public List<PrintItem> waitingFor(Collection<LeadId> leads) {
        return items
                .find(in("lead", leads.stream().map(LeadId::value).toList()))
                .map(PrintItemDocument::item)
                .into(new ArrayList<>())
                .stream()
                .filter(item -> item.state() == PrintItem.State.QUEUED || item.state() == PrintItem.State.BATCHED)
                .toList();
    }

    @Override
    public void move(Collection<PrintItem> moved, PrintItem.State to, @Nullable String batch) {
        List<UpdateOneModel<PrintItemDocument>> updates = moved.stream()
                .map(item -> new UpdateOneModel<PrintItemDocument>(
                        eq(STATE_KEY, key(item.touch().value(), item.state().name())),
                        combine(
                                set(STATE_KEY, key(item.touch().value(), to.name())),
                                set("state", to.name()),
                                set("batch", batch))))
                .toList();
        if (!updates.isEmpty()) {
            items.bulkWrite(updates, UNORDERED);
        }
    }

    @Override
    public void forget(Instant queuedBefore) {
        items.deleteMany(and(
                in(
                        "state",
                        PrintItem.State.POSTED.name(),
                        PrintItem.State.RETURNED.name(),
                        PrintItem.State.STOPPED.name(),
                        PrintItem.State.GIVEN_UP.name()),
                lt("queuedAt", queuedBefore)));
    }

    @Override
    public PrintBatch open(PrintBatch batch) {
        try {
            batches.insertOne(new PrintBatchDocument(
                    batch.id(),
                    key(batch.id(), batch.state().name()),
                    batch.state().name(),
                    batch.cutOff(),
                    batch.by(),
                    batch.at()));
            return batch;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return batch(batch.id()).orElseThrow(() -> e);
        }
    }

    @Override
    public Optional<PrintBatch> step(String id, PrintBatch.State from, PrintBatch.State to, String by, Instant at) {
        return Optional.ofNullable(batches.findOneAndUpdate(
                        eq(STATE_KEY, key(id, from.name())),
                        combine(
                                set(STATE_KEY, key(id, to.name())),
                                set("state", to.name()),
                                set("by", by),
                                set("at", at)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(PrintBatchDocument::batch);
    }

    @Override
    public Optional<PrintBatch> batch(String id) {
        return Optional.ofNullable(batches.find(eq("_id", id)).first()).map(PrintBatchDocument::batch);
    }

    @Override
    public List<PrintBatch> batches(int most) {
        return batches.find()
                .sort(Sorts.descending("_id"))
                .limit(most)
                .map(PrintBatchDocument::batch)
                .into(new ArrayList<>());
    }
}
