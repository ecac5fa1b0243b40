package dev.seventouch.mailer;

import dev.seventouch.mailer.channel.email.DomainLimits;
import dev.seventouch.mailer.channel.email.Relay;
import dev.seventouch.mailer.channel.email.Relay.Encryption;
import dev.seventouch.mailer.channel.email.Returns;
import dev.seventouch.mailer.channel.email.WarmUp;
import dev.seventouch.mailer.channel.letter.HttpPrintProvider;
import dev.seventouch.mailer.delivery.complaint.ComplaintLimits;
import dev.seventouch.mailer.delivery.print.CutOff;
import dev.seventouch.service.link.TouchMarks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.net.IDN;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mailer's settings.
 *
 * @param instance this mailer's name, the same over restarts and not shared by two that run at the same time
 * @param campaigns the directory (text, because Spring would look for a relative path on the web) whose {@code templates} are published at start
 * @param lease wall time for which a claim is believed to be worked on
 * @param retryAfter house time until a touch that could not go is due again (RFC 5321 4.5.4.1: 30 minutes or more)
 * @param dkim keys as {@code DOMAIN:SELECTOR:FILE}, the file an RSA or Ed25519 key as PEM (PKCS #8); the first RSA one that fits is used, and
 *     the first Ed25519 one beside it
 * @param giveUpAfter house time after which it has failed (RFC 5321 4.5.4.1: 4 to 5 days)
 */
@ConfigurationProperties("seventouch.mailer")
@Validated
record MailerProperties(
        @NotBlank String instance,
        @NotBlank String campaigns,
        @DefaultValue("60s") @NotNull Duration lease,
        @DefaultValue("30m") @NotNull Duration retryAfter,
        @DefaultValue("4d") @NotNull Duration giveUpAfter,
        @Valid @NotNull House sender,
        @DefaultValue @NotNull List<String> dkim,
        @Valid @NotNull Smtp smtp,
        @Valid @NotNull @DefaultValue Domains domains,
        @Valid @NotNull @DefaultValue Spam complaints,
        @DefaultValue Track track,
        @Valid @DefaultValue Returned returns,
        @Valid @NotNull @DefaultValue Letters letters) {

    /**
     * Where mail comes back to, for a house whose intake reads it.
     *
     * @param bounces the mailbox of what can't be delivered; mail bears marks only if it is set
     * @param replies the mailbox of answers; they go to the lead's owner unless set
     */
    record Returned(
            @Pattern(
                    regexp = "|[^@+\\s]{1,7}@[^@\\s]+",
                    message = "is an address with at most 7 characters before the @, such as bounces@example.com")
            @DefaultValue("")
            String bounces,

            @Pattern(regexp = "|[^@\\s]+@[^@\\s]+", message = "is not one email address") @DefaultValue("")
            String replies) {

        @Nullable Returns to(TouchMarks marks) {
            return bounces.isBlank() ? null : new Returns(marks, bounces, replies.isBlank() ? null : replies);
        }

        @AssertTrue(message = "replies can only be told apart with a mailbox for bounces: set SEVENTOUCH_BOUNCES too") boolean isWhole() {
            return replies.isBlank() || !bounces.isBlank();
        }
    }

    /**
     * What is observed of a mail to a lead.
     *
     * @param clicks whether links lead through intake
     * @param opens whether there is a pixel
     */
    record Track(
            @DefaultValue("true") boolean clicks,
            @DefaultValue("true") boolean opens) {}

    /**
     * Who sends.
     *
     * @param domain the right side of Message-IDs; that of {@code address} unless set
     * @param stop where a mail that says stop goes; the mailbox {@code stop} of the domain unless set
     * @param postalAddress in one line, shown in every mail to a lead
     */
    record House(
            @NotBlank String name,

            @Pattern(regexp = "[^@\\s]+@[^@\\s]+", message = "is not one email address") @NotNull String address,

            @Nullable String domain,
            @Nullable String stop,
            @NotBlank String postalAddress) {

        String stopMailbox() {
            return stop == null || stop.isBlank() ? "stop@" + domainOrThatOfAddress() : stop;
        }

        String domainOrThatOfAddress() {
            return domain == null || domain.isBlank() ? address.substring(address.indexOf('@') + 1) : domain;
        }
    }

    /**
     * The relays. All are spoken to alike.
     *
     * @param relay each as {@code HOST:PORT}, in order of preference
     * @param starttls what is done about encryption
     * @param certificates a PEM file with the certificates that hold; those that the platform trusts unless set
     * @param connections how many to each relay
     * @param perMinute how many mails each relay gets in a minute of wall time; 0 where that is not bounded
     * @param connectTimeout wall time
     * @param readTimeout wall time for each reply
     * @param idle wall time after which an unused connection is not trusted any more
     * @param warmUp relays that warm up, each as {@code HOST:PORT=DATE} with the first day of its mail
     * @param warmUpTable how many mails such a relay gets on its first day, its second and so on, counted in UTC
     */
    record Smtp(
            @NotEmpty List<@Pattern(regexp = "\\S+:\\d{1,5}", message = "is not HOST:PORT") String> relay,

            @Nullable String user,
            @Nullable String password,
            @DefaultValue("never") @NotNull Encryption starttls,
            @Nullable String certificates,
            @DefaultValue("16") @Min(1) @Max(256) int connections,
            @DefaultValue("0") @Min(0) int perMinute,
            @DefaultValue("5s") @NotNull Duration connectTimeout,
            @DefaultValue("20s") @NotNull Duration readTimeout,
            @DefaultValue("20s") @NotNull Duration idle,

            @DefaultValue @NotNull List<
                            @Pattern(
                                    regexp = "\\S+:\\d{1,5}=\\d{4}-\\d{2}-\\d{2}",
                                    message = "is not HOST:PORT=YYYY-MM-DD")
                            String>
                    warmUp,

            @DefaultValue({"50", "100", "200", "400", "800", "1600", "3200", "6400", "12800", "25600", "51200"})
            @NotEmpty List<@Min(1) Integer> warmUpTable) {

        @AssertTrue(message = "warm-up names a relay that is none of yours: write each as in relay, then =DATE") boolean isWarmUpOfOurs() {
            return warmUp.stream().allMatch(line -> relay.contains(line.substring(0, Math.max(0, line.indexOf('=')))));
        }

        @AssertTrue(message = "a password never goes to another machine in clear: set starttls to required or implicit") boolean isPasswordSafe() {
            boolean clear = starttls == Encryption.NEVER || starttls == Encryption.OFFERED;
            return isUnset(user) || !clear || relay.stream().allMatch(Smtp::isHere);
        }

        private static boolean isHere(String relay) {
            return relay.startsWith("localhost:") || relay.startsWith("127.") || relay.startsWith("[::1]:");
        }

        private static boolean isUnset(@Nullable String value) {
            return value == null || value.isBlank();
        }

        List<Relay> relays() {
            return relay.stream().map(this::one).toList();
        }

        private Relay one(String address) {
            int colon = address.lastIndexOf(':');
            String nobody = isUnset(user) ? null : user;
            return new Relay(
                    address.substring(0, colon),
                    Integer.parseInt(address.substring(colon + 1)),
                    nobody,
                    nobody == null ? null : password,
                    starttls,
                    certificates == null || certificates.isBlank() ? null : Path.of(certificates),
                    connections,
                    connectTimeout,
                    readTimeout,
                    idle,
                    perMinute,
                    warmUpOf(address));
        }

        private @Nullable WarmUp warmUpOf(String address) {
            return warmUp.stream()
                    .filter(line -> line.startsWith(address + "="))
                    .findFirst()
                    .map(line -> new WarmUp(LocalDate.parse(line.substring(address.length() + 1)), warmUpTable))
                    .orElse(null);
        }

        @Override
        public String toString() {
            return "Smtp[" + relay + ", " + starttls + "]";
        }
    }

    /**
     * Letters and cards. All times are house time.
     *
     * @param askAgain after which a letter that waits may be asked for again
     * @param giveUpAfter after which one that nobody has posted has failed, and its lead's plan goes on without it
     * @param cutOff the time of day at which a day's letters become a batch, such as 15:00; none if empty
     * @param zone of {@code cutOff}
     * @param provider who prints and posts instead of people
     * @param postedAfter after its cut-off a batch counts as posted, though nobody said so; never unless set
     */
    record Letters(
            @DefaultValue("15:00") @Pattern(regexp = "(([01]\\d|2[0-3]):[0-5]\\d)?", message = "is not HH:MM") @NotNull String cutOff,

            @DefaultValue("Europe/Berlin") @NotNull ZoneId zone,
            @Nullable Duration postedAfter,
            @Valid @NotNull @DefaultValue Provider provider,
            @DefaultValue("3d") @NotNull Duration askAgain,
            @DefaultValue("14d") @NotNull Duration giveUpAfter) {

        /**
         * A print provider.
         *
         * @param url where orders are posted; none if empty
         * @param secret its bearer token
         * @param timeout wall time for each attempt
         * @param mayBePrivate whether it may be in a private network, and without TLS
         */
        record Provider(
                @DefaultValue("") @NotNull String url,
                @DefaultValue("") @NotNull String secret,
                @DefaultValue("60s") @NotNull Duration timeout,
                @DefaultValue("false") boolean mayBePrivate) {

            @AssertTrue(message = "a print provider needs a secret") boolean isSecretThere() {
                return url.isBlank() || !secret.isBlank();
            }

            Optional<HttpPrintProvider> configured() {
                return url.isBlank()
                        ? Optional.empty()
                        : Optional.of(new HttpPrintProvider(URI.create(url), secret, timeout, mayBePrivate));
            }

            @Override
            public String toString() {
                return "Provider[" + url + "]";
            }
        }

        Optional<CutOff> daily() {
            return cutOff.isEmpty() ? Optional.empty() : Optional.of(new CutOff(LocalTime.parse(cutOff), zone));
        }
    }

    /**
     * How hard recipients' domains may be pressed. All times are wall time.
     *
     * @param connections how many mails to one domain may be under way at the same time
     * @param perMinute how many mails a domain gets in a minute; 0 where that is not bounded
     * @param named domains with limits of their own
     * @param warmUp domains that warm up, each as {@code DOMAIN=DATE} with the first day of their mail; {@code *} for all others
     * @param warmUpTable how many mails such a domain gets on its first day, its second and so on, counted in UTC
     * @param slowAfter a domain counts as slow when a mail takes longer
     * @param queue how long a mail waits for its turn before it is told to come again
     * @param comeAgain after which it comes again
     * @param hold for how long a domain is left alone that asked us to slow down; doubles each time
     * @param longestHold what it doubles up to
     * @param policyHold for how long a domain is left alone that refuses our set-up
     * @param sendingPause for how long nothing at all is sent when our own set-up is refused; doubles up to six hours
     */
    record Domains(
            @DefaultValue("8") @Min(1) int connections,
            @DefaultValue("0") @Min(0) int perMinute,
            @DefaultValue @NotNull Map<String, @Valid Named> named,

            @DefaultValue @NotNull List<
                            @Pattern(
                                    regexp = "(\\*|[^=\\s@]+)=\\d{4}-\\d{2}-\\d{2}",
                                    message =
                                            "is not DOMAIN=YYYY-MM-DD, or *=YYYY-MM-DD for all domains that are not named")
                            String>
                    warmUp,

            @DefaultValue({"20", "40", "80", "160", "320", "640", "1280", "2560", "5120", "10240", "20480"}) @NotEmpty List<@Min(1) Integer> warmUpTable,

            @DefaultValue("1s") @NotNull Duration slowAfter,
            @DefaultValue("10s") @NotNull Duration queue,
            @DefaultValue("1m") @NotNull Duration comeAgain,
            @DefaultValue("1m") @NotNull Duration hold,
            @DefaultValue("1h") @NotNull Duration longestHold,
            @DefaultValue("1h") @NotNull Duration policyHold,
            @DefaultValue("15m") @NotNull Duration sendingPause) {

        private static final String ALL_OTHERS = "*";

        /**
         * One domain.
         *
         * @param connections those of all others unless set
         * @param perMinute that of all others unless set
         */
        record Named(
                @Nullable @Min(1) Integer connections,
                @Nullable @Min(0) Integer perMinute) {}

        DomainLimits limits() {
            Map<String, DomainLimits.Limit> own = new HashMap<>();
            Stream.concat(named.keySet().stream(), warmUp.stream().map(Domains::domainOf))
                    .map(Domains::inALabels)
                    .filter(domain -> !domain.equals(ALL_OTHERS))
                    .forEach(domain -> own.put(domain, limitOf(domain)));
            return new DomainLimits(
                    new DomainLimits.Limit(connections, perMinute, warmUpOf(ALL_OTHERS)),
                    own,
                    slowAfter,
                    queue,
                    comeAgain,
                    hold,
                    longestHold,
                    policyHold);
        }

        private DomainLimits.Limit limitOf(String domain) {
            Named its = named.entrySet().stream()
                    .filter(entry -> inALabels(entry.getKey()).equals(domain))
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElseGet(() -> new Named(null, null));
            WarmUp ownDays = warmUpOf(domain);
            return new DomainLimits.Limit(
                    its.connections() == null ? connections : its.connections(),
                    its.perMinute() == null ? perMinute : its.perMinute(),
                    ownDays == null ? warmUpOf(ALL_OTHERS) : ownDays);
        }

        private @Nullable WarmUp warmUpOf(String domain) {
            return warmUp.stream()
                    .filter(line -> inALabels(domainOf(line)).equals(domain))
                    .findFirst()
                    .map(line -> new WarmUp(LocalDate.parse(line.substring(line.indexOf('=') + 1)), warmUpTable))
                    .orElse(null);
        }

        private static String domainOf(String line) {
            return line.substring(0, line.indexOf('='));
        }

        /** As recipients' domains are known here. */
        private static String inALabels(String domain) {
            return domain.equals(ALL_OTHERS) ? domain : IDN.toASCII(domain).toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How much of a cadence's mail may be called spam.
     *
     * @param warnAt the share of its mails at which somebody is told
     * @param stopAt the share at which its mail is held until somebody releases it
     * @param days how many days of house time are looked at, today among them
     * @param smallest where there were fewer mails, the share is of so many
     */
    record Spam(
            @DefaultValue("0.001") @Positive double warnAt,

            @DefaultValue("0.003") @Positive @DecimalMax("1") double stopAt,

            @DefaultValue("7") @Min(1) @Max(90) int days,
            @DefaultValue("1000") @Min(1) long smallest) {

        @AssertTrue(
                message =
                        "complaints are warned of before mail is held for them: let warn-at be no larger than stop-at")
        boolean isInOrder() {
            return warnAt <= stopAt;
        }

        ComplaintLimits limits() {
            return new ComplaintLimits(warnAt, stopAt, days, smallest);
        }
    }
}
