package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.CadenceRef;

/** Publishes cadences. */
@FunctionalInterface
public interface Publisher {

    /** Publishes {@code yaml} as the next version, or answers with the newest if that is the very same text. */
    CadenceRef publish(String id, String yaml);
}
