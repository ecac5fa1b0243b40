package dev.seventouch.mailer.store;

import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.mailer.delivery.Erasure;
import java.util.Collection;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** In the collections {@code claims} and {@code print_items}, by their field {@code lead}. */
@Component
final class MongoErasure implements Erasure {
    private static final String LEAD = "lead";

    private final MongoCollection<Document> claims;
    private final MongoCollection<Document> printItems;

    MongoErasure(MongoDatabase database) {
        this.claims = database.getCollection("claims");
        this.printItems = database.getCollection("print_items");
        printItems.createIndex(Indexes.ascending(LEAD));
    }

    @Override
    public void erase(Collection<LeadId> leads) {
        List<String> ids = leads.stream().map(LeadId::value).toList();
        printItems.deleteMany(in(LEAD, ids));
        claims.updateMany(in(LEAD, ids), combine(unset("why"), unset("receipt")));
    }
}
