package dev.seventouch.benchmarks.contest;

import dev.seventouch.benchmarks.report.Measure;

/** What is measured of every contestant. */
final class Measures {
    private static final String CROWD = "many come in: ";
    private static final String TOGETHER = "many fall due: ";
    private static final String SERVERS = "broker and database";

    static final PerLead TOUCHED_AT_ONCE = PerLead.of(CROWD + "first touches out");
    static final PerLead PLANNED = PerLead.of(CROWD + "next touches kept for later");
    static final PerLead RELEASED = PerLead.of(TOGETHER + "touches out");
    static final Measure FIRST_OF_MANY = Measure.cost(TOGETHER + "the first is out after", "ms");
    static final Measure LAST_OF_MANY = Measure.cost(TOGETHER + "the last is out after", "s");
    static final Measure MEMORY = Measure.cost("memory of the worker", "MiB");
    static final Measure DISK = Measure.cost("its state on disk", "MiB");

    private Measures() {}

    /**
     * The same of one lead after another.
     *
     * @param worker processor time of the worker for each
     * @param servers processor time of broker and database for each
     */
    record PerLead(Measure rate, Measure worker, Measure servers) {
        private static PerLead of(String what) {
            return new PerLead(
                    Measure.rate(what),
                    Measure.cost(what + ", processor time of the worker for each", "µs"),
                    Measure.cost(what + ", processor time of " + SERVERS + " for each", "µs"));
        }
    }

    static Measure latency(String quantile, int perSecond) {
        return Measure.cost("lead in to touch out at %,d a second, %s".formatted(perSecond, quantile), "ms");
    }

    static Measure idleWorker(int pending) {
        return Measure.cost("waiting with %,d pending, the worker".formatted(pending), "% of a core");
    }

    static Measure idleServers(int pending) {
        return Measure.cost("waiting with %,d pending, %s".formatted(pending, SERVERS), "% of a core");
    }

    static Measure tick(int pending) {
        return Measure.cost("a look for due touches with %,d pending".formatted(pending), "ms");
    }
}
