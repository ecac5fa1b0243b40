package dev.seventouch.desk.console;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param zone the zone in which pages show times
 * @param session how long a sign-in lasts without a click
 */
@ConfigurationProperties("seventouch.desk")
@Validated
record DeskProperties(
        @DefaultValue("Europe/Berlin") @NotNull ZoneId zone,
        @DefaultValue("12h") @DurationMin(minutes = 1) Duration session) {}
