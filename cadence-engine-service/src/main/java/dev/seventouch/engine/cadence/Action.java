package dev.seventouch.engine.cadence;

import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import java.util.Set;

/** What a touch is: a channel, what it brings, and why that is worth the lead's time. */
public sealed interface Action {
    Channel channel();

    /** Always the same content, for the same reason. */
    record Fixed(Channel channel, Content content, String reason) implements Action {}

    /**
     * The best item of the library that this lead has not had; its reason is the touch's reason.
     *
     * @param template the template that frames the item
     * @param topics an item of any of these; empty means of any topic
     */
    record FromLibrary(Channel channel, String template, Set<String> topics) implements Action {
        public FromLibrary {
            topics = Set.copyOf(topics);
        }
    }
}
