package dev.seventouch.engine;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param state where the state of enrollments is kept on disk; what is lost there is restored from the log
 * @param instance names this instance in its group: the same after a restart, different from all others
 * @param address where this instance answers the others, as {@code host:port}
 * @param memory of all stores together, outside of the heap
 * @param tick how often due touches are looked for, in wall time
 * @param budget how long leads are woken in one tick of one partition: what comes in meanwhile waits so long, once for each
 *     partition
 * @param threads stream threads
 * @param release the most touches an hour, over all cadences and instances; as many as can be unless given
 * @param audit how long the audit of all enrollments rests between two rounds
 */
@ConfigurationProperties("seventouch.engine")
@Validated
public record EngineProperties(
        @NotBlank String state,
        @NotBlank String instance,
        @NotBlank String address,
        @DefaultValue("256MB") DataSize memory,
        @DefaultValue("50ms") Duration tick,
        @DefaultValue("10ms") Duration budget,
        @DefaultValue("1") @Positive int threads,
        @Positive @Nullable Integer release,
        @DefaultValue("1h") Duration audit) {}
