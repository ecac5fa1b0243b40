package dev.seventouch.service.stream;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

@Configuration(proxyBeanMethods = false)
@EnableKafka
@EnableConfigurationProperties(StreamProperties.class)
public class StreamConfiguration {

    /** Every topic is made up front: a producer that meets a topic in the making can hang (KAFKA-15591). */
    @Bean
    KafkaAdmin.NewTopics topics(StreamProperties properties) {
        return new KafkaAdmin.NewTopics(
                NewTopics.of(Optional.of(properties.replicas())).toArray(NewTopic[]::new));
    }

    @Bean
    EventPublisher eventPublisher(KafkaTemplate<String, byte[]> kafka, StreamProperties properties) {
        return new EventPublisher(kafka, properties.source(), properties.budget());
    }

    @Bean
    EventReader eventReader(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
        return new EventReader(kafka, meters);
    }

    /**
     * Batches; offsets are committed after a batch is wholly done. A store or a broker that is away is waited for: giving
     * up on a batch would lose it. What is wrong with a single event is decided by the listener, as a value.
     */
    @Bean
    ConcurrentKafkaListenerContainerFactory<String, byte[]> kafkaListenerContainerFactory(
            ConsumerFactory<String, byte[]> consumers, StreamProperties properties) {
        ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
                new ConcurrentKafkaListenerContainerFactory<>();
        factory.setConsumerFactory(consumers);
        factory.setBatchListener(true);
        factory.getContainerProperties().setAckMode(AckMode.BATCH);
        ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(10_000);
        DefaultErrorHandler again = new DefaultErrorHandler(backOff);
        again.setRetryListeners(new LoggedRetries());
        factory.setCommonErrorHandler(again);
        factory.setContainerCustomizer(container -> {
            String name = properties.instance() + "." + container.getListenerId();
            ContainerProperties settings = container.getContainerProperties();
            settings.setClientId(name);
            // Static members: after a crash the next process takes over at once, not when a session has run out.
            settings.getKafkaConsumerProperties().setProperty(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name);
        });
        return factory;
    }
}
