package dev.seventouch.mailer.channel.email;

import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.service.link.TouchMarks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How mail that comes back is known, and where it goes.
 *
 * @param bounces the mailbox of what can't be delivered; each mail's mark is put behind its name (VERP)
 * @param replies the mailbox that answers go to; null if they go to the lead's owner
 */
public record Returns(
        TouchMarks marks, String bounces, @Nullable String replies) {

    Optional<String> markOf(TouchRef touch) {
        return marks.of(touch.lead(), touch.id());
    }

    /** Such as {@code bounces+MARK@example.com}. */
    String envelopeSender(String mark) {
        int at = bounces.lastIndexOf('@');
        return bounces.substring(0, at) + "+" + mark + bounces.substring(at);
    }
}
