package dev.seventouch.engine.policy;

import java.time.Instant;

/** Whether there is a good moment for a touch. */
public sealed interface Opportunity {

    /**
     * @param at when
     * @param until until when it is still that moment
     * @param why why it is then, in words
     */
    record Slot(Instant at, Instant until, String why) implements Opportunity {}

    record Never(String why) implements Opportunity {}
}
