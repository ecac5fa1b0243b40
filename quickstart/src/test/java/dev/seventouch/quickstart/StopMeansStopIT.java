package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.quickstart.SlowRelay.Handover;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Law 4 under everything at once: people say stop while a thousand mails go out (more by {@code -Dstop.leads=10000}) and some
 * of theirs wait to be tried again; then they are on a list, fill in a form, every touch is said again, and all is killed.
 */
class StopMeansStopIT {
    private static final int LEADS = Integer.getInteger("stop.leads", 1_000);
    private static final int EACH_STOPS = 7;
    private static final int EACH_IS_PUT_OFF = 5;
    private static final int CLIENTS = 4;

    /** From the last look at the ledger to MAIL FROM; milliseconds, and what a busy machine adds. */
    private static final Duration TOLERANCE = Duration.ofMillis(250);

    private static final Duration PATIENCE = Duration.ofSeconds(60 + LEADS / 10);
    private static final Duration QUIET = Duration.ofSeconds(6);
    private static final Map<String, String> SOON_AGAIN =
            Map.of("SEVENTOUCH_MAILER_RETRY_AFTER", "4s", "SEVENTOUCH_DOMAIN_HOLD", "1s");
    private static final Pattern LINK = Pattern.compile("<(https?://[^>\\s]+/u/[^>\\s]+)>");

    private final Map<String, Instant> stopped = new ConcurrentHashMap<>();

    @TempDir
    private Path data;

    @Test
    void no_hand_over_begins_after_the_answer_to_a_stop() throws Exception {
        int offset = Offsets.free();
        try (SlowRelay relay = new SlowRelay(Duration.ofMillis(150), StopMeansStopIT::isPutOff)) {
            try (RunningHouse running = RunningHouse.start(data, offset, SOON_AGAIN, "--smtp", relay.address())) {
                Client house = running.client();
                house.importList(list("name"));
                await().atMost(PATIENCE).until(() -> relay.handovers().size() > LEADS / 10);

                stopAll(house, relay);
                assertThat(takenOf(relay)).as("the send was still running").hasSizeLessThan(LEADS - stopped.size());

                house.importList(list("company"));
                for (String person : stopped.keySet()) {
                    assertThat(house.post(house.intake("/forms/website"), Map.of("email", person), false)
                                    .statusCode())
                            .isEqualTo(303);
                }
                sayAgain(offset, List.of(Topics.FIRST_TOUCHES, Topics.TOUCHES));
                running.kill();
            }
            try (RunningHouse running = RunningHouse.start(data, offset, SOON_AGAIN, "--smtp", relay.address())) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(takenOf(relay))
                                .as("whoever did not say stop is written to")
                                .containsAll(others()));
                sayAgain(offset, List.of(Topics.FIRST_TOUCHES, Topics.TOUCHES));
                awaitQuiet(relay);
                running.stop();
            }
            judge(relay);
        }
    }

    private void judge(SlowRelay relay) {
        List<Handover> toStopped = relay.handovers().stream()
                .filter(handover -> stopped.containsKey(handover.recipient()))
                .toList();
        Duration latest = toStopped.stream()
                .map(handover -> Duration.between(stopped.get(handover.recipient()), handover.began()))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        long put = stopped.keySet().stream().filter(StopMeansStopIT::isPutOff).count();
        System.out.printf(
                "%d leads, %d said stop (%d of them with a mail to be tried again), %d hand-overs;"
                        + " the latest to one of them began %d ms after the answer%n",
                LEADS, stopped.size(), put, relay.handovers().size(), latest.toMillis());
        assertThat(stopped).hasSizeGreaterThan(LEADS / EACH_STOPS / 2);
        assertThat(latest).isLessThanOrEqualTo(TOLERANCE);
        // The exception to "once" is stated: a kill between hand-over and record leaves what was in flight in doubt.
        assertThat(takenOf(relay).stream()
                        .collect(Collectors.groupingBy(person -> person, Collectors.counting()))
                        .values())
                .filteredOn(times -> times > 1)
                .hasSizeLessThanOrEqualTo(40);
    }

    // ---- the stops

    private void stopAll(Client house, SlowRelay relay) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> stops = new ArrayList<>();
            for (int i = 0; i < LEADS; i += EACH_STOPS) {
                String person = person(i);
                stops.add(clients.submit(() -> {
                    stop(house, relay, person);
                    return null;
                }));
            }
            for (Future<?> stop : stops) {
                stop.get();
            }
        }
    }

    /** By the link in the mail if there is one, as a mailbox provider does; else somebody is told on the phone. */
    private void stop(Client house, SlowRelay relay, String person) throws Exception {
        Optional<String> link = relay.handovers().stream()
                .filter(handover -> handover.recipient().equals(person))
                .map(Handover::mail)
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
        HttpResponse<String> answer = link.isPresent()
                ? house.post(link.get(), Map.of("List-Unsubscribe", "One-Click"), false)
                : house.postJson(house.intake("/api/v1/signals"), Map.of("type", "unsubscribe", "email", person));
        if (answer.statusCode() / 100 == 2) {
            stopped.put(person, Instant.now());
        } else {
            assertThat(answer.statusCode())
                    .as("not known yet: " + answer.body())
                    .isEqualTo(404);
        }
    }

    // ---- the others

    private List<String> others() {
        return IntStream.range(0, LEADS)
                .mapToObj(StopMeansStopIT::person)
                .filter(person -> !stopped.containsKey(person))
                .toList();
    }

    private static List<String> takenOf(SlowRelay relay) {
        return relay.handovers().stream()
                .filter(Handover::taken)
                .map(Handover::recipient)
                .toList();
    }

    private static void awaitQuiet(SlowRelay relay) {
        await().atMost(PATIENCE).until(() -> {
            int before = relay.handovers().size();
            Thread.sleep(QUIET.toMillis());
            return relay.handovers().size() == before;
        });
    }

    private static String list(String column) {
        return IntStream.range(0, LEADS)
                .mapToObj(i -> person(i) + ",Person " + i)
                .collect(Collectors.joining("\n", "email," + column + "\n", "\n"));
    }

    private static String person(int number) {
        return "person" + number + "@d" + number % 19 + ".example.org";
    }

    private static boolean isPutOff(String person) {
        return Integer.parseInt(person.replaceAll("^person|@.*$", "")) % EACH_IS_PUT_OFF == 0;
    }

    /** Every record of the topics once more, as it was. */
    private static void sayAgain(int offset, List<Topic<?>> topics) throws Exception {
        String kafka = "127.0.0.1:" + Ports.movedBy(offset).kafka();
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> IntStream.range(0, topic.partitions())
                            .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        assertThat(records).isNotEmpty();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka), new ByteArraySerializer(), new ByteArraySerializer())) {
            records.forEach(record -> producer.send(new ProducerRecord<>(
                    record.topic(), record.partition(), record.key(), record.value(), record.headers())));
            producer.flush();
        }
    }
}
