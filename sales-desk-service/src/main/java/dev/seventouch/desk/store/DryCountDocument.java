package dev.seventouch.desk.store;

import dev.seventouch.desk.forecast.DryDay;
import dev.seventouch.desk.forecast.Shortage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * How many leads are on the list of a day.
 *
 * @param parts by the part of the list
 */
public record DryCountDocument(@BsonId String day, @Nullable Map<String, Count> parts) {

    /**
     * What is on one part of the list.
     *
     * @param version of the part when it was counted. The first field: by it documents compare, so that the newest count
     *     is the greatest
     */
    public record Count(long version, List<Shortage> by) {
        static Count of(DryListDocument list) {
            return new Count(list.version(), Shortage.sum(list.dry().stream().map(Shortage::of)));
        }
    }

    DryDay dryDay() {
        return new DryDay(
                LocalDate.parse(day),
                parts == null ? List.of() : Shortage.sum(parts.values().stream().flatMap(part -> part.by().stream())));
    }
}
