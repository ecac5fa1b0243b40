package dev.seventouch.mailer;

import dev.seventouch.mailer.channel.email.Relay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mailer's settings.
 *
 * @param instance this mailer's name, the same over restarts and not shared by two that run at the same time
 * @param campaigns the directory (text, because Spring would look for a relative path on the web) whose {@code templates} are published at start
 * @param workers how many touches of one lane are handed over at the same time
 * @param lease wall time for which a claim is believed to be worked on
 * @param retryAfter house time until a touch that could not go is due again (RFC 5321 4.5.4.1: 30 minutes or more)
 * @param giveUpAfter house time after which it has failed (RFC 5321 4.5.4.1: 4 to 5 days)
 */
@ConfigurationProperties("seventouch.mailer")
@Validated
record MailerProperties(
        @NotBlank String instance,
        @NotBlank String campaigns,
        @DefaultValue("8") @Min(1) @Max(64) int workers,
        @DefaultValue("60s") @NotNull Duration lease,
        @DefaultValue("30m") @NotNull Duration retryAfter,
        @DefaultValue("4d") @NotNull Duration giveUpAfter,
        @Valid @NotNull House sender,
        @Valid @NotNull Smtp smtp) {

    /**
     * Who sends.
     *
     * @param domain the right side of Message-IDs; that of {@code address} unless set
     * @param postalAddress in one line, shown in every mail to a lead
     */
    record House(
            @NotBlank String name,

            @Pattern(regexp = "[^@\\s]+@[^@\\s]+", message = "is not one email address") @NotNull String address,

            @Nullable String domain,
            @NotBlank String postalAddress) {

        String domainOrThatOfAddress() {
            return domain == null || domain.isBlank() ? address.substring(address.indexOf('@') + 1) : domain;
        }
    }

    /**
     * The relay.
     *
     * @param relay as {@code HOST:PORT}
     * @param connectTimeout wall time
     * @param readTimeout wall time for each reply
     * @param idle wall time after which an unused connection is not trusted any more
     */
    record Smtp(
            @Pattern(regexp = "\\S+:\\d{1,5}", message = "is not HOST:PORT") @NotNull String relay,

            @Nullable String user,
            @Nullable String password,
            @DefaultValue("never") @NotNull Relay.Starttls starttls,
            @DefaultValue("5s") @NotNull Duration connectTimeout,
            @DefaultValue("20s") @NotNull Duration readTimeout,
            @DefaultValue("20s") @NotNull Duration idle) {

        Relay asRelay() {
            int colon = relay.lastIndexOf(':');
            String nobody = user == null || user.isBlank() ? null : user;
            return new Relay(
                    relay.substring(0, colon),
                    Integer.parseInt(relay.substring(colon + 1)),
                    nobody,
                    nobody == null ? null : password,
                    starttls,
                    connectTimeout,
                    readTimeout,
                    idle);
        }

        @Override
        public String toString() {
            return "Smtp[" + relay + ", " + starttls + "]";
        }
    }
}
