package dev.seventouch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.wire.Topics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports that are watched, stopped and continued, and what is left of them on the disk. */
class ImportControlTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int LEADS = 8000;

    private static House house;
    private static Path lists;

    @BeforeAll
    static void open(@TempDir Path directory) {
        lists = directory.resolve("imports");
        house = new House(
                directory,
                "../campaigns",
                House.ALONE,
                "--seventouch.intake.largest-import=1MB",
                "--seventouch.intake.keep-rejects=30d");
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_stopped_import_keeps_its_place_also_over_a_restart_and_no_row_is_taken_in_twice() {
        String id = started("stopped", LEADS);
        await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> show(id).get("rows").asInt() > 0);

        HttpResponse<String> stopped = control(id, "stop");

        assertThat(stopped.statusCode()).as(stopped.body()).isEqualTo(200);
        assertThat(JSON.readTree(stopped.body()).get("state").asString()).isEqualTo("stopped");
        house.intake.close();
        house.startIntake();
        int rows = show(id).get("rows").asInt();
        assertThat(rows).isBetween(1, LEADS - 1);
        finished(started("behind", 3)); // the stopped one does not hold the next one up
        assertThat(show(id).get("rows").asInt()).isEqualTo(rows);
        assertThat(show(id).get("state").asString()).isEqualTo("stopped");

        assertThat(control(id, "continue").statusCode()).isEqualTo(200);
        JsonNode done = finished(id);

        assertThat(done.get("accepted").asInt()).as(done.toString()).isEqualTo(LEADS);
        List<String> keys = house.records(Topics.LEADS).stream()
                .filter(record -> new String(record.value(), UTF_8).contains("stopped"))
                .map(record -> record.key())
                .toList();
        assertThat(keys).hasSize(LEADS).doesNotHaveDuplicates();
    }

    @Test
    void its_progress_is_told_as_it_comes_to_its_end() {
        String id = started("watched", 4000);

        HttpResponse<String> events = house.operatorGet("/api/v1/imports/" + id + "/events");

        assertThat(events.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        List<String> told =
                events.body().lines().filter(line -> line.startsWith("event: ")).toList();
        assertThat(told).endsWith("event: end").hasSizeGreaterThan(2);
        List<JsonNode> progress = events.body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> JSON.readTree(line.substring(6)))
                .toList();
        assertThat(progress.getLast().get("rows").asInt()).isEqualTo(4000);
        assertThat(progress).extracting(each -> each.get("rows").asInt()).isSorted();
        assertThat(progress).anyMatch(each -> each.get("rowsPerSecond").asInt() > 0 && each.has("secondsLeft"));
        assertThat(house.operatorGet("/api/v1/imports/none/events").statusCode())
                .isEqualTo(404);
        assertThat(house.get("/api/v1/imports/" + id + "/events").statusCode()).isEqualTo(401);
    }

    @Test
    void a_list_that_is_too_large_leaves_nothing_on_the_disk_and_nobody_in_the_ledger() throws IOException {
        byte[] large = ("email\nledger@example.com\n" + "x".repeat(1 << 20)).getBytes(UTF_8);

        IntakeTest.assertProblem(house.post("/api/v1/suppressions", "text/csv", large), 413, "body");
        IntakeTest.assertProblem(house.post("/api/v1/imports", "text/csv", large), 413, "body");

        assertThat(house.operatorGet("/api/v1/suppressions").body()).doesNotContain("email");
        assertThat(filesEndingIn(".part")).isEmpty();
    }

    @Test
    void rejects_are_deleted_when_they_are_old_and_so_is_what_a_crash_left() throws IOException {
        String old = started("old", 1, "nobody");
        finished(old);
        String young = started("young", 1, "nobody");
        finished(young);
        Path rejects = lists.resolve(old + ".rejects.csv");
        Files.setLastModifiedTime(rejects, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        house.intake.close();
        Files.writeString(lists.resolve("arriving1.part"), "left by a crash");
        house.startIntake();

        await().atMost(PATIENCE).until(() -> !Files.exists(rejects));
        assertThat(filesEndingIn(".part")).isEmpty();
        assertThat(house.operatorGet("/api/v1/imports/" + old + "/rejects.csv").statusCode())
                .isEqualTo(404);
        assertThat(house.operatorGet("/api/v1/imports/" + young + "/rejects.csv")
                        .body())
                .contains("nobody");
    }

    private static Set<Path> filesEndingIn(String ending) throws IOException {
        try (Stream<Path> files = Files.list(lists)) {
            return files.filter(file -> file.toString().endsWith(ending)).collect(Collectors.toSet());
        }
    }

    private static String started(String prefix, int leads, String... more) {
        String list = "email\n"
                + Stream.concat(IntStream.range(0, leads).mapToObj(i -> prefix + i + "@example.com"), Stream.of(more))
                        .collect(Collectors.joining("\n"));
        HttpResponse<String> answer = house.post("/api/v1/imports?source=" + prefix, "text/csv", list.getBytes(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).get("importId").asString();
    }

    private static HttpResponse<String> control(String id, String what) {
        return house.post("/api/v1/imports/" + id + "/" + what, "application/json", new byte[0]);
    }

    private static JsonNode finished(String id) {
        await().atMost(PATIENCE).until(() -> show(id).get("state").asString().equals("done"));
        return show(id);
    }

    private static JsonNode show(String id) {
        return JSON.readTree(house.operatorGet("/api/v1/imports/" + id).body());
    }
}
