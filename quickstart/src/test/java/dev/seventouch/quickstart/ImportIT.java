package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A list, from the launcher to the inbox. */
class ImportIT {
    private static final int ROWS = 6_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path data;

    @Test
    void whoever_is_on_a_list_is_followed_up_and_what_cant_be_used_comes_back() throws Exception {
        int offset = Offsets.free();
        Path list = Files.writeString(data.resolve("fair.csv"), """
                E-Mail;Vorname;Nachname
                ada@example.org;Ada;Lovelace
                nobody;No;Body
                """);
        try (RunningHouse running = RunningHouse.start(data.resolve("house"), offset)) {
            RunningHouse.Refusal dry = imported(list, offset, "--dry-run");
            assertThat(dry.lines()).contains("2 rows would be: 1 new, 0 merged into leads that are known, 1 rejected");
            assertThat(dry.exitCode()).isZero();

            RunningHouse.Refusal done = imported(list, offset, "--source", "website");
            assertThat(done.lines())
                    .contains("2 rows: 1 new, 0 merged into leads that are known, 1 rejected")
                    .anyMatch(line -> line.matches(" +Vorname +firstName"));
            assertThat(Files.readString(Path.of(list + ".rejects.csv"))).contains("3,\"email has no");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(running.client().mailsTo("ada@example.org"))
                            .hasSize(1));

            RunningHouse.Refusal wrong = imported(list, offset, "--map", "Telefon=phone");
            assertThat(wrong.exitCode()).isEqualTo(1);
            assertThat(wrong.lines())
                    .singleElement()
                    .asString()
                    .contains("map names a column that the first row doesn't");
            running.stop();
        }
        RunningHouse.Refusal nobody = imported(list, offset);
        assertThat(nobody.exitCode()).isEqualTo(1);
        assertThat(nobody.lines()).singleElement().asString().contains("is it up?");
    }

    @Test
    void a_list_is_worked_off_over_a_kill() throws Exception {
        int offset = Offsets.free();
        String list = "email\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> "row" + i + "@example.org")
                        .collect(Collectors.joining("\n"));
        String id;
        try (RunningHouse running = RunningHouse.start(data.resolve("house"), offset)) {
            id = running.client().importList(list);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> running.client().importOf(id).at("/rows").asInt(0) > 0);
            running.kill();
        }
        try (RunningHouse running = RunningHouse.start(data.resolve("house"), offset)) {
            await().atMost(PATIENCE)
                    .until(() -> running.client()
                            .importOf(id)
                            .at("/state")
                            .asString("")
                            .equals("done"));
            JsonNode done = running.client().importOf(id);
            assertThat(done.at("/rows").asInt()).isEqualTo(ROWS);
            assertThat(done.at("/accepted").asInt()).as(done.toString()).isEqualTo(ROWS);
            running.stop();
        }
    }

    private RunningHouse.Refusal imported(Path list, int offset, String... more) throws Exception {
        String[] words = new String[more.length + 6];
        System.arraycopy(
                new String[] {
                    "import", list.toString(), "--data", data.resolve("house").toString(), "--port-offset", "" + offset
                },
                0,
                words,
                0,
                6);
        System.arraycopy(more, 0, words, 6, more.length);
        return RunningHouse.command(words);
    }
}
