package dev.seventouch.engine.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** What the rounds of one partition have found. */
final class Audit {
    private final AtomicLong orphans = new AtomicLong();
    private final Counter rounds;

    Audit(int partition, MeterRegistry meters) {
        String number = Integer.toString(partition);
        Gauge.builder("seventouch.engine.orphans", orphans, AtomicLong::doubleValue)
                .description("leads that are followed up but would never be woken, in the last round")
                .tag("partition", number)
                .register(meters);
        this.rounds = Counter.builder("seventouch.engine.audits")
                .description("rounds through all leads that were brought to an end")
                .tag("partition", number)
                .register(meters);
    }

    void ended(long orphans) {
        this.orphans.set(orphans);
        rounds.increment();
    }
}
