package dev.seventouch.engine.enrollment;

import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.Recipient;

/** What a touch will be: settled once, and kept over all attempts. */
public record Picked(Channel channel, Recipient to, Content content, String reason) {}
