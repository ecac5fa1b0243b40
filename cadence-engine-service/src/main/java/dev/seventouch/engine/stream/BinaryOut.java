package dev.seventouch.engine.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes values one after the other, without names. What may be missing is preceded by whether it is there. */
final class BinaryOut {
    private byte[] bytes = new byte[1024];
    private int size;

    void bit(boolean yes) {
        one(yes ? 1 : 0);
    }

    void one(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }

    /** Seven bits a byte, the least first, so that small numbers are short; the sign is folded into the last bit. */
    void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            one((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        one((int) rest);
    }

    void count(Integer count) {
        number(count);
    }

    void text(String text) {
        byte[] raw = text.getBytes(UTF_8);
        number(raw.length);
        if (size + raw.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * size, size + raw.length));
        }
        System.arraycopy(raw, 0, bytes, size, raw.length);
        size += raw.length;
    }

    void instant(Instant instant) {
        number(instant.getEpochSecond());
        number(instant.getNano());
    }

    void constant(Enum<?> constant) {
        text(constant.name());
    }

    <T> void maybe(@Nullable T value, Consumer<T> write) {
        bit(value != null);
        if (value != null) {
            write.accept(value);
        }
    }

    <T> void each(Collection<T> values, Consumer<T> write) {
        number(values.size());
        values.forEach(write);
    }

    <K, V> void pairs(Map<K, V> values, Consumer<K> key, Consumer<V> value) {
        number(values.size());
        values.forEach((k, v) -> {
            key.accept(k);
            value.accept(v);
        });
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
