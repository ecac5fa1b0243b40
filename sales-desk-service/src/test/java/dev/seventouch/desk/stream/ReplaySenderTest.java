package dev.seventouch.desk.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.desk.deadletter.Bin;
import dev.seventouch.desk.deadletter.DeadLetter;
import dev.seventouch.desk.deadletter.DeadLetters.Sending;
import dev.seventouch.desk.deadletter.Opened;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

class ReplaySenderTest {

    @Test
    void what_no_broker_could_be_had_for_never_left_and_all_of_it_is_known_in_the_time_of_one() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        KafkaTemplate<String, byte[]> nowhere = new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", "127.0.0.1:1", "max.block.ms", "500"),
                new StringSerializer(),
                new ByteArraySerializer()));
        List<Opened> letters = IntStream.range(0, 100)
                .mapToObj(n -> new Opened(
                        new DeadLetter(new Bin("leads", 0).at(n), "k", Instant.EPOCH, "", 0, "leads-0-" + n),
                        new byte[0],
                        List.of()))
                .toList();

        long began = System.nanoTime();
        Sending sending = new ReplaySender(nowhere, meters).send(letters);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(sending.sent()).isEmpty();
        assertThat(sending.kept()).hasSize(letters.size());
        assertThat(meters.counter("seventouch.desk.replays", "topic", "leads", "answer", "kept")
                        .count())
                .isEqualTo(letters.size());
        nowhere.destroy();
    }
}
