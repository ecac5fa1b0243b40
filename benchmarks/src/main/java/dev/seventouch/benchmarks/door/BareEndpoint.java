package dev.seventouch.benchmarks.door;

import dev.seventouch.benchmarks.machine.Orphans;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What one would write in an afternoon: a Spring MVC endpoint that puts the body on a topic, as it is, and answers when all
 * replicas have it. It checks nothing, knows nobody, and loses everything that comes in while Kafka is away.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@RestController
class BareEndpoint {
    static final String TOPIC = "bare";

    private final Producer<String, byte[]> producer;

    BareEndpoint(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Arguments: its port, and the broker's address. */
    static void main(String[] arguments) {
        Orphans.endWithParent();
        new SpringApplicationBuilder(BareEndpoint.class, Kafka.class)
                .properties(Map.of("server.port", arguments[0], "bare.kafka", arguments[1]))
                .run();
    }

    static class Kafka {
        @Bean(destroyMethod = "close")
        static Producer<String, byte[]> producer(org.springframework.core.env.Environment environment) {
            return new KafkaProducer<>(
                    Map.of(
                            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                            environment.getRequiredProperty("bare.kafka"),
                            ProducerConfig.ACKS_CONFIG,
                            "all"),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }
    }

    @PostMapping("/api/v1/leads")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void take(HttpServletRequest request)
            throws IOException, ExecutionException, InterruptedException, TimeoutException {
        byte[] body = request.getInputStream().readAllBytes();
        producer.send(new ProducerRecord<>(TOPIC, UUID.randomUUID().toString(), body))
                .get(2, TimeUnit.SECONDS);
    }
}
