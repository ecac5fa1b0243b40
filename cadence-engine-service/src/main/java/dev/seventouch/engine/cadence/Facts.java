package dev.seventouch.engine.cadence;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.Medium;
import java.util.Optional;

/** What is known when a touch depends on something. */
public interface Facts {
    Lead lead();

    /** The lead's interest so far. */
    int score();

    /** Whether a link of that step was clicked. */
    boolean clicked(String step);

    /** Whether the lead can and may be reached so: an address is known that works, and the lead wants it. */
    boolean reaches(Medium medium);

    /** What the person who did the step noted. */
    Optional<String> answer(String step);
}
