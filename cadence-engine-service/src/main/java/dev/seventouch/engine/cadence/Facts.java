package dev.seventouch.engine.cadence;

import dev.seventouch.events.lead.Lead;
import java.util.Optional;

/** What is known when a touch depends on something. */
public interface Facts {
    Lead lead();

    /** The lead's interest so far. */
    int score();

    /** Whether a link of that step was clicked. */
    boolean clicked(String step);

    /** What the person who did the step noted. */
    Optional<String> answer(String step);
}
