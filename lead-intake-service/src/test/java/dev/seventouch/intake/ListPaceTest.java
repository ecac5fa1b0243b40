package dev.seventouch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever fills in a form while a list is taken in stands behind a bounded part of it, however long it is. */
class ListPaceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int LEADS = 4000;

    private static House house;
    private static Admin admin;

    @BeforeAll
    static void open(@TempDir Path directory) {
        house = new House(directory, "../campaigns", House.ALONE, "--seventouch.intake.imports-ahead=600");
        admin = Admin.create(Map.of("bootstrap.servers", house.bootstrapServers()));
    }

    @AfterAll
    static void close() {
        admin.close();
        house.close();
    }

    @Test
    void a_list_waits_for_the_engine_and_a_form_does_not() {
        engineHasRead(OffsetSpec.earliest());
        String list = list();

        // Two batches of 500: one that there was room for, and one that began while there was some left.
        await().atMost(PATIENCE).until(() -> show(list).get("rows").asInt() == 1000);
        assertThat(house.form("/forms/website", "email=at.once%40example.com&name=Ada")
                        .statusCode())
                .isEqualTo(303);
        await().atMost(PATIENCE)
                .until(() -> !house.captures(house.idOf("at.once@example.com")).isEmpty());
        assertThat(house.records(Topics.LEADS)).hasSize(1001);
        assertThat(show(list).get("rows").asInt()).isEqualTo(1000);

        await().atMost(PATIENCE).until(() -> {
            engineHasRead(OffsetSpec.latest());
            return show(list).get("state").asString().equals("done");
        });
        assertThat(show(list).get("accepted").asInt()).isEqualTo(LEADS);
        assertThat(house.records(Topics.LEADS)).hasSize(LEADS + 1);
    }

    private static void engineHasRead(OffsetSpec to) {
        Map<TopicPartition, OffsetSpec> partitions = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.LEADS.name(), partition))
                .collect(Collectors.toMap(partition -> partition, _ -> to));
        try {
            admin.alterConsumerGroupOffsets(
                            "seventouch-engine",
                            admin.listOffsets(partitions).all().get().entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey,
                                            end -> new OffsetAndMetadata(
                                                    end.getValue().offset()))))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String list() {
        String rows = IntStream.range(0, LEADS)
                .mapToObj(i -> "listed-" + i + "@example.com\n")
                .collect(Collectors.joining());
        return JsonMapper.shared()
                .readTree(house.post("/api/v1/imports", "text/csv", ("email\n" + rows).getBytes(UTF_8))
                        .body())
                .get("importId")
                .asString();
    }

    private static JsonNode show(String list) {
        return JsonMapper.shared()
                .readTree(house.operatorGet("/api/v1/imports/" + list).body());
    }
}
