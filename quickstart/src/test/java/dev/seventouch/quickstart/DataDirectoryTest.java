package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seventouch.embedded.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void keeps_a_second_house_out_until_the_first_has_left() {
        try (DataDirectory first = DataDirectory.open(directory)) {
            assertThat(first.path()).isEqualTo(directory);
            assertThatThrownBy(() -> DataDirectory.open(directory))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage(directory + " is in use by another Seventouch; stop it, or take another --data DIR");
        }
        DataDirectory.open(directory).close();
    }

    @Test
    void says_that_a_file_is_not_a_directory() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.open(file))
                .isInstanceOf(CannotStart.class)
                .hasMessage(file + " is a file, not a directory; take another --data DIR");
    }

    @Test
    void makes_secrets_once_and_for_their_owner_alone() throws Exception {
        Secrets made = Secrets.in(directory);

        assertThat(Secrets.in(directory)).isEqualTo(made);
        assertThat(made.operatorKey()).hasSizeGreaterThanOrEqualTo(32).isNotEqualTo(made.linksKey());
        assertThat(made.toString()).doesNotContain(made.operatorKey());
        for (String file : new String[] {"operator.key", "secrets.properties"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void wont_make_up_a_secret_that_is_missing() throws Exception {
        Secrets.in(directory);
        Files.writeString(directory.resolve("secrets.properties"), "links.key=abc\n");

        assertThatThrownBy(() -> Secrets.in(directory))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("identity.key is missing from ");
    }

    @Test
    void fixes_the_clock_at_the_first_start() {
        Speed daily = Speed.parse("1d=1s");
        DemoClock first = DemoClock.in(directory, daily, () -> MONDAY);

        assertThat(DemoClock.in(directory, daily, () -> MONDAY.plusSeconds(99))).isEqualTo(first);
        assertThat(first.epoch()).isEqualTo(MONDAY);
        assertThatThrownBy(() -> DemoClock.in(directory, Speed.WALL, () -> MONDAY))
                .isInstanceOf(CannotStart.class)
                .hasMessage(directory + " was first started with --speed 86400s=1s; start it so again, or take another"
                        + " --data DIR for another speed");
    }
}
