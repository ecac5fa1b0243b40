package dev.seventouch.engine.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link BinaryOut} wrote, in the same order. */
final class BinaryIn {
    private final byte[] bytes;
    private int at;

    BinaryIn(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean bit() {
        return one() != 0;
    }

    int one() {
        return bytes[at++];
    }

    long number() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return (value >>> 1) ^ -(value & 1);
    }

    int count() {
        return Math.toIntExact(number());
    }

    String text() {
        int length = count();
        String text = new String(bytes, at, length, UTF_8);
        at += length;
        return text;
    }

    Instant instant() {
        return Instant.ofEpochSecond(number(), number());
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    <T> @Nullable T maybe(Supplier<T> read) {
        return bit() ? read.get() : null;
    }

    <T> List<T> list(Supplier<T> read) {
        int count = count();
        if (count == 0) {
            return List.of();
        }
        List<T> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(read.get());
        }
        return values;
    }

    <T> Set<T> set(Supplier<T> read) {
        int count = count();
        if (count == 0) {
            return Set.of();
        }
        Set<T> values = LinkedHashSet.newLinkedHashSet(count);
        for (int i = 0; i < count; i++) {
            values.add(read.get());
        }
        return values;
    }

    <E extends Enum<E>> Set<E> constants(Class<E> type) {
        int count = count();
        if (count == 0) {
            return Set.of();
        }
        Set<E> values = EnumSet.noneOf(type);
        for (int i = 0; i < count; i++) {
            values.add(constant(type));
        }
        return values;
    }

    <K, V> Map<K, V> pairs(Supplier<K> key, Supplier<V> value) {
        int count = count();
        if (count == 0) {
            return Map.of();
        }
        Map<K, V> values = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            values.put(key.get(), value.get());
        }
        return values;
    }
}
