package dev.seventouch.service.stream;

import org.jspecify.annotations.Nullable;

/**
 * One record off a topic.
 *
 * @param event null for a tombstone: forget what is known under the key
 * @param position topic, partition and offset: the same record read again has the same one
 */
public record Received<V>(String key, @Nullable V event, String position) {}
