package dev.seventouch.intake;

import dev.seventouch.embedded.EmbeddedBroker;
import dev.seventouch.embedded.EmbeddedStore;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.service.link.Links;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Intake on a real broker and store, spoken to over real HTTP. */
final class House implements AutoCloseable {
    /** No other service has to forget a lead. */
    static final String ALONE = "--seventouch.intake.leads-readers=intake";

    static final String KEY = "an operator's key for tests";

    /** Still opens the links of older mails. */
    static final String OLDER_LINK_KEY = "an older key for links";

    final EmbeddedStore store;
    ConfigurableApplicationContext intake;
    private final Path directory;
    private final String bootstrapServers;
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaConsumer<String, byte[]> consumer;
    private EmbeddedBroker broker;
    private URI base;

    private final String campaigns;
    private final String[] settings;

    House(Path directory) {
        this(directory, "../campaigns");
    }

    House(Path directory, String campaigns) {
        this(directory, campaigns, ALONE);
    }

    /** @param settings of intake, each {@code --name=value} */
    House(Path directory, String campaigns, String... settings) {
        this.directory = directory;
        this.settings = settings;
        this.campaigns = campaigns;
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        bootstrapServers = broker.bootstrapServers();
        store = EmbeddedStore.inMemory();
        startIntake();
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    void stopBroker() {
        broker.close();
    }

    /** On what it had kept, where clients know it. */
    void startBroker() {
        int port = Integer.parseInt(bootstrapServers.substring(bootstrapServers.lastIndexOf(':') + 1));
        broker = EmbeddedBroker.start(directory.resolve("kafka"), port);
    }

    void startIntake() {
        intake = IntakeApplication.application()
                .run(Stream.concat(
                                Stream.of(settings),
                                Stream.of(
                                        "--server.port=0",
                                        "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                                        "--spring.mongodb.uri=" + store.uri(),
                                        "--seventouch.operator.key=" + KEY,
                                        "--seventouch.links.keys=a key for links in tests," + OLDER_LINK_KEY,
                                        "--seventouch.links.base=http://localhost",
                                        "--seventouch.intake.imports=" + directory.resolve("imports"),
                                        "--seventouch.intake.identity-key=a key for ids in tests",
                                        "--seventouch.intake.visits.settle=1s",
                                        "--spring.lifecycle.timeout-per-shutdown-phase=1s",
                                        "--seventouch.campaigns=" + campaigns))
                        .toArray(String[]::new));
        base = URI.create("http://localhost:" + intake.getEnvironment().getProperty("local.server.port"));
    }

    Links links() {
        return intake.getBean(Links.class);
    }

    /** The address in a mail, at this house. */
    String at(URI link) {
        return link.getRawPath();
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> operatorGet(String path) {
        return get(path, "Authorization", "Bearer " + KEY);
    }

    HttpResponse<String> form(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> json(String path, String body) {
        return post(path, "application/json", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String path, String type, byte[] body, String... headers) {
        return send(request(path, headers)
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    HttpResponse<String> delete(String path) {
        return send(request(path, "Authorization", "Bearer " + KEY).DELETE());
    }

    /** For a test that is a reader of its own. */
    String bootstrapServers() {
        return bootstrapServers;
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** All events that are on a topic under {@code key}, oldest first; null for a tombstone. */
    <V> List<V> events(Topic<V> topic, String key) {
        List<V> events = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records(topic)) {
            if (record.key().equals(key)) {
                events.add(record.value() == null ? null : event(topic, record));
            }
        }
        return events;
    }

    LeadId idOf(String email) {
        return intake.getBean(Identity.class).ofEmail(email).orElseThrow();
    }

    List<LeadEvent.Captured> captures(LeadId lead) {
        return events(Topics.LEADS, lead.value()).stream()
                .map(LeadEvent.Captured.class::cast)
                .toList();
    }

    private static <V> V event(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        return switch (topic.decode(record.value())) {
            case Decoded.Readable<V>(var event) -> event;
            case Decoded.Unreadable<V>(var raw, var why) -> throw new AssertionError(why);
        };
    }

    /** All that is on a topic by now, oldest first within a key. */
    synchronized List<ConsumerRecord<String, byte[]>> records(Topic<?> topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    @Override
    public void close() {
        consumer.close();
        intake.close();
        store.close();
        broker.close();
    }
}
