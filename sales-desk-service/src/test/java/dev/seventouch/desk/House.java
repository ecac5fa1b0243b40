package dev.seventouch.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.seventouch.embedded.EmbeddedBroker;
import dev.seventouch.embedded.EmbeddedStore;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The desk as it runs, on a broker and a store of its own, spoken to only by Kafka and HTTP. */
final class House implements AutoCloseable {
    static final String KEY = "a-key-for-tests-of-the-desk";
    static final String BERTS_KEY = "a-key-for-tests-that-is-berts";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EmbeddedBroker broker;
    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final ConfigurableApplicationContext desk;
    private final KafkaProducer<String, byte[]> producer;
    private final URI address;
    private final HttpClient http = HttpClient.newHttpClient();

    House(Path directory) {
        broker = EmbeddedBroker.start(directory, 0);
        desk = DeskApplication.application()
                .run(
                        "--server.port=0",
                        "--spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                        "--spring.mongodb.uri=" + store.uri(),
                        "--seventouch.operator.key=" + KEY,
                        "--seventouch.operators.bert=" + BERTS_KEY,
                        "--seventouch.links.keys=a-link-key-for-tests",
                        "--seventouch.desk.intake.address=http://127.0.0.1:1",
                        "--seventouch.desk.mailer.address=http://127.0.0.1:1",
                        "--seventouch.links.base=http://127.0.0.1:1");
        address = URI.create("http://127.0.0.1:" + desk.getEnvironment().getProperty("local.server.port"));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    <V> void say(Topic<V> topic, V event) {
        producer.send(new ProducerRecord<>(topic.name(), topic.keyOf(event), topic.encode(event)));
        producer.flush();
    }

    void erase(String leadId) {
        producer.send(new ProducerRecord<>(Topics.LEADS.name(), leadId, null));
        producer.flush();
    }

    void garbage(String topic, String key) {
        producer.send(new ProducerRecord<>(topic, key, "{\"type\":\"touch.unheard-of\"}".getBytes(UTF_8)));
        producer.flush();
    }

    /** Puts a record onto a topic as it is. */
    void put(ProducerRecord<String, byte[]> record) {
        producer.send(record);
        producer.flush();
    }

    /** Puts records onto topics in one transaction, as the engine does, and then commits it or not. */
    void putTogether(List<ProducerRecord<String, byte[]>> records, boolean commit) {
        try (KafkaProducer<String, byte[]> engine = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "engine"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            engine.initTransactions();
            engine.beginTransaction();
            records.forEach(engine::send);
            engine.flush();
            if (commit) {
                engine.commitTransaction();
            } else {
                engine.abortTransaction();
            }
        }
    }

    /** All events that are on the topic by now. */
    <V> List<V> said(Topic<V> topic) {
        return records(topic.name()).stream()
                .flatMap(record -> topic.decode(record.value()) instanceof Decoded.Readable<V>(var event)
                        ? Stream.of(event)
                        : Stream.empty())
                .toList();
    }

    /** All records that are on the topic by now. */
    List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(partition.topic(), partition.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    /** Does what another process of the desk would do to its store. */
    void inStore(Consumer<MongoDatabase> deed) {
        try (MongoClient client = MongoClients.create(store.uri())) {
            deed.accept(client.getDatabase("desk"));
        }
    }

    <T> T part(Class<T> type) {
        return desk.getBean(type);
    }

    void stopKafka() {
        broker.close();
    }

    /** Asks the API with the operator's key. */
    Answer get(String path) {
        return answer(http, operator(path).GET());
    }

    Answer post(String path, String json) {
        return answer(
                http,
                operator(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Asks without any key. */
    Answer stranger(String method, String path) {
        return answer(
                http,
                HttpRequest.newBuilder(address.resolve(path)).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder operator(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + KEY);
    }

    /** A browser with a jar for cookies of its own. */
    Browser browser() {
        return new Browser();
    }

    final class Browser {
        private final CookieManager jar = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(jar)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();

        Answer get(String path) {
            return answer(client, HttpRequest.newBuilder(address.resolve(path)).GET());
        }

        Answer submit(String path, Map<String, String> fields) {
            String form = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                    .collect(Collectors.joining("&"));
            return answer(
                    client,
                    HttpRequest.newBuilder(address.resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        Answer signIn(String key) {
            return signIn("Mara Holm", key);
        }

        Answer signIn(String name, String key) {
            String token =
                    get("/sign-in").page().selectFirst("input[name=_csrf]").val();
            return submit("/sign-in", Map.of("_csrf", token, "name", name, "key", key));
        }
    }

    /** What came back. */
    record Answer(int status, Map<String, List<String>> headers, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }

        org.jsoup.nodes.Document page() {
            return org.jsoup.Jsoup.parse(body);
        }

        String header(String name) {
            return String.join(", ", headers.getOrDefault(name, List.of()));
        }
    }

    private static Answer answer(HttpClient client, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        desk.close();
        store.close();
        broker.close();
    }
}
