package dev.seventouch.benchmarks.contest;

import dev.seventouch.benchmarks.machine.Weight;
import java.time.Duration;

/**
 * Processor time that a contestant has had. On a machine with other work to do it tells more than the time that went by.
 *
 * @param servers the broker and the database
 */
record Effort(Duration worker, Duration servers) {

    static Effort of(Contestant contestant) {
        return new Effort(
                Weight.processorTime(contestant.worker()),
                contestant.servers().stream().map(Weight::processorTime).reduce(Duration.ZERO, Duration::plus));
    }

    Effort since(Effort earlier) {
        return new Effort(worker.minus(earlier.worker), servers.minus(earlier.servers));
    }
}
