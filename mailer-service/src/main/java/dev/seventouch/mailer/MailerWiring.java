package dev.seventouch.mailer;

import dev.seventouch.mailer.channel.email.DkimKey;
import dev.seventouch.mailer.channel.email.EmailHandover;
import dev.seventouch.mailer.channel.email.Letterhead;
import dev.seventouch.mailer.channel.letter.HttpPrintProvider;
import dev.seventouch.mailer.channel.letter.LetterHandover;
import dev.seventouch.mailer.channel.letter.PdfPrinting;
import dev.seventouch.mailer.delivery.Claim;
import dev.seventouch.mailer.delivery.Claims;
import dev.seventouch.mailer.delivery.Composer;
import dev.seventouch.mailer.delivery.DailyPost;
import dev.seventouch.mailer.delivery.Delivery;
import dev.seventouch.mailer.delivery.Handover;
import dev.seventouch.mailer.delivery.InFlight;
import dev.seventouch.mailer.delivery.Lanes;
import dev.seventouch.mailer.delivery.Ledger;
import dev.seventouch.mailer.delivery.Outcomes;
import dev.seventouch.mailer.delivery.Patience;
import dev.seventouch.mailer.delivery.PrintOrders;
import dev.seventouch.mailer.delivery.PrintRoom;
import dev.seventouch.mailer.delivery.RelayDays;
import dev.seventouch.mailer.delivery.Sending;
import dev.seventouch.mailer.delivery.TestSend;
import dev.seventouch.mailer.delivery.Tracking;
import dev.seventouch.mailer.delivery.complaint.CadenceDays;
import dev.seventouch.mailer.delivery.complaint.Complaints;
import dev.seventouch.mailer.delivery.complaint.WatchedMail;
import dev.seventouch.mailer.delivery.print.CutOff;
import dev.seventouch.mailer.delivery.print.PostReturns;
import dev.seventouch.mailer.delivery.print.PrintItems;
import dev.seventouch.mailer.delivery.print.Printing;
import dev.seventouch.mailer.lint.PublishingGate;
import dev.seventouch.mailer.rep.RepFiles;
import dev.seventouch.mailer.stream.ShippedTemplates;
import dev.seventouch.mailer.template.Library;
import dev.seventouch.mailer.template.Sender;
import dev.seventouch.mailer.template.TemplatePress;
import dev.seventouch.mailer.template.TemplateShelf;
import dev.seventouch.service.clock.HouseClock;
import dev.seventouch.service.link.Links;
import dev.seventouch.service.link.TouchMarks;
import dev.seventouch.service.web.PublicRoutes;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** Joins the rooms. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailerProperties.class)
class MailerWiring {

    /** A batch in which nothing has moved for so long goes on without the mails that are still under way. */
    private static final Duration ENOUGH = Duration.ofMillis(500);

    /** What a relay or a template that is missing has at least to come back before it is looked for again. */
    private static final Duration TO_BREATHE = Duration.ofSeconds(1);

    /** What it has before touches fail for want of it: a busy machine takes its time over a start. */
    private static final Duration TO_START = Duration.ofMinutes(5);

