package dev.seventouch.benchmarks.machine;

import java.io.IOException;

/** Keeps a process from outliving the one that started it. */
public final class Orphans {
    private Orphans() {}

    /** Ends this process as soon as nobody holds the other end of its standard input. */
    public static void endWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() != -1) {
                            // nothing is ever said there
                        }
                    } catch (IOException e) {
                        // as good as its end
                    }
                    System.exit(0);
                },
                "ends with its parent");
        watch.setDaemon(true);
        watch.start();
    }
}
