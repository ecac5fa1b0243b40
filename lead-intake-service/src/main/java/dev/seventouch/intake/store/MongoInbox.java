package dev.seventouch.intake.store;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.intake.mailbox.Inbox;
import dev.seventouch.intake.mailbox.InboxUnreachable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The collections {@code inbox}, one document a mail, and {@code mailboxes}, how far each has been read. */
@Component
final class MongoInbox implements Inbox {
    private final MongoCollection<InboxDocument> mails;
    private final MongoCollection<Document> mailboxes;
    private volatile boolean indexed;

    MongoInbox(MongoDatabase database) {
        WriteConcern kept = WriteConcern.MAJORITY.withWTimeout(2, TimeUnit.SECONDS);
        this.mails = database.getCollection("inbox", InboxDocument.class).withWriteConcern(kept);
        this.mailboxes = database.getCollection("mailboxes").withWriteConcern(kept);
    }

    @Override
    public boolean has(String id) {
        return asked(() -> mails.find(Filters.eq("_id", id)).first() != null);
    }

    @Override
    public void keep(Entry entry) {
        LeadId lead = entry.lead();
        TouchId touch = entry.touch();
        InboxDocument document = new InboxDocument(
                entry.id(),
                entry.at(),
                entry.found(),
                lead == null ? null : lead.value(),
                touch == null ? null : touch.value(),
                entry.why(),
                entry.from(),
                entry.subject(),
                entry.waits());
        asked(() -> {
            declareIndexes();
            return mails.replaceOne(Filters.eq("_id", entry.id()), document, new ReplaceOptions().upsert(true));
        });
    }

    @Override
    public List<Entry> waiting(int most) {
        return asked(() -> mails.find(Filters.eq("waits", true))
                .sort(Sorts.descending("at"))
                .limit(most)
                .map(MongoInbox::entry)
                .into(new ArrayList<>()));
    }

    @Override
    public boolean done(String id) {
        return asked(() -> mails.updateOne(
                                Filters.and(Filters.eq("_id", id), Filters.eq("waits", true)),
                                Updates.combine(
                                        Updates.set("waits", false), Updates.unset("from"), Updates.unset("subject")))
                        .getModifiedCount()
                == 1);
    }

    @Override
    public void forget(Collection<LeadId> writers) {
        if (!writers.isEmpty()) {
            asked(() -> mails.updateMany(
                    Filters.in("lead", writers.stream().map(LeadId::value).toList()),
                    Updates.combine(Updates.set("waits", false), Updates.unset("from"), Updates.unset("subject"))));
        }
    }

    @Override
    public void forgetBefore(Instant before) {
        asked(() -> mails.deleteMany(Filters.lt("at", before)));
    }

    @Override
    public Optional<Checkpoint> checkpoint(String mailbox) {
        return asked(() -> Optional.ofNullable(
                        mailboxes.find(Filters.eq("_id", mailbox)).first())
                .map(found -> new Checkpoint(found.getLong("validity"), found.getLong("uid"))));
    }

    @Override
    public void keep(String mailbox, Checkpoint reached) {
        asked(() -> mailboxes.updateOne(
                Filters.eq("_id", mailbox),
                Updates.combine(Updates.set("validity", reached.validity()), Updates.set("uid", reached.uid())),
                new UpdateOptions().upsert(true)));
    }

    private static Entry entry(InboxDocument document) {
        return new Entry(
                document.id(),
                document.at(),
                document.found(),
                id(document.lead()),
                document.touch() == null ? null : new TouchId(document.touch()),
                document.why(),
                document.from(),
                document.subject(),
                document.waits());
    }

    private static @Nullable LeadId id(@Nullable String lead) {
        return lead == null ? null : new LeadId(lead);
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (MongoException e) {
            throw new InboxUnreachable(e);
        }
    }

    /** Not at the start: intake starts without the store as well. */
    private void declareIndexes() {
        if (!indexed) {
            mails.createIndex(Indexes.ascending("waits", "at"));
            mails.createIndex(Indexes.ascending("at"));
            mails.createIndex(Indexes.ascending("lead"));
            indexed = true;
        }
    }
}
