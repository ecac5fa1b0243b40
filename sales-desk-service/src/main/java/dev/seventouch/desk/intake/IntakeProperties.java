package dev.seventouch.desk.intake;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Intake, which has the same operator key.
 *
 * @param address such as {@code http://localhost:8080}
 * @param timeout wall time for an answer
 */
@ConfigurationProperties("seventouch.desk.intake")
@Validated
public record IntakeProperties(
        @DefaultValue("http://localhost:8080") @NotNull URI address,
        @DefaultValue("15s") @DurationMin(seconds = 1) Duration timeout) {

    @AssertTrue(message = "intake's address is like http://localhost:8080") boolean isAddressOfAServer() {
        return ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) && address.getHost() != null;
    }
}
