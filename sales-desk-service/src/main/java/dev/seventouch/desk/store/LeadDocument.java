package dev.seventouch.desk.store;

import dev.seventouch.desk.lead.Facts;
import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.Mark;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A lead as it is kept. Any field may be missing: each topic writes its own.
 *
 * @param rank the place in the list of leads; missing until captured, and after an erasure
 * @param marks by the constant's name
 * @param forbidden media by the constant's name
 */
public record LeadDocument(
        @BsonId String id,
        @Nullable Facts facts,
        @Nullable String rank,
        @Nullable Boolean erased,
        @Nullable Map<String, Instant> marks,
        @Nullable List<String> forbidden,
        @Nullable PlanDocument plan) {

    KnownLead lead() {
        return new KnownLead(
                new LeadId(id),
                facts,
                marksByName(),
                media(),
                plan == null ? null : plan.plan(),
                Boolean.TRUE.equals(erased));
    }

    private Map<Mark, Instant> marksByName() {
        Map<Mark, Instant> known = new EnumMap<>(Mark.class);
        if (marks != null) {
            marks.forEach((name, at) -> known.put(Mark.valueOf(name), at));
        }
        return known;
    }

    private Set<Medium> media() {
        Set<Medium> known = EnumSet.noneOf(Medium.class);
        if (forbidden != null) {
            forbidden.forEach(name -> known.add(Medium.valueOf(name)));
        }
        return known;
    }
}
