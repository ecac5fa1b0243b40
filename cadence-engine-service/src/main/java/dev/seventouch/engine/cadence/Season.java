package dev.seventouch.engine.cadence;

import dev.seventouch.engine.policy.Dates;
import dev.seventouch.engine.policy.Window;

/**
 * A touch that comes every year beside the plan, wherever a lead is in it.
 *
 * @param key stable over versions
 * @param window within the dates
 */
public record Season(String key, Dates.Yearly dates, Window window, Turn turn) {

    /** When it may come in the run of days that begins in {@code year}: that is its occurrence. */
    Window in(int year) {
        return new Window(window.days(), window.opens(), window.closes(), dates.in(year));
    }
}
