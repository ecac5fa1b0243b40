package dev.seventouch.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;

/** Drives the topology, and has it audited at the end of each scenario: whoever is followed up has a next touch. */
final class AuditedDriver extends TopologyTestDriver {
    /** The audit takes it up again after so long, some leads at a time. */
    private static final Duration REST = Duration.ofHours(1);

    private static final int MOST_TICKS = 1_000;

    private final MeterRegistry meters;

    /** @param meters in which nobody but this topology counts */
    AuditedDriver(Topology topology, Properties settings, Instant start, MeterRegistry meters) {
        super(topology, settings, start);
        this.meters = meters;
    }

    static Ticking ticking(Duration tick) {
        return new Ticking(tick, Duration.ofDays(1), null, REST);
    }

    @Override
    public void close() {
        try {
            audit();
        } finally {
            super.close();
        }
    }

    private void audit() {
        // A round that is underway has passed some of them already.
        double twoMore = rounds() + 2;
        for (int i = 0; i < MOST_TICKS && rounds() < twoMore; i++) {
            advanceWallClockTime(REST);
        }
        assertThat(rounds()).as("audits").isGreaterThanOrEqualTo(twoMore);
        assertThat(meters.find("seventouch.engine.orphans").gauges())
                .extracting(Gauge::value)
                .as("leads that nothing would ever wake")
                .containsOnly(0.0);
    }

    private double rounds() {
        return meters.get("seventouch.engine.audits").counter().count();
    }
}
