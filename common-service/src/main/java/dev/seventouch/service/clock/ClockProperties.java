package dev.seventouch.service.clock;

import jakarta.validation.constraints.Positive;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The same for all services of a house.
 *
 * @param epoch the house time of a demo at {@code since}
 * @param since a wall time
 * @param speed seconds of house time in a second of wall time
 */
@ConfigurationProperties("seventouch.clock")
@Validated
record ClockProperties(
        @DefaultValue("2026-01-01T00:00:00Z") Instant epoch,
        @DefaultValue("2026-01-01T00:00:00Z") Instant since,
        @DefaultValue("1") @Positive double speed) {}
