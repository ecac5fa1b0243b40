package dev.seventouch.service.link;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a link in a mail stands for: one purpose, for one lead, out of one touch.
 *
 * @param trail what only the links have by which a mail is observed; null on all others
 */
public record Link(
        Purpose purpose,
        LeadId lead,
        TouchId touch,
        @Nullable Trail trail) {

    public Link(Purpose purpose, LeadId lead, TouchId touch) {
        this(purpose, lead, touch, null);
    }

    /**
     * @param sentAt when the mail was written, by the house's clock, in milliseconds
     * @param target where a click leads to, an absolute address; null on an open
     */
    public record Trail(Instant sentAt, @Nullable URI target) {}

    /** What a link is for, and the path under which intake answers it. Tokens hold its place: add at the end only. */
    public enum Purpose {
        UNSUBSCRIBE("u"),
        READY_TO_BUY("r"),
        PREFERENCES("p"),
        CLICK("c"),
        OPEN("o"),
        /** The second half of a double opt-in. */
        CONFIRM("y");

        private final String path;

        Purpose(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }
}
