package dev.seventouch.intake;

import dev.seventouch.events.lead.Rep;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param identityKey the secret that lead ids are derived with; it must never change
 * @param defaultRegion ISO 3166-1 alpha-2: where a phone number without a country code is dialled
 * @param formLimit how often one address may send a form that names no limit of its own, such as {@code 20/m}
 * @param confirmWithin how long a link to confirm works after the capture; as long as the cadences wait, or shorter
 * @param instance tells this process from others of intake; the same after a restart
 * @param topics of the library, that leads may choose from
 * @param imports the directory where lists are kept until they are done; of this process alone
 * @param largestImport bytes of one list
 * @param keepRejects how long the rejects of a list are kept after it was worked off; wall time
 * @param importsAhead how many leads and first touches may wait before a list does; 0 for any number
 * @param leadsReaders the consumer groups of all services that keep what the topic of leads says
 * @param campaigns the directory of campaigns, with the forms in {@code forms/}; a text, as Spring would look for a
 *     relative path in the web application
 * @param visits how clicks and opens are looked at
 * @param challengeVerify the address at which a challenge's provider is asked; empty for none
 * @param challengeSecret that the provider knows us by
 * @param owner who owns a lead that nobody was named for
 */
@ConfigurationProperties("seventouch.intake")
@Validated
record IntakeProperties(
        @NotBlank(
                message =
                        "set SEVENTOUCH_INTAKE_IDENTITY_KEY to a secret of 20 characters or more; it must never change")
        @Size(min = 20, message = "is too short: take 20 characters or more") String identityKey,

        @DefaultValue("DE") @Pattern(regexp = "[A-Z]{2}", message = "is two letters of ISO 3166, such as DE") String defaultRegion,

        @DefaultValue("20/m") @Pattern(regexp = "[1-9]\\d{0,6}/[smhd]", message = "is no rate; write it as 20/m") String formLimit,

        @DefaultValue("14d") Duration confirmWithin,
        @NotBlank String instance,
        List<String> topics,
        @NotBlank String imports,
        @DefaultValue("2GB") DataSize largestImport,
        @DefaultValue("30d") Duration keepRejects,
        @DefaultValue("2000") @Min(0) long importsAhead,
        @NotEmpty Set<String> leadsReaders,
        @NotBlank String campaigns,
        @DefaultValue Visits visits,
        @DefaultValue("") String challengeVerify,
        @DefaultValue("") String challengeSecret,
        @Valid @Nullable DefaultOwner owner) {

    /**
     * How people are told from scanners.
     *
     * @param settle wall time to wait for what else is asked for out of the same mail
     * @param tooSoon house time after a mail was written within which nobody has read it
     */
    record Visits(
            @DefaultValue("5s") Duration settle,
            @DefaultValue("3s") Duration tooSoon) {}

    record DefaultOwner(
            @NotBlank(message = "set SEVENTOUCH_OWNER_NAME") String name,

            @NotBlank(message = "set SEVENTOUCH_OWNER_EMAIL") String email,

            @Nullable String phone) {

        Rep toRep() {
            return new Rep(name, email, phone == null || phone.isBlank() ? null : phone);
        }
    }

    /** Who judges challenges. */
    record Judge(String verify, String secret) {}

    @Nullable Judge challenge() {
        return challengeVerify.isBlank() ? null : new Judge(challengeVerify.strip(), challengeSecret.strip());
    }

    @Override
    public String toString() {
        return "IntakeProperties[…]";
    }
}
