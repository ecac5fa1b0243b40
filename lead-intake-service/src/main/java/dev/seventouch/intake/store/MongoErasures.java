package dev.seventouch.intake.store;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.erasure.Erasures;
import dev.seventouch.intake.erasure.ErasuresUnreachable;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The collection {@code erasures}: one document a lead. */
@Component
final class MongoErasures implements Erasures {
    private final MongoCollection<ErasureDocument> erasures;

    MongoErasures(MongoDatabase database) {
        this.erasures = database.getCollection("erasures", ErasureDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withWTimeout(2, TimeUnit.SECONDS));
    }

    @Override
    public void ask(LeadId lead, Instant at) {
        asked(() -> erasures.replaceOne(
                Filters.eq("_id", lead.value()),
                new ErasureDocument(lead.value(), at, null),
                new ReplaceOptions().upsert(true)));
    }

    @Override
    public void found(LeadId lead, String tombstone) {
        asked(() -> erasures.updateOne(Filters.eq("_id", lead.value()), Updates.set("tombstone", tombstone)));
    }

    @Override
    public Optional<Asked> find(LeadId lead) {
        return asked(() -> Optional.ofNullable(
                        erasures.find(Filters.eq("_id", lead.value())).first())
                .map(document -> new Asked(new LeadId(document.lead()), document.at(), document.tombstone())));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw new ErasuresUnreachable(e);
        }
    }
}
