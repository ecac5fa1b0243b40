package dev.seventouch.intake.store;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CountOptions;
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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The collections {@code inbox}, one document a mail, and {@code mailboxes}, how far each has been read. */
@Component
final class MongoInbox implements Inbox {
    /** Of so many that wait, words are kept: about 100 MB. */
    private static final int MOST_WITH_TEXT = 5_000;

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
                entry.waits(),
                entry.text(),
                entry.people().stream().map(LeadId::value).toList(),
                entry.decision());
        asked(() -> {
            declareIndexes();
            return mails.replaceOne(Filters.eq("_id", entry.id()), document, new ReplaceOptions().upsert(true));
        });
    }

    @Override
    public List<Entry> waiting(@Nullable Place before, int most) {
        Bson behind = before == null
                ? Filters.empty()
                : Filters.or(
                        Filters.lt("at", before.at()),
                        Filters.and(Filters.eq("at", before.at()), Filters.lt("_id", before.id())));
        return asked(() -> mails.find(Filters.and(Filters.eq("waits", true), behind))
                .sort(Sorts.descending("at", "_id"))
                .limit(most)
                .map(MongoInbox::entry)
                .into(new ArrayList<>()));
    }

    @Override
    public boolean isFull() {
        return asked(() -> mails.countDocuments(Filters.eq("waits", true), new CountOptions().limit(MOST_WITH_TEXT))
                == MOST_WITH_TEXT);
    }

    @Override
    public Optional<Entry> find(String id) {
        return asked(() ->
                Optional.ofNullable(mails.find(Filters.eq("_id", id)).first()).map(MongoInbox::entry));
    }

    @Override
    public Claim claim(String id, String decision) {
        return asked(() -> {
            boolean open = mails.updateOne(
                                    Filters.and(
                                            Filters.eq("_id", id),
                                            Filters.eq("waits", true),
                                            Filters.or(Filters.eq("decision", null), Filters.eq("decision", decision))),
                                    Updates.set("decision", decision))
                            .getMatchedCount()
                    == 1;
            if (open) {
                return Claim.OPEN;
            }
            String before = find(id).map(Entry::decision).orElse(null);
            return before == null ? Claim.GONE : before.equals(decision) ? Claim.DONE : Claim.OTHERWISE;
        });
    }

    @Override
    public void settle(String id, String found, @Nullable LeadId lead) {
        asked(() -> mails.updateOne(
                Filters.and(Filters.eq("_id", id), Filters.eq("waits", true)),
                Updates.combine(
                        without(),
                        Updates.set("found", found),
                        Updates.set("lead", lead == null ? null : lead.value()))));
    }

    @Override
    public void forget(Collection<LeadId> people) {
        if (!people.isEmpty()) {
            List<String> ids = people.stream().map(LeadId::value).toList();
            asked(() -> mails.updateMany(Filters.or(Filters.in("lead", ids), Filters.in("people", ids)), without()));
        }
    }

    private static Bson without() {
        return Updates.combine(
                Updates.set("waits", false),
                Updates.unset("from"),
                Updates.unset("subject"),
                Updates.unset("text"),
                Updates.unset("people"));
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
                document.waits(),
                document.text(),
                document.people() == null // of what was kept before people were
                        ? Set.of()
                        : document.people().stream().map(LeadId::new).collect(Collectors.toSet()),
                document.decision());
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
            mails.createIndex(Indexes.ascending("people"));
            indexed = true;
        }
    }
}
