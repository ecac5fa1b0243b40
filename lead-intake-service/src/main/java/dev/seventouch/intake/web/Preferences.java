package dev.seventouch.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be touched, as it chose last.
 *
 * @param media those that are welcome; none means all
 * @param topics those that are welcome; none means all
 * @param chosenAt when all of that was chosen; null if it never was
 * @param pausedUntil when the latest pause ends, in the past as well; null if there is none
 * @param pausedAt when that was chosen, or that it is over; null if it never was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Preferences(
        boolean lessOften,
        Set<Medium> media,
        Set<String> topics,
        @Nullable Instant chosenAt,
        @Nullable Instant pausedUntil,
        @Nullable Instant pausedAt) {

    /** Who keeps them. */
    public interface Known {
        /**
         * What a lead chose; nothing if it never did.
         *
         * @throws dev.seventouch.intake.capture.ViewUnreachable if that can't be asked
         */
        Optional<Preferences> of(LeadId lead);
    }
}
