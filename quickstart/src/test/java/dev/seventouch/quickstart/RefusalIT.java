package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can't start says so in one line and with an exit code, never with a stack trace. */
class RefusalIT {
    @TempDir
    private Path directory;

    @Test
    void an_unknown_option() throws Exception {
        isOneLine(RunningHouse.refusal(directory, 0, "--sped", "1d=1s"), 2, "--sped");
    }

    @Test
    void a_speed_that_is_none() throws Exception {
        isOneLine(RunningHouse.refusal(directory, 0, "--speed", "fast"), 2, "'fast' is not a speed: say 1d=1s");
    }

    @Test
    void an_offset_out_of_range() throws Exception {
        isOneLine(RunningHouse.refusal(directory, 60_000), 1, "--port-offset 60000 is out of range");
    }

    @Test
    void a_port_that_is_taken() throws Exception {
        int offset = Offsets.free();
        try (ServerSocket other = new ServerSocket(8083 + offset, 1, InetAddress.getByName("127.0.0.1"))) {
            isOneLine(
                    RunningHouse.refusal(directory.resolve("data"), offset),
                    1,
                    "port " + other.getLocalPort() + " for the desk is taken by another program");
        }
    }

    @Test
    void a_directory_that_is_a_file() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        isOneLine(RunningHouse.refusal(file, 0), 1, file + " is a file, not a directory");
    }

    @Test
    void campaigns_that_are_not_there() throws Exception {
        isOneLine(
                RunningHouse.refusal(directory.resolve("data"), 0, "--campaigns", "/nowhere"),
                1,
                "there are no campaigns in /nowhere");
    }

    @Test
    void another_speed_on_the_same_directory() throws Exception {
        DemoClock.in(directory, Speed.parse("1d=1s"), () -> Instant.EPOCH);
        isOneLine(RunningHouse.refusal(directory, 0), 1, "was first started with --speed 86400s=1s");
    }

    @Test
    void a_directory_in_use() throws Exception {
        try (DataDirectory ours = DataDirectory.open(directory)) {
            isOneLine(RunningHouse.refusal(ours.path(), 0), 1, "is in use by another Seventouch");
        }
    }

    @Test
    void a_cadence_that_is_broken() throws Exception {
        Path campaigns = Files.createDirectories(directory.resolve("campaigns"));
        Files.writeString(campaigns.resolve("broken.yaml"), "id: broken\nsteps: [\n");
        isOneLine(
                RunningHouse.refusal(directory.resolve("data"), Offsets.free(), "--campaigns", campaigns.toString()),
                1,
                "broken.yaml");
    }

    private static void isOneLine(RunningHouse.Refusal refusal, int exitCode, String words) {
        assertThat(refusal.lines())
                .as("standard error")
                .singleElement()
                .asString()
                .startsWith("seventouch: ")
                .contains(words);
        assertThat(refusal.exitCode()).isEqualTo(exitCode);
    }
}
