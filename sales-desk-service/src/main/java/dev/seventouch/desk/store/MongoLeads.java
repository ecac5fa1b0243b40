package dev.seventouch.desk.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.seventouch.desk.lead.Facts;
import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.LeadChange;
import dev.seventouch.desk.lead.Leads;
import dev.seventouch.desk.page.Page;
import dev.seventouch.desk.page.Rank;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Leads in the collection {@code leads}, one document each. */
public final class MongoLeads implements Leads {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final String RANK = "rank";
    private static final String EMAIL = "facts.email";

    private final MongoCollection<LeadDocument> leads;

    public MongoLeads(MongoDatabase database) {
        this.leads = database.getCollection("leads", LeadDocument.class);
        leads.createIndex(Indexes.ascending(RANK));
        leads.createIndex(Indexes.ascending(EMAIL));
    }

    @Override
    public void apply(List<LeadChange> changes) {
        if (!changes.isEmpty()) {
            leads.bulkWrite(changes.stream()
                    .map(change -> new UpdateOneModel<LeadDocument>(
                            eq(Records.ID, change.lead().value()), update(change), UPSERT))
                    .toList());
        }
    }

    private static Bson update(LeadChange change) {
        return switch (change) {
            case LeadChange.Captured(var lead, var facts) ->
                combine(set("facts", facts), set(RANK, rank(facts, lead)), unset("erased"));
            case LeadChange.Glimpsed(var lead, var facts) ->
                combine(setOnInsert("facts", facts), setOnInsert(RANK, rank(facts, lead)));
            // The latest counts, also when an older one is read again after it.
            case LeadChange.Marked marked -> max("marks." + marked.mark().name(), marked.at());
            case LeadChange.Forbade stop ->
                addEachToSet(
                        "forbidden", stop.media().stream().map(Medium::name).toList());
            case LeadChange.Replanned replanned -> set("plan", PlanDocument.of(replanned.plan()));
            case LeadChange.Erased _ -> combine(set("erased", true), unset("facts"), unset(RANK), unset("plan"));
        };
    }

    private static String rank(Facts facts, LeadId lead) {
        return Rank.descending(facts.capturedAt(), lead.value());
    }

    @Override
    public Map<LeadId, KnownLead> find(Collection<LeadId> ids) {
        Map<LeadId, KnownLead> found = new HashMap<>();
        if (!ids.isEmpty()) {
            leads.find(Records.isOneOf(Records.ID, ids))
                    .map(LeadDocument::lead)
                    .forEach(lead -> found.put(lead.id(), lead));
        }
        return found;
    }

    @Override
    public Page<KnownLead> newest(@Nullable String after, int limit) {
        List<LeadDocument> found = leads.find(gt(RANK, after == null ? "" : after))
                .sort(Sorts.ascending(RANK))
                .limit(limit + 1)
                .into(new ArrayList<>());
        return Page.of(found, limit, document -> String.valueOf(document.rank()))
                .map(LeadDocument::lead);
    }

    @Override
    public List<KnownLead> named(String words, int limit) {
        String meant = words.strip();
        if (meant.isEmpty()) {
            return List.of();
        }
        List<KnownLead> one = captured(or(eq(Records.ID, meant), eq(EMAIL, meant.toLowerCase(Locale.ROOT))), limit);
        if (!one.isEmpty()) {
            return one;
        }
        String part = inAnyCase(meant);
        return captured(or(regex("facts.name", part), regex("facts.company", part), regex(EMAIL, part)), limit);
    }

    private List<KnownLead> captured(Bson which, int limit) {
        return leads.find(and(gt(RANK, ""), which))
                .sort(Sorts.ascending(RANK))
                .limit(limit)
                .map(LeadDocument::lead)
                .into(new ArrayList<>());
    }

    /** Spelt out, because not every store knows the case of letters beyond ASCII. */
    private static String inAnyCase(String words) {
        StringBuilder pattern = new StringBuilder();
        words.codePoints().forEach(letter -> {
            if (Character.toLowerCase(letter) != Character.toUpperCase(letter)) {
                pattern.append('[')
                        .appendCodePoint(Character.toLowerCase(letter))
                        .appendCodePoint(Character.toUpperCase(letter))
                        .append(']');
            } else if (letter < 128 && !Character.isLetterOrDigit(letter)) {
                pattern.append('\\').appendCodePoint(letter);
            } else {
                pattern.appendCodePoint(letter);
            }
        });
        return pattern.toString();
    }
}
