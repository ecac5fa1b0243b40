package dev.seventouch.desk.store;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.seventouch.desk.task.Errand;
import dev.seventouch.desk.timeline.Note;
import dev.seventouch.desk.timeline.Status;
import dev.seventouch.desk.timeline.Timeline;
import dev.seventouch.desk.timeline.Timelines;
import dev.seventouch.desk.timeline.TouchStory;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Timelines in the collection {@code timelines}, one document a lead. */
public final class MongoTimelines implements Timelines {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuuMMddHH").withZone(ZoneOffset.UTC);
    /** What a machine may repeat at will: once a touch is enough. */
    private static final Set<String> ONCE_A_TOUCH = Set.of("opened", "clicked", "auto-replied");

    private final MongoCollection<TimelineDocument> timelines;

    public MongoTimelines(MongoDatabase database) {
        this.timelines = database.getCollection("timelines", TimelineDocument.class);
    }

    @Override
    public void write(List<Note> notes) {
        // One update a lead, however many notes a batch has for it: the document is written once.
        Map<LeadId, Document> byLead = new LinkedHashMap<>();
        notes.forEach(
                note -> byLead.computeIfAbsent(note.lead(), _ -> new Document()).append(path(note), value(note)));
        if (!byLead.isEmpty()) {
            timelines.bulkWrite(byLead.entrySet().stream()
                    .map(entry -> new UpdateOneModel<TimelineDocument>(
                            eq(Records.ID, entry.getKey().value()), new Document("$set", entry.getValue()), UPSERT))
                    .toList());
        }
    }

    private static String path(Note note) {
        return switch (note) {
            case Note.Due(var due, var first) -> "touches." + due.touch().id() + (first ? ".first" : ".later");
            case Note.CameOut(var outcome) ->
                "touches." + outcome.touch().id() + ".outcomes."
                        + Status.of(outcome).name();
            case Note.Happened happened -> "moments." + happened.type() + "-" + occasion(happened);
        };
    }

    private static String occasion(Note.Happened happened) {
        TouchId touch = happened.touch();
        return touch != null && ONCE_A_TOUCH.contains(happened.type()) ? touch.value() : HOUR.format(happened.at());
    }

    private static Object value(Note note) {
        return switch (note) {
            case Note.Due it -> dueOf(it.due());
            case Note.CameOut(var outcome) -> outcomeOf(outcome);
            case Note.Happened happened -> TimelineDocument.MomentDocument.of(happened);
        };
    }

    private static TouchStory.Due dueOf(TouchEvent.Due due) {
        return new TouchStory.Due(
                due.touch().step(),
                due.touch().occurrence(),
                due.touch().channel(),
                due.touch().content(),
                due.to(),
                due.content().say(),
                due.reason(),
                due.attempt(),
                Errand.of(due.touch()),
                due.dueAt());
    }

    private static TouchStory.Outcome outcomeOf(TouchOutcome outcome) {
        return switch (outcome) {
            case TouchOutcome.HandedOver(var ref, var receipt, var at) -> outcome(ref, receipt, null, null, null, at);
            case TouchOutcome.Deferred(var ref, var until, var why, var at) -> outcome(ref, why, until, null, null, at);
            case TouchOutcome.Failed failed -> outcome(failed.touch(), failed.why(), null, null, null, failed.at());
            case TouchOutcome.Skipped(var ref, var why, var at) -> outcome(ref, why, null, null, null, at);
            case TouchOutcome.Completed(var ref, var by, var answer, var at) ->
                outcome(ref, answer, null, by, answer, at);
        };
    }

    private static TouchStory.Outcome outcome(
            TouchRef ref,
            @Nullable String words,
            @Nullable Instant until,
            @Nullable String by,
            @Nullable String answer,
            Instant at) {
        return new TouchStory.Outcome(
                ref.step(),
                ref.occurrence(),
                ref.channel(),
                ref.content(),
                words,
                until,
                by,
                answer,
                Errand.of(ref),
                at);
    }

    @Override
    public Timeline of(LeadId lead) {
        TimelineDocument found = timelines.find(eq(Records.ID, lead.value())).first();
        return found == null ? new Timeline(Map.of(), List.of()) : found.timeline();
    }

    @Override
    public void erase(Collection<LeadId> leads) {
        timelines.deleteMany(Records.isOneOf(Records.ID, leads));
    }
}
