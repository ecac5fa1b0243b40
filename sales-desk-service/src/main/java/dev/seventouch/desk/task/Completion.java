package dev.seventouch.desk.task;

import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person has done a task. The first one for a touch stands.
 *
 * @param answer the wire name of an {@link Answer}; kept as text, since an outcome may come from elsewhere
 * @param at house time, in whole milliseconds
 */
public record Completion(TouchId touch, String by, @Nullable String answer, Instant at) {}
