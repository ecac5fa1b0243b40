package dev.seventouch.mailer.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.delivery.complaint.CadenceDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counters in the collection {@code cadence-days}, one document a cadence and day, with the touches that were complained
 * about; and {@code cadence-holds}, one document a cadence that was ever held.
 */
@Component
final class MongoCadenceDays implements CadenceDays {

    private static final String ID = "_id";
    private static final String MAILS = "mails";
    private static final String COMPLAINTS = "complaints";
    private static final String WHY = "why";
    private static final String SINCE = "since";
    private static final String RELEASED_AT = "releasedAt";
    private static final String DAY = "day";
    private static final String CADENCE = "cadence";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> days;
    private final MongoCollection<Document> holds;

    MongoCadenceDays(MongoDatabase database) {
        this.days = database.getCollection("cadence-days");
        this.holds = database.getCollection("cadence-holds");
    }

    @Override
    public void add(Map<Slot, Long> mails) {
        List<UpdateOneModel<Document>> updates = new ArrayList<>();
        mails.forEach((slot, many) -> updates.add(new UpdateOneModel<>(
                eq(ID, idOf(slot)),
                combine(set(DAY, slot.day().toString()), set(CADENCE, slot.cadence()), inc(MAILS, many)),
                UPSERT)));
        if (!updates.isEmpty()) {
            days.bulkWrite(updates);
        }
    }

    @Override
    public void complained(Slot handedOver, TouchId mail) {
        days.updateOne(
                eq(ID, idOf(handedOver)),
                combine(
                        set(DAY, handedOver.day().toString()),
                        set(CADENCE, handedOver.cadence()),
                        addToSet(COMPLAINTS, mail.value())),
                UPSERT);
    }

    private static String idOf(Slot slot) {
        return slot.day() + " " + slot.cadence();
    }

    @Override
    public List<Day> from(LocalDate first) {
        return days.find(gte(DAY, first.toString()))
                .map(document -> new Day(
                        new Slot(document.getString(CADENCE), LocalDate.parse(document.getString(DAY))),
                        document.get(MAILS, 0L),
                        document.getList(COMPLAINTS, String.class, List.of()).size()))
                .into(new ArrayList<>());
    }

    @Override
    public void forgetBefore(LocalDate first) {
        days.deleteMany(lt(DAY, first.toString()));
    }

    @Override
    public List<Verdict> verdicts() {
        return holds.find()
                .map(document -> new Verdict(document.getString(ID), holdOf(document), at(document, RELEASED_AT)))
                .into(new ArrayList<>());
    }

    private static @Nullable Hold holdOf(Document document) {
        Instant since = at(document, SINCE);
        return since == null ? null : new Hold(document.getString(WHY), since);
    }

    private static @Nullable Instant at(Document document, String name) {
        Date at = document.getDate(name);
        return at == null ? null : at.toInstant();
    }

    @Override
    public void hold(String cadence, Hold hold, @Nullable Instant seen) {
        try {
            holds.updateOne(
                    and(eq(ID, cadence), eq(SINCE, null), eq(RELEASED_AT, seen == null ? null : Date.from(seen))),
                    combine(set(WHY, hold.why()), set(SINCE, Date.from(hold.since()))),
                    UPSERT);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Somebody held it, or let it go, a moment ago.
        }
    }

    @Override
    public void release(String cadence, Instant at) {
        days.deleteMany(eq(CADENCE, cadence));
        holds.updateOne(eq(ID, cadence), combine(unset(WHY), unset(SINCE), set(RELEASED_AT, Date.from(at))));
    }
}
