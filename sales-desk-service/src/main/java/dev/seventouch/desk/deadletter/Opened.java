package dev.seventouch.desk.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dead letter with all that is in it. */
public record Opened(DeadLetter letter, byte @Nullable [] value, List<Header> headers) {

    /** Names may come more than once. */
    public record Header(String name, byte @Nullable [] value) {}
}
