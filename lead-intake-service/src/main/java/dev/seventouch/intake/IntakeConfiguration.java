package dev.seventouch.intake;

import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.LeadLog;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.capture.ViewUnreachable;
import dev.seventouch.intake.erasure.Erasing;
import dev.seventouch.intake.erasure.Erasures;
import dev.seventouch.intake.erasure.LeadsReaders;
import dev.seventouch.intake.form.Challenges;
import dev.seventouch.intake.form.FormCatalogue;
import dev.seventouch.intake.form.FormLimits;
import dev.seventouch.intake.form.Rate;
import dev.seventouch.intake.form.SiteVerify;
import dev.seventouch.intake.idempotency.KeyExpiry;
import dev.seventouch.intake.idempotency.Keys;
import dev.seventouch.intake.idempotency.Once;
import dev.seventouch.intake.imports.Importer;
import dev.seventouch.intake.imports.Imports;
import dev.seventouch.intake.imports.Reception;
import dev.seventouch.intake.imports.Spool;
import dev.seventouch.intake.imports.StopList;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.lead.LeadRules;
import dev.seventouch.intake.link.Choices;
import dev.seventouch.intake.link.Confirmations;
import dev.seventouch.intake.link.TopicChoice;
import dev.seventouch.intake.link.Visits;
import dev.seventouch.intake.mailbox.Inbox;
import dev.seventouch.intake.mailbox.MailboxWatch;
import dev.seventouch.intake.mailbox.Mailroom;
import dev.seventouch.intake.mailbox.Sorting;
import dev.seventouch.intake.outbox.Forwarder;
import dev.seventouch.intake.outbox.Outbox;
import dev.seventouch.intake.outbox.Outlet;
import dev.seventouch.intake.signal.Moves;
import dev.seventouch.intake.signal.SignalLog;
import dev.seventouch.intake.signal.Signals;
import dev.seventouch.intake.stream.KafkaAhead;
import dev.seventouch.intake.stream.KafkaLeadsReaders;
import dev.seventouch.intake.stream.LateAdmin;
import dev.seventouch.intake.suppression.Ledger;
import dev.seventouch.intake.web.Preferences;
import dev.seventouch.service.clock.HouseClock;
import dev.seventouch.service.link.TouchMarks;
import dev.seventouch.service.stream.EventPublisher;
import dev.seventouch.service.web.PublicRoutes;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({IntakeProperties.class, MailboxProperties.class})
class IntakeConfiguration {
    /** About 200 MB in the store. */
    private static final long MOST_KEYS = 1_000_000;

