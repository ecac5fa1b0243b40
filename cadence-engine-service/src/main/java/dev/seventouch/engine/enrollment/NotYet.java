package dev.seventouch.engine.enrollment;

/** Where leads stand can't be told just now: the engine is starting, or its partitions are moving. */
public final class NotYet extends RuntimeException {
    public NotYet() {
        super("the engine is starting or its partitions are moving", null, false, false);
    }
}
