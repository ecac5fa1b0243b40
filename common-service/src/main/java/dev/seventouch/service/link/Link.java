package dev.seventouch.service.link;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;

/** What a link in a mail stands for: one purpose, for one lead, out of one touch. */
public record Link(Purpose purpose, LeadId lead, TouchId touch) {

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
