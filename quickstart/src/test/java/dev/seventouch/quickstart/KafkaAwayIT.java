package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.embedded.EmbeddedBroker;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kafka goes away under a steady stream of leads and comes back: whoever was answered 2xx has a first touch and one mail, nobody
 * two. Short by itself; {@code -Dseventouch.outage=60 -Dseventouch.posts=200} is a minute under 200 posts a second.
 */
class KafkaAwayIT {
    private static final int OUTAGE_SECONDS = Integer.getInteger("seventouch.outage", 8);
    private static final int POSTS_A_SECOND = Integer.getInteger("seventouch.posts", 25);
    private static final int BEFORE_AND_AFTER_SECONDS = 4;
    private static final int MOST_AT_A_TIME = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(120L + 20L * OUTAGE_SECONDS);

    @TempDir
    private Path data;

    private final Map<String, String> emailByLead = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void every_2xx_has_its_first_touch_and_one_mail_afterwards_and_none_comes_twice() throws Exception {
        int offset = Offsets.free();
        EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"), 0);
        String address = broker.bootstrapServers();
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        try (RunningHouse running = RunningHouse.start(data.resolve("house"), offset, "--kafka", "127.0.0.1:" + port)) {
            send(running.client(), BEFORE_AND_AFTER_SECONDS);
            int before = emailByLead.size();
            broker.close();
            send(running.client(), OUTAGE_SECONDS);
            int amid = emailByLead.size() - before;
            broker = EmbeddedBroker.start(data.resolve("kafka"), port);
            send(running.client(), BEFORE_AND_AFTER_SECONDS);
            System.out.printf(
                    "%d accepted before, %d amid and %d after the outage, %d refused%n",
                    before, amid, emailByLead.size() - before - amid, refused.get());
            assertThat(amid).as("accepted while Kafka was away").isPositive();

            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(
                            () -> assertThat(firstTouches(address).keySet()).containsAll(emailByLead.keySet()));
            assertThat(firstTouches(address))
                    .allSatisfy((lead, touches) ->
                            assertThat(touches).as("first touches of %s", lead).hasSize(1));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(
                            () -> assertThat(running.client().mailsByRecipient().keySet())
                                    .containsAll(emailByLead.values()));
            assertThat(running.client().mailsByRecipient())
                    .allSatisfy((email, mails) -> assertThat(mails).as(email).isEqualTo(1));
        } finally {
            broker.close();
        }
    }

    /** At an even pace, which is kept whoever falls behind, within bounds. */
    private void send(Client client, int seconds) throws InterruptedException {
        Semaphore places = new Semaphore(MOST_AT_A_TIME);
        long begin = System.nanoTime();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < seconds * POSTS_A_SECOND; i++) {
                long planned = begin + i * 1_000_000_000L / POSTS_A_SECOND;
                while (System.nanoTime() < planned) {
                    LockSupport.parkNanos(planned - System.nanoTime());
                }
                String email = "away" + planned + "@example.org";
                assertThat(places.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                var _ = senders.submit(() -> {
                    try {
                        emailByLead.put(client.capture(email, "Name"), email);
                    } catch (Exception | AssertionError e) {
                        refused.incrementAndGet(); // its sender was told, and would send it again
                    } finally {
                        places.release();
                    }
                });
            }
        }
    }

    /** The ids of the first touches that are due, by lead. */
    private static Map<String, Set<String>> firstTouches(String bootstrapServers) {
        Map<String, Set<String>> touches = new HashMap<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(each -> new TopicPartition(Topics.FIRST_TOUCHES.name(), each))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (Topics.FIRST_TOUCHES.decode(record.value())
                            instanceof Decoded.Readable<TouchEvent>(TouchEvent.Due due)) {
                        touches.computeIfAbsent(record.key(), _ -> new HashSet<>())
                                .add(due.touch().id().value());
                    }
                });
            }
        }
        return touches;
    }
}
