package dev.seventouch.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateOnDiskTest {
    @TempDir
    private Path application;

    @BeforeEach
    void two_tasks_of_which_one_was_closed_in_good_order() throws IOException {
        store("0_1");
        store("0_11");
        Files.writeString(application.resolve("0_11/.checkpoint"), "0\n0\n");
        Files.writeString(application.resolve("kafka-streams-process-metadata"), "{}");
    }

    @Test
    void what_was_not_closed_in_good_order_is_removed() {
        new StateOnDisk(application).removeUntrusted();

        assertThat(application.resolve("0_1")).doesNotExist();
        assertThat(application.resolve("0_11/rocksdb/enrollments/CURRENT")).exists();
        assertThat(application.resolve("kafka-streams-process-metadata")).exists();
    }

    @Test
    void nothing_is_taken_from_a_process_that_runs() throws IOException {
        try (FileChannel channel = FileChannel.open(
                        application.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock running = channel.lock()) {
            assertThat(running.isValid()).isTrue();
            new StateOnDisk(application).removeUntrusted();
        }

        assertThat(application.resolve("0_1/rocksdb/enrollments/CURRENT")).exists();
    }

    @Test
    void an_engine_that_starts_for_the_first_time_has_nothing_to_remove() {
        Path nothing = application.resolve("not-there");

        new StateOnDisk(nothing).removeUntrusted();

        assertThat(nothing).doesNotExist();
    }

    private void store(String task) throws IOException {
        Path store = Files.createDirectories(application.resolve(task).resolve("rocksdb/enrollments"));
        Files.writeString(store.resolve("CURRENT"), "MANIFEST-000001");
    }
}
