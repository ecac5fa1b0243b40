package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.events.cadence.Enrolled;
import org.jspecify.annotations.Nullable;

/** Publishes cadences. */
@FunctionalInterface
public interface Publisher {

    /**
     * Publishes {@code yaml} as the next version, or answers with the newest if that is the very same text.
     *
     * @param enrolled what becomes of leads that are on an earlier version; null if there are none
     */
    CadenceRef publish(String id, String yaml, @Nullable Enrolled enrolled);
}
