package dev.seventouch.engine.stream;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Decision.Lane;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** How long after the moment for which it was planned a touch goes out, in house time. */
final class Lateness {
    private static final Duration LEAST = Duration.ofMillis(10);
    private static final Duration MOST = Duration.ofHours(12);

    private final Timer first;
    private final Timer others;

    Lateness(MeterRegistry meters) {
        this.first = timer("first", meters);
        this.others = timer("others", meters);
    }

    private static Timer timer(String lane, MeterRegistry meters) {
        return Timer.builder("seventouch.engine.lateness")
                .description("from the moment for which a touch was planned to when it goes out, in house time")
                .tag("lane", lane)
                .publishPercentileHistogram()
                .minimumExpectedValue(LEAST)
                .maximumExpectedValue(MOST)
                .register(meters);
    }

    void of(Decision.Touched touched, Instant now) {
        Duration late = Duration.between(touched.touch().dueAt(), now);
        timer(touched.lane()).record(late.isNegative() ? Duration.ZERO : late);
    }

    private Timer timer(Lane lane) {
        return switch (lane) {
            case FIRST -> first;
            case PLAN -> others;
        };
    }
}
