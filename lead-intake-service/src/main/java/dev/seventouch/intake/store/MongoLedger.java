package dev.seventouch.intake.store;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.intake.suppression.Ledger;
import dev.seventouch.intake.suppression.LedgerUnreachable;
import dev.seventouch.intake.suppression.Reason;
import dev.seventouch.service.store.SuppressionDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The collection {@code ledger.suppressions}. */
@Component
final class MongoLedger implements Ledger {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<SuppressionDocument> suppressions;

    MongoLedger(MongoClient client) {
        this.suppressions = SuppressionDocument.in(client)
                .withWriteConcern(WriteConcern.MAJORITY.withWTimeout(2, TimeUnit.SECONDS));
    }

    /** One atomic write, whoever comes at the same time. */
    @Override
    public void forbid(LeadId lead, Set<Medium> media, Reason reason, Instant since) {
        try {
            // First its own, then a look at whom it is linked with: whoever links them meanwhile does it the other way
            // round.
            SuppressionDocument entry = suppressions.findOneAndUpdate(
                    its(lead),
                    earliest(media, reason, since),
                    new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            Set<LeadId> others = others(entry);
            if (!others.isEmpty()) {
                write(others.stream()
                        .map(other -> new Stop(other, media, reason, since))
                        .toList());
            }
        } catch (MongoException e) {
            throw new LedgerUnreachable(e);
        }
    }

    @Override
    public void forbidAll(Collection<Stop> stops) {
        if (stops.isEmpty()) {
            return;
        }
        try {
            write(stops);
            Map<String, SuppressionDocument> linked = new HashMap<>();
            suppressions
                    .find(Filters.and(
                            Filters.in(
                                    "_id",
                                    stops.stream()
                                            .map(each -> each.lead().value())
                                            .distinct()
                                            .toList()),
                            Filters.exists(SuppressionDocument.SAME)))
                    .forEach(entry -> linked.put(entry.lead(), entry));
            write(stops.stream()
                    .flatMap(each -> others(linked.get(each.lead().value())).stream()
                            .map(other -> new Stop(other, each.media(), each.reason(), each.since())))
                    .toList());
        } catch (MongoException e) {
            throw new LedgerUnreachable(e);
        }
    }

    private void write(Collection<Stop> stops) {
        if (stops.isEmpty()) {
            return;
        }
        suppressions.bulkWrite(
                stops.stream()
                        .map(each -> new UpdateOneModel<SuppressionDocument>(
                                its(each.lead()), earliest(each.media(), each.reason(), each.since()), UPSERT))
                        .toList(),
                // One after the other: two of one lead must not both come first.
                new BulkWriteOptions().ordered(true));
    }

    private static Set<LeadId> others(@Nullable SuppressionDocument entry) {
        List<String> same = entry == null ? null : entry.same();
        return same == null
                ? Set.of()
                : same.stream().map(LeadId::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Set<LeadId> linkedWith(LeadId lead) {
        try {
            return others(suppressions.find(its(lead)).first());
        } catch (MongoException e) {
            throw new LedgerUnreachable(e);
        }
    }

    @Override
    public void link(LeadId one, LeadId other) {
        try {
            Set<LeadId> all = new LinkedHashSet<>(List.of(one, other));
            all.addAll(others(suppressions.find(its(one)).first()));
            all.addAll(others(suppressions.find(its(other)).first()));
            // The links first, then a look at what is forbidden: whoever says stop meanwhile does it the other way
            // round.
            for (LeadId each : all) {
                List<String> others = all.stream()
                        .filter(lead -> !lead.equals(each))
                        .map(LeadId::value)
                        .toList();
                suppressions.updateOne(
                        its(each),
                        Updates.combine(
                                Updates.addEachToSet(SuppressionDocument.SAME, others),
                                Updates.setOnInsert("since", new Document())),
                        UPSERT);
            }
            List<Bson> forbidden = new ArrayList<>();
            for (LeadId each : all) {
                SuppressionDocument entry = suppressions.find(its(each)).first();
                if (entry != null) {
                    entry.since().forEach((medium, since) -> forbidden.add(Updates.min("since." + medium, since)));
                    Map<String, Instant> reasons = entry.reasons() == null ? Map.of() : entry.reasons();
                    reasons.forEach((reason, since) -> forbidden.add(Updates.min("reasons." + reason, since)));
                }
            }
            for (LeadId each : all) {
                for (Bson stop : forbidden) {
                    suppressions.updateOne(its(each), stop);
                }
            }
        } catch (MongoException e) {
            throw new LedgerUnreachable(e);
        }
    }

    private static Bson earliest(Set<Medium> media, Reason reason, Instant since) {
        return Updates.combine(media.stream()
                .flatMap(medium -> Stream.of(
                        Updates.min(SuppressionDocument.field(medium), since),
                        Updates.min(SuppressionDocument.field(medium, reason.name()), since)))
                .toList());
    }

    private static Bson its(LeadId lead) {
        return Filters.eq("_id", lead.value());
    }

    @Override
    public Entry of(LeadId lead) {
        try {
            SuppressionDocument entry = suppressions.find(its(lead)).first();
            return entry == null ? new Entry(lead, List.of()) : entry(entry);
        } catch (MongoException e) {
            throw new LedgerUnreachable(e);
        }
    }

    @Override
    public void each(Consumer<Entry> reader) {
        try {
            suppressions.find().forEach(entry -> reader.accept(entry(entry)));
        } catch (MongoException e) {
            throw new LedgerUnreachable(e);
        }
    }

    private static Entry entry(SuppressionDocument entry) {
        List<Ground> grounds = new ArrayList<>();
        for (Medium medium : Medium.values()) {
            Instant since = entry.since().get(medium.name());
            if (since != null) {
                Map<Reason, Instant> reasons = reasons(entry, medium);
                if (!reasons.containsValue(since)) {
                    grounds.add(new Ground(medium, null, since)); // older than reasons are noted
                }
                reasons.forEach((reason, from) -> grounds.add(new Ground(medium, reason, from)));
            }
        }
        return new Entry(new LeadId(entry.lead()), grounds);
    }

    private static Map<Reason, Instant> reasons(SuppressionDocument entry, Medium medium) {
        Map<String, Instant> noted = entry.reasons() == null ? Map.of() : entry.reasons();
        Map<Reason, Instant> reasons = new EnumMap<>(Reason.class);
        for (Reason reason : Reason.values()) {
            Instant since = noted.get(SuppressionDocument.key(medium, reason.name()));
            if (since != null) {
                reasons.put(reason, since);
            }
        }
        return reasons;
    }
}
