package dev.seventouch.quickstart;

import dev.seventouch.embedded.Claims;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Offsets of ports, each for one house of all test runs on this machine: between looking whether a port is free and listening
 * there a house starts, which takes seconds.
 */
final class Offsets {
    /** The highest port, the store's, stays below 32768, where systems begin to take ports for connections that go out. */
    private static final int FIRST = 4_000;

    /** No two ports of a house are a multiple of it apart, within the range: two houses share none. */
    private static final int STEP = 10;

    private static final int LAST = FIRST + 99 * STEP;

    private static int next = FIRST;

    private Offsets() {}

    /** One that nobody else has, and at which all eight ports are free now. */
    static synchronized int free() throws IOException {
        for (; next <= LAST; next += STEP) {
            if (Claims.take("offset-" + next) && isFree(next)) {
                int offset = next;
                next += STEP;
                return offset;
            }
        }
        throw new IllegalStateException("no offset is free from " + FIRST + " to " + LAST);
    }

    private static boolean isFree(int offset) {
        try {
            Ports ports = Ports.movedBy(offset);
            Ports.requireFree(new Setup(Path.of(""), Speed.WALL, ports, Path.of(""), null, null, null).portsNeeded());
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
