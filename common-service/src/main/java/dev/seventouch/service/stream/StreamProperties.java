package dev.seventouch.service.stream;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param source how this service names itself in events, such as {@code /mailer}
 * @param instance tells this process from others of the service; the same after a restart
 * @param replicas copies of each topic; 3 in production, 1 on a single broker
 * @param budget how long a publish may take before the log counts as out of reach
 */
@ConfigurationProperties("seventouch.stream")
@Validated
record StreamProperties(
        @NotBlank String source,
        @NotBlank String instance,
        @DefaultValue("1") @Positive short replicas,
        @DefaultValue("2s") Duration budget) {}
