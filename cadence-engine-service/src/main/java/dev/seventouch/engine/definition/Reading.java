package dev.seventouch.engine.definition;

import java.util.List;

/** What came of reading a definition. */
public sealed interface Reading<T> {

    record Read<T>(T definition) implements Reading<T> {}

    /** All that is wrong, in the order of the text. */
    record Broken<T>(List<Problem> problems) implements Reading<T> {}
}
