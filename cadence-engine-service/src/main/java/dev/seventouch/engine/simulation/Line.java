package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.events.touch.TouchEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a lead's calendar, and why it is there. */
public sealed interface Line {
    Instant at();

    /**
     * A touch goes out.
     *
     * @param due all that the other services would be told; its reason is why it is worth the lead's time
     * @param time why it is then, by the plan
     * @param moved why it is not on the day that the plan has; null if it is
     * @param choice why it is this content
     */
    record Touched(
            Instant at,
            TouchEvent.Due due,
            String time,
            @Nullable Moved moved,
            String choice) implements Line {}

    /**
     * @param day the first day by the plan, on the lead's calendar
     * @param why such as {@code off Christmas Day}
     */
    record Moved(LocalDate day, String why) {}

    /** A place of the plan does not come to this lead. */
    record PassedOver(Instant at, Place place, String why) implements Line {}

    /**
     * The lead did something, or a person noted something.
     *
     * @param follows what was decided about it, apart from touches
     */
    record Told(Instant at, String words, List<String> follows) implements Line {
        public Told {
            follows = List.copyOf(follows);
        }
    }

    /** The lead goes on by another cadence. */
    record GoesOn(Instant at, CadenceRef cadence) implements Line {}

    record Ended(Instant at, Ending ending) implements Line {}
}
