package dev.seventouch.mailer.channel.email;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.delivery.Handover.Parcel;
import dev.seventouch.mailer.delivery.RelayDays;
import dev.seventouch.mailer.delivery.Sending;
import dev.seventouch.mailer.template.SampleTouches;
import dev.seventouch.mailer.template.Template;
import dev.seventouch.mailer.template.TemplateMistake;
import dev.seventouch.mailer.template.TemplateShelf;
import dev.seventouch.mailer.template.TouchModel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Mails to test with, and what hands them over. */
final class Mails {

    static final Instant NOON = Instant.parse("2026-03-12T11:00:00Z");
    static final TemplateShelf SHELF = Campaign.shelf();
    static final Letterhead HEAD =
            new Letterhead("Nordlicht Solar", "hello@nordlicht.example", "nordlicht.example", "stop@nordlicht.example");
    static final DomainLimits LIMITS = new DomainLimits(
            new DomainLimits.Limit(8, 0, null),
            Map.of(),
            Duration.ofSeconds(1),
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofHours(1),
            Duration.ofHours(1));

    /** For relays that don't warm up. */
    static final RelayDays UNCOUNTED = (relay, day, many) -> {
        throw new IllegalStateException("nothing is to be counted");
    };

    private Mails() {}

    static Parcel parcel(int number) {
        return parcel(number, "example.com");
    }

    static Parcel parcel(int number, String domain) {
        return parcel(TestTouches.person(number, "Jonas Brandt", "lead" + number + "@" + domain));
    }

    static Parcel parcel(Lead lead) {
        TouchEvent.Due due = TestTouches.email(lead, "welcome", 1, NOON);
        Template template = SHELF.find("welcome").orElseThrow();
        try {
            return new Parcel(
                    due,
                    SHELF.fill(
                            template,
                            TouchModel.of(due, null, Campaign.SENDER, template.language(), SampleTouches.WAYS, NOON)),
                    SampleTouches.WAYS,
                    false);
        } catch (TemplateMistake e) {
            throw new IllegalStateException(e);
        }
    }

    static Parcel first(Parcel parcel) {
        return new Parcel(parcel.due(), parcel.content(), parcel.ways(), true);
    }

    static EmailHandover handover(List<Relay> relays, DomainLimits limits) {
        return handover(List.of(), relays, limits);
    }

    static EmailHandover handover(List<Relay> relays, DomainLimits limits, LongSupplier ticker) {
        InstantSource wall = InstantSource.fixed(NOON);
        return new EmailHandover(
                HEAD, List.of(), relays, limits, UNCOUNTED, sending(wall), wall, ticker, new SimpleMeterRegistry());
    }

    static EmailHandover handover(List<DkimKey> keys, List<Relay> relays, DomainLimits limits) {
        InstantSource wall = InstantSource.fixed(NOON);
        return handover(keys, relays, limits, UNCOUNTED, sending(wall), wall);
    }

    static EmailHandover handover(
            List<DkimKey> keys,
            List<Relay> relays,
            DomainLimits limits,
            RelayDays days,
            Sending sending,
            InstantSource wall) {
        return new EmailHandover(HEAD, keys, relays, limits, days, sending, wall, new SimpleMeterRegistry());
    }

    static Sending sending(InstantSource wall) {
        return new Sending(wall, Duration.ofMinutes(15), new SimpleMeterRegistry());
    }

    static Relay relay(int port, WarmUp warmUp) {
        return relay(port, 0, warmUp);
    }

    static Relay relay(int port, int perMinute) {
        return relay(port, perMinute, null);
    }

    private static Relay relay(int port, int perMinute, @Nullable WarmUp warmUp) {
        Relay relay = relay(port, Relay.Encryption.NEVER);
        return new Relay(
                relay.host(),
                port,
                null,
                null,
                relay.encryption(),
                null,
                relay.connections(),
                relay.connectTimeout(),
                relay.readTimeout(),
                relay.idle(),
                perMinute,
                warmUp);
    }

    static Relay relay(int port, Relay.Encryption encryption) {
        return new Relay(
                "127.0.0.1",
                port,
                null,
                null,
                encryption,
                null,
                8,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                Duration.ofSeconds(20),
                0,
                null);
    }
}
