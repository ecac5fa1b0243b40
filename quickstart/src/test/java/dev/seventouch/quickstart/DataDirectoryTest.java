package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seventouch.embedded.CannotStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
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
    void a_demo_stands_still_while_nothing_runs_and_goes_on_where_it_stopped() throws Exception {
        Speed daily = Speed.parse("1d=1s");
        AtomicReference<Instant> wall = new AtomicReference<>(MONDAY);
        DemoClock first = DemoClock.in(directory, daily, wall::get);
        first.keep();
        wall.set(MONDAY.plusSeconds(3));
        Instant shown = first.clock().instant();
        assertThat(shown).isEqualTo(MONDAY.plus(Duration.ofDays(3)));
        first.close();

        wall.set(MONDAY.plusSeconds(999));
        assertThat(DemoClock.in(directory, daily, wall::get).clock().instant()).isEqualTo(shown);
    }

    @Test
    void a_killed_demo_never_goes_backwards() throws Exception {
        Speed daily = Speed.parse("1d=1s");
        DemoClock killed = DemoClock.in(directory, daily, () -> MONDAY);
        killed.keep();
        // What a kill leaves behind is what was kept ahead, here before a second has passed.
        Instant next = DemoClock.in(directory, daily, () -> MONDAY.plusSeconds(60))
                .clock()
                .instant();
        assertThat(next).isAfterOrEqualTo(MONDAY.plus(Duration.ofDays(1)));
        killed.close();
    }

    @Test
    void keeps_to_the_speed_of_the_first_start() {
        DemoClock.in(directory, Speed.parse("1d=1s"), () -> MONDAY);

        assertThatThrownBy(() -> DemoClock.in(directory, Speed.WALL, () -> MONDAY))
                .isInstanceOf(CannotStart.class)
                .hasMessage(directory + " was first started with --speed 86400s=1s; start it so again, or take another"
                        + " --data DIR for another speed");
    }
}
