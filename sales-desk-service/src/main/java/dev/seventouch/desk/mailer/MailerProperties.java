package dev.seventouch.desk.mailer;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mailer, which has the same operator key.
 *
 * @param address such as {@code http://localhost:8082}
 * @param timeout wall time for an answer; a batch of 2,000 letters takes seconds to print
 */
@ConfigurationProperties("seventouch.desk.mailer")
@Validated
public record MailerProperties(
        @DefaultValue("http://localhost:8082") @NotNull URI address,
        @DefaultValue("60s") @DurationMin(seconds = 1) Duration timeout) {

    @AssertTrue(message = "the mailer's address is like http://localhost:8082") boolean isAddressOfAServer() {
        return ("http".equals(address.getScheme()) || "https".equals(address.getScheme())) && address.getHost() != null;
    }
}
