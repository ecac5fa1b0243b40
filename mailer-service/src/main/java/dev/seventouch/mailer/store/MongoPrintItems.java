package dev.seventouch.mailer.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.PrintItems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.codecs.pojo.annotations.BsonId;
import org.springframework.stereotype.Component;

/** Print items in the collection {@code print_items}, one document per touch. */
@Component
final class MongoPrintItems implements PrintItems {

    /** A print item as it is kept; public, because the driver reads its components. */
    public record PrintItemDocument(
            @BsonId String touch,
            String lead,
            String channel,
            List<String> address,
            String html,
            String state,
            Instant queuedAt) {

        static PrintItemDocument of(PrintItem item) {
            return new PrintItemDocument(
                    item.touch().value(),
                    item.lead().value(),
                    item.channel().name(),
                    item.address(),
                    item.html(),
                    item.state().name(),
                    item.queuedAt());
        }

        PrintItem item() {
            return new PrintItem(
                    new TouchId(touch),
                    new LeadId(lead),
                    Channel.valueOf(channel),
                    address,
                    html,
                    PrintItem.State.valueOf(state),
                    queuedAt);
        }
    }

    private final MongoCollection<PrintItemDocument> items;

    MongoPrintItems(MongoDatabase database) {
        this.items = database.getCollection("print_items", PrintItemDocument.class);
        items.createIndex(Indexes.ascending("state", "queuedAt"));
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
    public List<PrintItem> queued() {
        return items.find(eq("state", PrintItem.State.QUEUED.name()))
                .sort(Sorts.ascending("queuedAt"))
                .map(PrintItemDocument::item)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<PrintItem> find(TouchId touch) {
        return Optional.ofNullable(items.find(eq("_id", touch.value())).first()).map(PrintItemDocument::item);
    }
}
