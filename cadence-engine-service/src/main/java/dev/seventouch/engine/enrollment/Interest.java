package dev.seventouch.engine.enrollment;

import dev.seventouch.events.touch.TouchId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How interested a lead has shown itself. It ends nothing and advances nothing.
 *
 * @param opened the touches that counted as opened, the latest ones
 * @param clicked the touches in which a link was followed, the latest ones
 * @param prompted whether the owner has been told
 */
public record Interest(
        int score,
        Set<TouchId> opened,
        Set<TouchId> clicked,
        @Nullable Boolean prompted) {
    private static final int REMEMBERED = 50;
    static final Interest NONE = new Interest(0, Set.of(), Set.of(), null);

    public Interest {
        opened = opened == null ? Set.of() : Kept.of(opened);
        clicked = clicked == null ? Set.of() : Kept.of(clicked);
    }

    Interest more(int points) {
        return new Interest(Math.addExact(score, points), opened, clicked, prompted);
    }

    Interest withOpened(TouchId touch, int points) {
        return opened.contains(touch)
                ? this
                : new Interest(score + points, Kept.latest(opened, touch, REMEMBERED), clicked, prompted);
    }

    Interest withClicked(TouchId touch, int points) {
        return clicked.contains(touch)
                ? this
                : new Interest(score + points, opened, Kept.latest(clicked, touch, REMEMBERED), prompted);
    }

    Interest told() {
        return new Interest(score, opened, clicked, true);
    }

    boolean isTold() {
        return Boolean.TRUE.equals(prompted);
    }
}
