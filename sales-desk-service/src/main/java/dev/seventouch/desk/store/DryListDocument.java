package dev.seventouch.desk.store;

import dev.seventouch.desk.forecast.DryLead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One of the parts into which the list of a day is cut, so that no document grows with all leads.
 *
 * @param id the day and the part, such as {@code 2026-03-05.7}
 * @param version counts the writes
 * @param leads by the lead's id
 */
public record DryListDocument(
        @BsonId String id, long version, @Nullable Map<String, Member> leads) {
    private static final int PARTS = 32;

    public record Member(String step, Channel channel, Instant at) {
        static Member of(DryLead dry) {
            return new Member(dry.step(), dry.channel(), dry.at());
        }
    }

    static String idOf(DryLead dry) {
        return id(dry.day(), Math.floorMod(dry.lead().value().hashCode(), PARTS));
    }

    static List<String> idsOf(LocalDate day) {
        return IntStream.range(0, PARTS).mapToObj(part -> id(day, part)).toList();
    }

    private static String id(LocalDate day, int part) {
        return day + "." + part;
    }

    String day() {
        return id.substring(0, id.lastIndexOf('.'));
    }

    String part() {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    List<DryLead> dry() {
        return leads == null
                ? List.of()
                : leads.entrySet().stream()
                        .map(entry -> new DryLead(
                                new LeadId(entry.getKey()),
                                entry.getValue().step(),
                                entry.getValue().channel(),
                                entry.getValue().at()))
                        .toList();
    }
}
