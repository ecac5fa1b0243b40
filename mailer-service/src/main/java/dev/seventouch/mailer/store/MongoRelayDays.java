package dev.seventouch.mailer.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.seventouch.mailer.delivery.RelayDays;
import java.time.LocalDate;
import java.util.Objects;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Counters in the collection {@code relay-days}, one document a relay or domain, and day; those of old days are removed. */
@Component
final class MongoRelayDays implements RelayDays {

    private static final String MAILS = "mails";

    private final MongoCollection<Document> days;

    MongoRelayDays(MongoDatabase database) {
        this.days = database.getCollection("relay-days");
    }

    @Override
    public long setAside(String name, LocalDate day, int many) {
        Document now = days.findOneAndUpdate(
                eq("_id", day + " " + name),
                inc(MAILS, (long) many),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        long before = Objects.requireNonNull(now).getLong(MAILS) - many;
        if (before == 0) {
            days.deleteMany(lt("_id", day.minusDays(1).toString()));
        }
        return before;
    }
}
