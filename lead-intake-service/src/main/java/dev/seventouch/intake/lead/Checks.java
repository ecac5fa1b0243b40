package dev.seventouch.intake.lead;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong while a submission is read, so that its sender hears of everything at once. */
final class Checks {
    private final List<Problem> problems = new ArrayList<>();

    /** What was read, or null if it is bad, which is noted under {@code field}. */
    <T> @Nullable T take(String field, Reading<T> reading) {
        return switch (reading) {
            case Reading.Good<T>(var value) -> value;
            case Reading.Bad<T>(var why) -> {
                note(field, why);
                yield null;
            }
        };
    }

    void note(String field, String message) {
        problems.add(new Problem(field, message));
    }

    boolean passed() {
        return problems.isEmpty();
    }

    List<Problem> problems() {
        return problems;
    }
}