    /** A website posts its forms without a key, and so does whoever holds a mail with links. */
    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of("/forms/**", "/u/**", "/r/**", "/p/**", "/y/**", "/c/**", "/o/**");
    }

    @Bean
    Identity identity(IntakeProperties properties) {
        return new Identity(properties.identityKey());
    }

    @Bean
    FormCatalogue formCatalogue(IntakeProperties properties) {
        return FormCatalogue.in(Path.of(properties.campaigns(), "forms"), properties.challenge() != null);
    }

    @Bean
    Challenges challenges(IntakeProperties properties, MeterRegistry meters) {
        IntakeProperties.Judge judge = properties.challenge();
        return new Challenges(judge == null ? null : new SiteVerify(judge.verify(), judge.secret()), meters);
    }

    @Bean
    FormLimits formLimits(IntakeProperties properties) {
        return new FormLimits(Rate.read(properties.formLimit()).orElseThrow());
    }

    @Bean
    Outlet outlet(EventPublisher publisher, Outbox outbox, HouseClock clock, MeterRegistry meters) {
        return new Outlet(publisher, outbox, clock.wall(), meters);
    }

    @Bean
    Forwarder forwarder(
            Outlet outlet,
            Outbox outbox,
            EventPublisher publisher,
            HouseClock clock,
            IntakeProperties properties,
            MeterRegistry meters) {
        return new Forwarder(outlet, outbox, publisher, clock.wall(), properties.instance(), meters);
    }

    @Bean
    Capture capture(
            IntakeProperties properties,
            Identity identity,
            LeadView known,
            LeadLog leads,
            InstantSource clock,
            MeterRegistry meters) {
        return new Capture(
                new LeadRules(properties.defaultRegion()),
                identity,
                known,
                leads,
                clock,
                properties.owner() == null ? null : properties.owner().toRep(),
                meters);
    }

    @Bean
    LateAdmin lateAdmin(KafkaAdmin kafka) {
        return new LateAdmin(kafka.getConfigurationProperties());
    }

    @Bean
    KafkaLeadsReaders leadsReaders(LateAdmin admin, IntakeProperties properties) {
        return new KafkaLeadsReaders(admin, properties.leadsReaders());
    }

    @Bean
    Moves moves(
            IntakeProperties properties,
            LeadView known,
            Capture capture,
            Identity identity,
            Ledger ledger,
            Signals signals) {
        return new Moves(known, capture, new LeadRules(properties.defaultRegion()), identity, ledger, signals);
    }

    @Bean
    Erasing erasing(Capture capture, Ledger ledger, Erasures erasures, LeadsReaders readers, InstantSource clock) {
        return new Erasing(capture, ledger, erasures, readers, clock);
    }

    @Bean
    KeyExpiry keyExpiry(Keys keys, HouseClock clock, MeterRegistry meters) {
        return new KeyExpiry(keys, clock.wall(), MOST_KEYS, meters);
    }

    @Bean
    Once once(Keys keys, KeyExpiry expiry, HouseClock clock) {
        return new Once(keys, expiry, clock);
    }

    @Bean
    Spool spool(IntakeProperties properties) {
        return new Spool(
                Path.of(properties.imports()), properties.largestImport().toBytes());
    }

    @Bean
    KafkaAhead ahead(LateAdmin admin) {
        return new KafkaAhead(
                admin, Map.of("seventouch-engine", Topics.LEADS.name(), "mailer-first", Topics.FIRST_TOUCHES.name()));
    }

    @Bean
    Importer importer(
            IntakeProperties properties,
            Spool spool,
            Imports imports,
            Capture capture,
            HouseClock clock,
            KafkaAhead ahead) {
        return new Importer(
                spool,
                imports,
                capture,
                clock,
                properties.keepRejects(),
                properties.instance(),
                ahead,
                properties.importsAhead());
    }

    @Bean
    Reception reception(
            IntakeProperties properties, Spool spool, Imports imports, Importer importer, InstantSource clock) {
        return new Reception(spool, imports, importer, clock, properties.instance());
    }

    @Bean
    StopList stopList(
            IntakeProperties properties,
            Spool spool,
            Identity identity,
            Ledger ledger,
            LeadView known,
            Signals signals,
            InstantSource clock) {
        return new StopList(spool, new LeadRules(properties.defaultRegion()), identity, ledger, known, signals, clock);
    }

    @Bean
    Preferences.Known preferences(Choices choices) {
        return lead -> {
            try {
                return choices.of(lead)
                        .map(choice -> new Preferences(
                                choice.lessOften(),
                                choice.media(),
                                choice.topics(),
                                choice.wishedAt(),
                                choice.pausedUntil(),
                                choice.pausedAt()));
            } catch (Choices.ChoicesUnreachable e) {
                throw new ViewUnreachable(e);
            }
        };
    }

    @Bean
    TopicChoice topicChoice(IntakeProperties properties) {
        return TopicChoice.of(properties.topics());
    }

    @Bean
    Visits visits(Signals signals, HouseClock clock, IntakeProperties properties, MeterRegistry meters) {
        IntakeProperties.Visits visits = properties.visits();
        return new Visits(signals, clock, clock.wall(), visits.settle(), visits.tooSoon(), meters);
    }

    @Bean
    Confirmations confirmations(IntakeProperties properties, LeadView known, InstantSource clock) {
        return new Confirmations(known, clock, properties.confirmWithin());
    }

    @Bean
    Mailroom mailroom(
            TouchMarks marks,
            Identity identity,
            LeadView known,
            Signals signals,
            Capture capture,
            Inbox inbox,
            MailboxProperties mailbox,
            IntakeProperties properties,
            MeterRegistry meters) {
        return new Mailroom(
                marks,
                identity,
                known,
                signals,
                capture,
                inbox,
                mailbox.leadAddresses(
                        properties.owner() == null
                                ? List.of()
                                : List.of(properties.owner().email())),
                meters);
    }

    @Bean
    Sorting sorting(Inbox inbox, LeadView known, Capture capture, Signals signals, MeterRegistry meters) {
        return new Sorting(inbox, known, capture, signals, meters);
    }

    @Bean
    MailboxWatch mailboxWatch(
            MailboxProperties properties, Mailroom room, Inbox inbox, HouseClock clock, MeterRegistry meters) {
        return new MailboxWatch(properties.postbox(), room, inbox, clock, properties.poll(), meters);
    }

    @Bean
    Signals signals(
            LeadView known,
            Capture capture,
            Ledger ledger,
            SignalLog signals,
            InstantSource clock,
            MeterRegistry meters) {
        return new Signals(known, capture, ledger, signals, clock, meters);
    }
}
