package dev.seventouch.events.wire;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/**
 * A topic and the one sealed family of events on it: how they are keyed, named, written and read.
 *
 * @param <V> the sealed family
 */
public final class Topic<V> {
    private final String name;
    private final Retention retention;
    private final int partitions;
    private final Function<V, String> key;
    private final CloudEvents<V> cloudEvents;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    Topic(
            Class<V> family,
            String name,
            Retention retention,
            int partitions,
            Function<V, String> key,
            Names<V> names,
            CloudEvents<V> cloudEvents) {
        this.name = name;
        this.retention = retention;
        this.partitions = partitions;
        this.key = key;
        this.cloudEvents = cloudEvents;
        JsonMapper mapper = names.register(family, Json.conventions());
        this.reader = mapper.readerFor(family);
        this.writer = mapper.writerFor(family);
    }

    /** How long a topic keeps what it holds. */
    public enum Retention {
        /** The latest of each key, for ever; a tombstone erases. */
        COMPACTED,
        /** All, for ever. */
        KEPT,
        WEEK
    }

    public String name() {
        return name;
    }

    public Retention retention() {
        return retention;
    }

    public int partitions() {
        return partitions;
    }

    /** Where that goes which can't be read. */
    public String deadLetters() {
        return name + ".dlt";
    }

    public String keyOf(V event) {
        return key.apply(event);
    }

    public byte[] encode(V event) {
        return writer.writeValueAsBytes(event);
    }

    public Decoded<V> decode(byte @Nullable [] json) {
        if (json == null || json.length == 0) {
            return new Decoded.Unreadable<>(new byte[0], "there is no value");
        }
        try {
            V event = reader.readValue(json);
            return event == null ? new Decoded.Unreadable<>(json, "the value is null") : new Decoded.Readable<>(event);
        } catch (InvalidTypeIdException e) {
            return new Decoded.Unreadable<>(json, "the type \"" + e.getTypeId() + "\" is not known on " + name);
        } catch (JacksonException e) {
            return new Decoded.Unreadable<>(json, JsonFault.of(e).toString());
        }
    }

    /**
     * The CloudEvents headers of {@code event}.
     *
     * @param source the service that says so, as in {@code /mailer}
     */
    public Headers headersOf(V event, String source) {
        return cloudEvents.headers(event, source);
    }

    @Override
    public String toString() {
        return name;
    }

    /** The wire names of a family's members. They are stated, not taken from class names, so that a class can be renamed. */
    static final class Names<V> {
        private final Map<Class<? extends V>, String> byType = new LinkedHashMap<>();

        Names<V> with(String name, Class<? extends V> type) {
            byType.put(type, name);
            return this;
        }

        String of(V event) {
            String name = byType.get(event.getClass());
            if (name == null) {
                throw new IllegalStateException(event.getClass() + " has no name on the wire");
            }
            return name;
        }

        Map<Class<? extends V>, String> all() {
            return byType;
        }

        private JsonMapper register(Class<V> family, JsonMapper.Builder mapper) {
            mapper.addMixIn(family, NamedByType.class);
            byType.forEach((type, wireName) -> mapper.registerSubtypes(new NamedType(type, wireName)));
            return mapper.build();
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface NamedByType {}
}
