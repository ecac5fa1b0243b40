package dev.seventouch.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.embedded.EmbeddedBroker;
import dev.seventouch.embedded.EmbeddedStore;
import dev.seventouch.engine.simulation.SampleLead;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.template.TemplateEvent;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.stream.EventPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The engine as it runs: against a real broker, over real HTTP. */
class EngineApplicationTest {
    private static final String KEY = "an-operator-key-for-tests";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;
    private static EmbeddedStore store;
    private static ConfigurableApplicationContext engine;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
        store = EmbeddedStore.inMemory();
        engine = startEngine();
    }

    private static ConfigurableApplicationContext startEngine() {
        ConfigurableApplicationContext context = EngineApplication.application()
                .properties(Map.of(
                        "server.port",
                        "0",
                        "SEVENTOUCH_KAFKA",
                        broker.bootstrapServers(),
                        "SEVENTOUCH_MONGODB",
                        store.uri(),
                        "SEVENTOUCH_ENGINE_STATE",
                        directory.resolve("state").toString(),
                        "seventouch.campaigns",
                        "../campaigns",
                        "seventouch.operator.key",
                        KEY,
                        "seventouch.links.keys",
                        "a-link-key-for-tests",
                        "seventouch.links.base",
                        "http://localhost"))
                .run("--server.port=0", "--seventouch.campaigns=../campaigns");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> get(context, "/actuator/health").statusCode() == 200);
        return context;
    }

    @AfterAll
    static void stop() {
        engine.close();
        store.close();
        broker.close();
    }

    @Test
    void follows_a_lead_up_answers_about_it_and_goes_on_after_a_restart() throws Exception {
        Lead lead = SampleLead.of(engine.getBean(dev.seventouch.engine.definition.Published.class)
                .taking("website")
                .orElseThrow());
        Instant now = Instant.now();
        send(Topics.LEADS.name(), lead.id().value(), Topics.LEADS.encode(new LeadEvent.Captured(lead, now)));

        List<TouchEvent> touches = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumerOf(Topics.FIRST_TOUCHES.name())) {
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (Topics.FIRST_TOUCHES.decode(record.value())
                            instanceof Decoded.Readable<TouchEvent>(var event)) {
                        touches.add(event);
                    }
                });
                return !touches.isEmpty();
            });
        }
        assertThat(touches)
                .singleElement()
                .satisfies(touch -> assertThat(touch.touch().lead()).isEqualTo(lead.id()));
        JsonNode standing = json(get(engine, "/api/v1/enrollments/" + lead.id()));
        assertThat(standing.path("state").asString()).isEqualTo("active");
        assertThat(standing.path("next").path("step").asString()).isEqualTo("welcome");
        assertThat(standing.path("next").path("plan").asString()).isEqualTo("at once");
        assertThat(standing.path("next").path("choice").asString()).isEqualTo("as the plan says");

        engine.close();
        engine = startEngine();
        assertThat(json(get(engine, "/api/v1/enrollments/" + lead.id()))).isEqualTo(standing);
        assertThat(json(get(engine, "/api/v1/cadences/website-enquiry"))
                        .path("version")
                        .asInt())
                .as("the same text is not published again")
                .isEqualTo(1);
    }

    @Test
    void all_stores_share_one_memory() {
        KafkaStreams streams = engine.getBean(StreamsBuilderFactoryBean.class).getKafkaStreams();
        assertThat(streams.metrics().values().stream()
                        .filter(metric -> metric.metricName().name().equals("block-cache-capacity")))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(metric.metricValue()).hasToString(String.valueOf(256 * 1024 * 1024)));
        assertThat(engine.getBean(MeterRegistry.class)
                        .get("seventouch.engine.state.memory")
                        .gauge()
                        .value())
                .isPositive();
    }

    @Test
    void denies_by_default() throws Exception {
        HttpResponse<String> refused = HTTP.send(
                HttpRequest.newBuilder(at(engine, "/api/v1/cadences")).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void a_broken_cadence_is_refused_with_its_lines_and_publishes_nothing() throws Exception {
        HttpResponse<String> refused = put("/api/v1/cadences/broken", "id: broken\nsteps: 7\n");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("errors").size()).isGreaterThan(1);
        assertThat(json(refused).path("errors").get(0).path("field").asString()).startsWith("line ");
        assertThat(get(engine, "/api/v1/cadences/broken").statusCode()).isEqualTo(404);
    }

    @Test
    void a_template_that_nobody_has_published_is_warned_of_with_its_line() throws Exception {
        engine.getBean(EventPublisher.class)
                .publish(Topics.TEMPLATES, new TemplateEvent.Published("welcome", 1, "Hello", Instant.now()));
        String yaml = plan("misnamed", "1d").replace("email: welcome", "email: wellcome");

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode warnings =
                    json(put("/api/v1/cadences/misnamed?enrolled=finish", yaml)).path("warnings");
            assertThat(warnings.path(0).path("field").asString()).startsWith("line ");
            assertThat(warnings.path(0).path("message").asString())
                    .isEqualTo("there is no template \"wellcome\"; did you mean \"welcome\"?");
        });
    }

    @Test
    void an_item_of_the_library_is_published_and_withdrawn() throws Exception {
        String path = "/api/v1/library/new-rates";
        String item = """
                ---
                subject: What the new rates mean
                kind: market
                reason: the rates changed this month
                topics: [market]
                ---
                They are lower by a tenth.
                """;
        assertThat(json(send("PUT", path, "text/markdown", item)).path("reason").asString())
                .isEqualTo("the rates changed this month");
        assertThat(json(get(engine, path)).path("body").asString()).isEqualTo("They are lower by a tenth.");

        HttpResponse<String> broken = send("PUT", path, "text/markdown", item.replace("kind: market", "kind: marked"));
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(json(broken).path("errors").path(0).path("field").asString()).isEqualTo("line 3, column 7");

        assertThat(send("DELETE", path, "text/plain", "").statusCode()).isEqualTo(204);
        assertThat(get(engine, path).statusCode()).isEqualTo(404);
        assertThat(send("DELETE", path, "text/plain", "").statusCode()).isEqualTo(404);
        try (Consumer<String, byte[]> library = consumerOf(Topics.LIBRARY.name())) {
            List<Boolean> said = new ArrayList<>();
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                library.poll(Duration.ofMillis(100))
                        .records(Topics.LIBRARY.name())
                        .forEach(record -> {
                            if (record.key().equals("new-rates")) {
                                said.add(record.value() != null);
                            }
                        });
                return said.size() == 2;
            });
            assertThat(said).as("published, then withdrawn").containsExactly(true, false);
        }
    }

    @Test
    void what_cannot_hold_beside_what_is_published_is_refused_with_its_line() throws Exception {
        String taken = plan("rival", "1d")
                .replace("source: rival", "source: website")
                .replace("id: rival\n", "id: rival\ncustomers: nobody\n");
        for (HttpResponse<String> refused :
                List.of(put("/api/v1/cadences/rival", taken), post("/api/v1/cadences/rival/preview", taken))) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body())
                    .contains(
                            "\\\"website\\\" is taken already, in website-enquiry",
                            "there is no cadence \\\"nobody\\\"");
        }
        assertThat(get(engine, "/api/v1/cadences/rival").statusCode()).isEqualTo(404);
    }

    /** Publishing while leads are enrolled: whom it concerns is told, and nothing happens unless it is said what becomes of them. */
    @Test
    void a_new_version_waits_for_a_word_about_those_who_are_enrolled() throws Exception {
        String first = plan("changing", "1d");
        assertThat(put("/api/v1/cadences/changing", first).statusCode())
                .as("nobody is enrolled")
                .isEqualTo(200);
        Lead lead = new Lead(
                new LeadId("c".repeat(26)),
                Contact.ofEmail("carl@example.com"),
                new Origin("changing", null, null),
                null,
                null,
                Map.of());
        send(Topics.LEADS.name(), lead.id().value(), Topics.LEADS.encode(new LeadEvent.Captured(lead, Instant.now())));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        standing(lead).path("cadence").path("id").asString().equals("changing"));

        String second = plan("changing", "2d");
        HttpResponse<String> undecided = put("/api/v1/cadences/changing", second);
        assertThat(undecided.statusCode()).isEqualTo(409);
        assertThat(json(undecided).path("affected").path("enrolled").asInt()).isEqualTo(1);
        HttpResponse<String> preview = post("/api/v1/cadences/changing/preview", second);
        assertThat(json(preview).path("waiting").get(0).path("step").asString()).isEqualTo("hello");
        assertThat(json(preview).path("examples").get(0).path("lead").asString())
                .isEqualTo(lead.id().value());
        assertThat(json(get(engine, "/api/v1/cadences/changing"))
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(put("/api/v1/cadences/changing?enrolled=perhaps", second).statusCode())
                .isEqualTo(400);

        JsonNode migrated = json(put("/api/v1/cadences/changing?enrolled=migrate", second));
        assertThat(migrated.path("version").asInt()).isEqualTo(2);
        assertThat(migrated.path("affected").path("enrolled").asInt()).isEqualTo(1);
        assertThat(json(put("/api/v1/cadences/changing?enrolled=migrate", second))
                        .has("affected"))
                .as("nothing was published")
                .isFalse();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> standing(lead).path("cadence").path("version").asInt() == 2);
    }

    private static JsonNode standing(Lead lead) {
        return json(get(engine, "/api/v1/enrollments/" + lead.id()));
    }

    private static String plan(String id, String after) {
        return """
                id: %s
                for: { source: %s }
                time: { fallback: Europe/Berlin }
                steps:
                  - { key: hello, email: welcome, reason: they asked }
                  - { key: call, after: %s, call: Ask }
                then:
                  - { every: 90d, email: { from: library } }
                """.formatted(id, id, after);
    }

    @Test
    void a_wrong_value_is_named_with_what_was_expected() throws Exception {
        HttpResponse<String> refused = HTTP.send(
                HttpRequest.newBuilder(at(engine, "/api/v1/cadences/website-enquiry/simulate"))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"from\":\"yesterday\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(400);
        JsonNode error = json(refused).path("errors").get(0);
        assertThat(error.path("field").asString()).isEqualTo("from");
        assertThat(error.path("message").asString()).isEqualTo("is not a time such as 2026-11-02T08:30:00Z");
    }

    @Test
    void an_odd_path_is_a_problem_like_all_others() {
        HttpResponse<String> refused = get(engine, "/api/v1/enrollments/%2e%2e");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void an_odd_lead_id_is_the_clients_mistake() {
        HttpResponse<String> refused = get(engine, "/api/v1/enrollments/nobody");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).path("errors").get(0).path("field").asString()).isEqualTo("leadId");
    }

    private static HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(at(engine, path))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> put(String path, String yaml) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(at(engine, path))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "application/yaml")
                        .PUT(HttpRequest.BodyPublishers.ofString(yaml))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String yaml) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(at(engine, path))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "application/yaml")
                        .POST(HttpRequest.BodyPublishers.ofString(yaml))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext context, String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(at(context, path))
                            .header("Authorization", "Bearer " + KEY)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static URI at(ConfigurableApplicationContext context, String path) {
        int port = ((WebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://localhost:" + port + path);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static void send(String topic, String key, byte[] value) throws Exception {
        try (Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        }
    }

    private static Consumer<String, byte[]> consumerOf(String topic) {
        Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
