package dev.seventouch.engine.simulation;

import static dev.seventouch.engine.simulation.Stage.BERLIN;
import static dev.seventouch.engine.simulation.Stage.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class SpanTest {

    @Test
    void days_keep_the_time_of_day_when_clocks_change_and_hours_do_not() {
        assertThat(new Span(1, Duration.ZERO).from(at("2026-10-24T10:00"), BERLIN))
                .isEqualTo(at("2026-10-25T10:00"));
        assertThat(new Span(0, Duration.ofHours(24)).from(at("2026-10-24T10:00"), BERLIN))
                .isEqualTo(at("2026-10-25T09:00"));
        assertThat(new Span(1, Duration.ofHours(2)).from(at("2026-11-01T10:00"), BERLIN))
                .isEqualTo(at("2026-11-02T12:00"));
    }

    @Test
    void a_time_is_on_the_wall_clock_whatever_it_is_counted_from() {
        assertThat(new When.At(LocalDateTime.parse("2027-01-05T10:00")).from(at("2026-11-01T10:00"), BERLIN))
                .isEqualTo(at("2027-01-05T10:00"));
    }
}
