package dev.seventouch.engine.policy;

import java.time.Instant;

/** An answer that carries its reason. */
public sealed interface Verdict {

    record Allow() implements Verdict {}

    record Defer(Instant until, String why) implements Verdict {}

    record Deny(String why) implements Verdict {}
}
