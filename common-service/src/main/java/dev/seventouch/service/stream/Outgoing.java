package dev.seventouch.service.stream;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in the form in which it goes onto its topic: what whoever can't publish it now keeps, and publishes later
 * without a difference.
 *
 * @param value null for a tombstone
 * @param headers CloudEvents attributes, by header
 */
public record Outgoing(String topic, String key, byte @Nullable [] value, Map<String, String> headers) {}
