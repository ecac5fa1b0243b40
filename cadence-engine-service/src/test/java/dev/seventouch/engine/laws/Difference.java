package dev.seventouch.engine.laws;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** In what two records differ, in words: only that, however deep it is. */
final class Difference {
    private final List<String> differences = new ArrayList<>();

    private Difference() {}

    static String between(@Nullable Object one, @Nullable Object other) {
        Difference difference = new Difference();
        difference.compare("it", one, other);
        return String.join("; ", difference.differences);
    }

    private void compare(String what, @Nullable Object one, @Nullable Object other) {
        if (Objects.equals(one, other)) {
            return;
        }
        if (!(one instanceof Record) || !(other instanceof Record) || one.getClass() != other.getClass()) {
            differences.add(what + " is " + word(one) + " and not " + word(other));
            return;
        }
        for (RecordComponent part : one.getClass().getRecordComponents()) {
            compare(part.getName(), value(part, one), value(part, other));
        }
    }

    private static @Nullable Object value(RecordComponent part, Object record) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of two states of an enrollment, which they are says enough. */
    private static String word(@Nullable Object value) {
        return value instanceof Record record && value.toString().length() > 200
                ? record.getClass().getSimpleName()
                : String.valueOf(value);
    }
}
