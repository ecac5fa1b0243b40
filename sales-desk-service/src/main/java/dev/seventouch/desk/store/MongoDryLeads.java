package dev.seventouch.desk.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.addToSet;
import static com.mongodb.client.model.Updates.pullAll;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import dev.seventouch.desk.forecast.DryDay;
import dev.seventouch.desk.forecast.DryLead;
import dev.seventouch.desk.forecast.DryLeads;
import dev.seventouch.events.lead.LeadId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * Leads for which the library runs dry: the lists of each day in {@code dryLists}, how many are on them in {@code dryCounts},
 * and where each lead may be listed in {@code dryPlaces}. All is found by id. Lists hold leads and not numbers, so whatever
 * is written twice is there once; a count is made of a list as it is and never added to.
 */
public final class MongoDryLeads implements DryLeads {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);
    private static final String LISTS = "lists";

    private final MongoCollection<DryPlacesDocument> places;
    private final MongoCollection<DryListDocument> lists;
    private final MongoCollection<DryCountDocument> counts;

    public MongoDryLeads(MongoDatabase database) {
        this.places = database.getCollection("dryPlaces", DryPlacesDocument.class);
        this.lists = database.getCollection("dryLists", DryListDocument.class);
        this.counts = database.getCollection("dryCounts", DryCountDocument.class);
    }

    @Override
    public void claim(Collection<DryLead> dry) {
        if (!dry.isEmpty()) {
            places.bulkWrite(dry.stream()
                    .map(it -> new UpdateOneModel<DryPlacesDocument>(
                            eq(Records.ID, it.lead().value()), addToSet(LISTS, DryListDocument.idOf(it)), UPSERT))
                    .toList());
        }
    }

    @Override
    public Set<LeadId> list(Collection<LeadId> leads, Map<LeadId, DryLead> standing) {
        Map<String, Document> changes = new LinkedHashMap<>();
        List<UpdateOneModel<DryPlacesDocument>> left = new ArrayList<>();
        Set<LeadId> listed = new HashSet<>();
        for (DryPlacesDocument place : placesOf(leads)) {
            LeadId lead = new LeadId(place.lead());
            DryLead dry = standing.get(lead);
            String own = dry == null ? "" : DryListDocument.idOf(dry);
            List<String> others = new ArrayList<>(place.lists());
            if (dry != null && others.remove(own)) {
                write(changes, own, "$set", lead, DryListDocument.Member.of(dry));
                listed.add(lead);
            }
            if (!others.isEmpty()) {
                others.forEach(list -> write(changes, list, "$unset", lead, ""));
                left.add(new UpdateOneModel<>(eq(Records.ID, place.lead()), pullAll(LISTS, others)));
                listed.add(lead);
            }
        }
        if (!changes.isEmpty()) {
            lists.bulkWrite(changes.entrySet().stream()
                    .map(change -> new UpdateOneModel<DryListDocument>(
                            eq(Records.ID, change.getKey()), change.getValue(), UPSERT))
                    .toList());
            keep(lists.find(Records.isOneOf(Records.ID, changes.keySet())).into(new ArrayList<>()));
        }
        if (!left.isEmpty()) {
            places.bulkWrite(left);
        }
        return listed;
    }

    private List<DryPlacesDocument> placesOf(Collection<LeadId> leads) {
        return leads.isEmpty()
                ? List.of()
                : places.find(Records.isOneOf(Records.ID, leads)).into(new ArrayList<>());
    }

    private static void write(Map<String, Document> changes, String list, String operator, LeadId lead, Object value) {
        Document change = changes.computeIfAbsent(list, _ -> new Document("$inc", new Document("version", 1L)));
        ((Document) change.computeIfAbsent(operator, _ -> new Document())).append("leads." + lead, value);
    }

    /** Counts these lists. Of two counts of one list that cross each other, the one of its later version stays. */
    void keep(List<DryListDocument> counted) {
        Map<String, Document> byDay = new LinkedHashMap<>();
        counted.forEach(list -> byDay.computeIfAbsent(list.day(), _ -> new Document())
                .append("parts." + list.part(), DryCountDocument.Count.of(list)));
        counts.bulkWrite(byDay.entrySet().stream()
                .map(day -> new UpdateOneModel<DryCountDocument>(
                        eq(Records.ID, day.getKey()), new Document("$max", day.getValue()), UPSERT))
                .toList());
    }

    @Override
    public List<DryDay> count(LocalDate from, LocalDate to) {
        List<LocalDate> days = from.datesUntil(to.plusDays(1)).toList();
        return counts
                .find(Records.isOneOf(Records.ID, days))
                .map(DryCountDocument::dryDay)
                .into(new ArrayList<>())
                .stream()
                .filter(day -> !day.by().isEmpty())
                .sorted(Comparator.comparing(DryDay::day))
                .toList();
    }

    @Override
    public List<DryLead> on(LocalDate day) {
        return lists.find(Records.isOneOf(Records.ID, DryListDocument.idsOf(day))).into(new ArrayList<>()).stream()
                .flatMap(list -> list.dry().stream())
                .toList();
    }
}
