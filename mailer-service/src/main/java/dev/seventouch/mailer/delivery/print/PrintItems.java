package dev.seventouch.mailer.delivery.print;

import dev.seventouch.events.touch.TouchId;
import java.util.List;
import java.util.Optional;

/** All that waits for the printer. */
public interface PrintItems {

    /** Adds it, unless it is there already. */
    void add(PrintItem item);

    /** What waits, the oldest first. */
    List<PrintItem> queued();

    Optional<PrintItem> find(TouchId touch);
}