    private static final Duration BETWEEN_OFFERS = Duration.ofSeconds(2);

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of();
    }

    @Bean
    TemplateShelf templateShelf() {
        return new TemplateShelf();
    }

    @Bean
    Library library() {
        return new Library();
    }

    @Bean
    Sender sender(MailerProperties properties) {
        MailerProperties.House house = properties.sender();
        return new Sender(
                house.name(),
                house.address(),
                house.postalAddress(),
                RepFiles.read(Path.of(properties.campaigns(), "reps")));
    }

    @Bean
    PublishingGate publishingGate(TemplateShelf shelf, Sender sender, TemplatePress press) {
        return new PublishingGate(shelf, sender, press);
    }

    @Bean
    ShippedTemplates shippedTemplates(MailerProperties properties, PublishingGate gate) {
        return new ShippedTemplates(Path.of(properties.campaigns(), "templates"), gate);
    }

    @Bean
    Sending sending(MailerProperties properties, HouseClock clock, MeterRegistry meters) {
        return new Sending(clock.wall(), properties.domains().sendingPause(), meters);
    }

    /** Its own group, because a mailer that holds mail back is not to be restarted for that. */
    @Bean("sending-allowed")
    HealthIndicator sendingAllowed(Sending sending) {
        return () -> {
            Sending.Pause pause = sending.paused();
            return pause == null
                    ? Health.up().build()
                    : Health.status("PAUSED")
                            .withDetail("why", pause.why())
                            .withDetail("since", pause.since())
                            .withDetail("until", pause.until())
                            .build();
        };
    }

    /** What was held before a restart stays so before a touch is heard. */
    @Bean
    Complaints complaints(
            CadenceDays days, Claims claims, MailerProperties properties, HouseClock clock, MeterRegistry meters) {
        return new Complaints(days, claims, properties.complaints().limits(), clock, meters).begin();
    }

    @Bean
    WatchedMail watchedMail(@Qualifier("emailHandover") EmailHandover email, Complaints complaints) {
        return new WatchedMail(email, complaints);
    }

    /** Others find it behind {@link WatchedMail} only. */
    @Bean(defaultCandidate = false)
    EmailHandover emailHandover(
            MailerProperties properties,
            TouchMarks marks,
            RelayDays days,
            Sending sending,
            HouseClock clock,
            MeterRegistry meters) {
        MailerProperties.House house = properties.sender();
        String domain = house.domainOrThatOfAddress();
        return new EmailHandover(
                new Letterhead(
                        house.name(),
                        house.address(),
                        domain,
                        house.stopMailbox(),
                        properties.returns().to(marks)),
                properties.dkim().stream().map(DkimKey::read).toList(),
                properties.smtp().relays(),
                properties.domains().limits(),
                days,
                sending,
                clock.wall(),
                meters);
    }

    @Bean
    LetterHandover letterHandover(PrintItems queue, MailerProperties properties, HouseClock clock) {
        MailerProperties.Letters letters = properties.letters();
        return new LetterHandover(queue, letters.askAgain(), letters.giveUpAfter(), clock);
    }

    @Bean
    Printing printing() {
        return new PdfPrinting();
    }

    @Bean
    PrintRoom printRoom(
            PrintItems items, Claims claims, Ledger ledger, Outcomes outcomes, PostReturns returns, HouseClock clock) {
        return new PrintRoom(items, claims, ledger, outcomes, returns, clock);
    }

    /** None where no cut-off is set. */
    @Bean
    @Nullable CutOff dailyCutOff(MailerProperties properties) {
        return properties.letters().daily().orElse(null);
    }

    /** Only where there is a cut-off. */
    @Bean
    DailyPosts dailyPosts(
            PrintRoom room,
            Optional<CutOff> daily,
            MailerProperties properties,
            Printing printing,
            HouseClock clock,
            MeterRegistry meters) {
        MailerProperties.Letters letters = properties.letters();
        Optional<HttpPrintProvider> provider = letters.provider().configured();
        PrintOrders orders = provider.map(taker -> new PrintOrders(room, printing, taker, BETWEEN_OFFERS, meters))
                .orElse(null);
        return new DailyPosts(
                daily.map(cutOff -> new DailyPost(room, cutOff, orders, letters.postedAfter(), clock)), provider);
    }

    /** Begins when all is up, ends before the store goes. */
    record DailyPosts(Optional<DailyPost> daily, Optional<HttpPrintProvider> provider) implements AutoCloseable {

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            daily.ifPresent(DailyPost::start);
        }

        @Override
        public void close() {
            daily.ifPresent(DailyPost::close);
            provider.ifPresent(HttpPrintProvider::close);
        }
    }

    @Bean
    TestSend testSend(List<Handover> channels, HouseClock clock) {
        return new TestSend(channels, clock.wall());
    }

    @Bean
    Lanes lanes(
            Claims claims,
            Ledger ledger,
            Outcomes outcomes,
            Composer composer,
            List<Handover> channels,
            HouseClock clock,
            MeterRegistry meters,
            MailerProperties properties) {
        Claim.Owner me =
                new Claim.Owner(properties.instance(), clock.wall().instant().toString());
        // A hand-over reads some seven replies, but a relay that takes its time over each is as good as gone.
        Patience patience = new Patience(
                properties.lease(),
                properties.lease().dividedBy(2),
                ENOUGH,
                clock.forMachines(properties.retryAfter(), TO_BREATHE),
                clock.forMachines(properties.giveUpAfter(), TO_START));
        return new Lanes(new Delivery.House(
                claims, ledger, outcomes, composer, channels, new InFlight(), me, clock, patience, meters));
    }

    @Bean
    Composer composer(
            TemplateShelf templates, Library library, Sender sender, Links links, MailerProperties properties) {
        MailerProperties.Track track = properties.track();
        return new Composer(templates, library, sender, new Tracking(links, track.clicks(), track.opens()));
    }
}
