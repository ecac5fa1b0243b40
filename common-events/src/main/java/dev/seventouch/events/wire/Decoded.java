package dev.seventouch.events.wire;

/**
 * What came off a topic. A bad message is a value, so that a newer producer or a broken one never stops a consumer:
 * what can't be read goes to the dead-letter topic with its reason.
 */
public sealed interface Decoded<V> {

    record Readable<V>(V event) implements Decoded<V> {}

    /** @param why in words that name the field or the type, never the value */
    record Unreadable<V>(byte[] raw, String why) implements Decoded<V> {}
}
