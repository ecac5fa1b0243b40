package dev.seventouch.desk.deadletter;

import dev.seventouch.events.lead.LeadId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside, without its value.
 *
 * @param key null if it has none
 * @param at when it was set aside; wall time
 * @param why in words
 * @param size of its value in bytes
 * @param origin topic, partition and offset of the record: each service that can't read it sets it aside anew
 */
public record DeadLetter(Place place, @Nullable String key, Instant at, String why, int size, String origin) {

    /** The lead it is about, as far as its key tells. */
    public Optional<LeadId> lead() {
        try {
            return key == null ? Optional.empty() : Optional.of(new LeadId(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What may be told of it once its lead is erased. */
    DeadLetter withoutPerson() {
        return new DeadLetter(place, null, at, "Its lead was erased.", size, origin);
    }
}
