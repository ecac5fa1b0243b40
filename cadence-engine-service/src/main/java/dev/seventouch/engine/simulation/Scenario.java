package dev.seventouch.engine.simulation;

import dev.seventouch.events.lead.Lead;
import java.time.Instant;

/**
 * What is to be played.
 *
 * @param toConfirm whether the capture waits for a confirmation
 * @param from when the lead is captured
 * @param until exclusive
 * @param most so many lines at most
 */
public record Scenario(Lead lead, boolean toConfirm, Instant from, Instant until, Script script, int most) {

    public Scenario(Lead lead, Instant from, Instant until) {
        this(lead, false, from, until, Script.NONE, Integer.MAX_VALUE);
    }

    public Scenario with(Script script) {
        return new Scenario(lead, toConfirm, from, until, script, most);
    }

    public Scenario withAtMost(int lines) {
        return new Scenario(lead, toConfirm, from, until, script, lines);
    }
}
