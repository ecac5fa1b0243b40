package dev.seventouch.engine;

import dev.seventouch.engine.definition.Campaigns;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.enrollment.Pace;
import dev.seventouch.engine.policy.Rate;
import dev.seventouch.engine.stream.Activity;
import dev.seventouch.engine.stream.CampaignPublisher;
import dev.seventouch.engine.stream.EngineStreams;
import dev.seventouch.engine.stream.EngineTopology;
import dev.seventouch.engine.stream.PromptClients;
import dev.seventouch.engine.stream.StateMemory;
import dev.seventouch.engine.stream.Ticking;
import dev.seventouch.engine.stream.TopicBacklogs;
import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.library.LibraryEvent;
import dev.seventouch.events.template.TemplateEvent;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.clock.HouseClock;
import dev.seventouch.service.stream.EventPublisher;
import dev.seventouch.service.stream.Patience;
import dev.seventouch.service.stream.Received;
import dev.seventouch.service.stream.TopicFollower;
import dev.seventouch.service.web.PublicRoutes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.streams.KafkaStreamsMicrometerListener;

/** Joins the engine's rooms. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    private static final Logger log = LoggerFactory.getLogger(EngineConfiguration.class);
    private static final Duration TO_CATCH_UP = Duration.ofSeconds(30);
    /** What machines need for a touch and its outcome. */
    private static final Duration TO_ANSWER = Duration.ofSeconds(15);
    /** A first touch outlives a restart, also on a machine that is slow to start. */
    private static final Duration TO_START = Duration.ofMinutes(5);

    private static final Duration TO_BREATHE = Duration.ofMillis(1500);

    @Bean
    Published published() {
        return new Published();
    }

    @Bean
    TopicFollower<CadenceEvent> cadences(ConsumerFactory<String, byte[]> consumers, Published published) {
        return new TopicFollower<>(Topics.CADENCES, consumers, received -> {
            if (received.event() instanceof CadenceEvent.Published event) {
                published.add(event);
            }
        });
    }

    @Bean
    TopicFollower<LibraryEvent> library(ConsumerFactory<String, byte[]> consumers, Published published) {
        return new TopicFollower<>(Topics.LIBRARY, consumers, received -> {
            switch (received) {
                case Received<LibraryEvent>(var id, var event, var _) when event == null -> published.removeItem(id);
                case Received<LibraryEvent>(var _, var event, var _) -> published.add(event.item());
            }
        });
    }

    /** Which there are; what they say is the mailer's. */
    @Bean
    TopicFollower<TemplateEvent> templates(ConsumerFactory<String, byte[]> consumers, Published published) {
        return new TopicFollower<>(Topics.TEMPLATES, consumers, received -> {
            if (received.event() instanceof TemplateEvent.Published event) {
                published.add(event);
            }
        });
    }

    @Bean
    CampaignPublisher campaignPublisher(EventPublisher events, Published published, InstantSource clock) {
        return new CampaignPublisher(events, published, clock);
    }

    @Bean
    Activity activity() {
        return new Activity();
    }

    @Bean
    StateMemory stateMemory(EngineProperties engine, MeterRegistry meters) {
        StateMemory memory = new StateMemory(engine.memory().toBytes());
        Gauge.builder("seventouch.engine.state.memory", memory, StateMemory::used)
                .description("what the stores of all partitions hold in memory, outside of the heap")
                .baseUnit(BaseUnits.BYTES)
                .register(meters);
        return memory;
    }

    private static Pace paceBy(HouseClock clock) {
        return new Pace(
                clock.forMachines(Pace.USUAL.lateness(), TO_ANSWER),
                clock.forMachines(Pace.USUAL.patience(), TO_ANSWER),
                clock.forMachines(Pace.USUAL.firstPatience(), TO_START),
                clock.forMachines(Pace.USUAL.retry(), TO_BREATHE));
    }

    @Bean
    StreamsBuilderFactoryBean engineStreamsBuilder(
            EngineStreamsSettings settings,
            EngineProperties engine,
            Published published,
            TopicBacklogs backlogs,
            HouseClock clock,
            Activity activity,
            MeterRegistry meters,
            Environment environment)
            throws Exception {
        StreamsBuilderFactoryBean streams = new StreamsBuilderFactoryBean(settings.configuration());
        streams.setAutoStartup(false);
        streams.setClientSupplier(new PromptClients(activity));
        streams.addListener(new KafkaStreamsMicrometerListener(meters));
        streams.setStreamsUncaughtExceptionHandler(fault -> {
            log.error("a stream thread failed and is replaced", fault);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams.setInfrastructureCustomizer(new TopologyCustomizer(new EngineTopology(
                published,
                published::migrations,
                paceBy(clock),
                clock,
                new Ticking(
                        engine.tick(),
                        engine.budget(),
                        engine.release() == null ? null : new Rate(engine.release(), Duration.ofHours(1)),
                        engine.audit()),
                activity,
                backlogs,
                environment.getRequiredProperty("seventouch.stream.source"),
                meters)));
        return streams;
    }

    @Bean
    EngineStreams engineStreams(StreamsBuilderFactoryBean streams, EngineProperties engine) {
        return new EngineStreams(
                streams, engine.address(), Path.of(engine.state()).resolve(EngineStreamsSettings.APPLICATION));
    }

    /** How far the engine has read is asked of the running engine, which is built after this. */
    @Bean
    TopicBacklogs topicBacklogs(KafkaAdmin kafka, ObjectProvider<EngineStreams> streams) {
        return new TopicBacklogs(
                Admin.create(kafka.getConfigurationProperties()),
                EngineStreamsSettings.APPLICATION,
                () -> streams.getObject().positions());
    }

    @Bean
    PublicRoutes publicRoutes() {
        return PublicRoutes.of();
    }

    /** What is published is known first, then what the campaigns hold is published, then leads are followed up. */
    @Bean
    ApplicationRunner startOfTheEngine(
            @Qualifier("cadences") TopicFollower<CadenceEvent> cadences,
            @Qualifier("library") TopicFollower<LibraryEvent> library,
            CampaignPublisher publisher,
            EngineStreams streams,
            Environment environment) {
        return _ -> {
            Path directory = Path.of(environment.getRequiredProperty("seventouch.campaigns"));
            Campaigns campaigns = Campaigns.in(directory);
            campaigns.warnings().forEach(log::warn);
            if (!cadences.awaitCaughtUp(TO_CATCH_UP) || !library.awaitCaughtUp(TO_CATCH_UP)) {
                throw new IllegalStateException("the published cadences could not be read within " + TO_CATCH_UP);
            }
            Patience.untilTheLogAnswers(() -> publisher.publish(campaigns));
            streams.start();
        };
    }
}
