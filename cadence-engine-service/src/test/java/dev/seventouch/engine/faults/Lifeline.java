package dev.seventouch.engine.faults;

import java.io.IOException;

/** Ties a forked process to the tests: when they are gone, however they ended, its standard input ends, and so does it. */
final class Lifeline {

    private Lifeline() {}

    static void hold() {
        Thread.ofPlatform().name("lifeline").daemon().start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // nobody writes to it
                }
            } catch (IOException e) {
                // as good as its end
            }
            Runtime.getRuntime().halt(1);
        });
    }
}
