package dev.seventouch.engine.stream;

import org.jspecify.annotations.Nullable;

/**
 * Something to be said on a topic, within the transaction of what caused it.
 *
 * @param value null for a tombstone
 */
record Outgoing(String topic, byte @Nullable [] value) {}
