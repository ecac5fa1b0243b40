package dev.seventouch.quickstart;

import dev.seventouch.embedded.CannotStart;
import dev.seventouch.service.clock.HouseClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A demo's clock. It stands still while nothing runs, so that a day in a second does not become months over a restart, and
 * never runs backwards: ahead of what it shows, it keeps on disk up to when it may run.
 */
final class DemoClock implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DemoClock.class);
    private static final Duration AHEAD = Duration.ofSeconds(1);
    private static final Duration KEPT_EVERY = Duration.ofMillis(200);

    private final Path file;
    private final HouseClock clock;
    private @Nullable Thread keeper;

    private DemoClock(Path file, HouseClock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** @throws CannotStart if the directory was started with another speed before */
    static DemoClock in(Path directory, Speed wanted, InstantSource wall) {
        Path file = directory.resolve("clock");
        Instant now = wall.instant();
        List<String> lines = PrivateFile.readOrMake(file, () -> written(now, wanted.factor()))
                .lines()
                .toList();
        try {
            double speed = Double.parseDouble(lines.getLast());
            if (speed != wanted.factor()) {
                throw new CannotStart(
                        "%s was first started %s; start it so again, or take another --data DIR for another speed"
                                .formatted(directory, described(speed)));
            }
            return new DemoClock(file, new HouseClock(wall, Instant.parse(lines.getFirst()), now, speed));
        } catch (DateTimeException | NumberFormatException e) {
            throw new CannotStart(file + " can't be understood: it holds a time and a speed, a line each", e);
        }
    }

    HouseClock clock() {
        return clock;
    }

    /** Keeps the time until it is closed; a clock that shows the wall's time needs no keeping. */
    void keep() throws IOException {
        if (clock.speed() == 1) {
            return;
        }
        keepOnce(AHEAD);
        keeper = Thread.ofPlatform().name("clock").daemon().start(() -> {
            try {
                while (true) {
                    Thread.sleep(KEPT_EVERY);
                    keepOnce(AHEAD);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                log.error("{} can't be written; after a restart the house's time may run backwards", file, e);
            }
        });
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (keeper != null) {
            keeper.interrupt();
            keeper.join();
            keepOnce(Duration.ZERO);
        }
    }

    private void keepOnce(Duration ahead) throws IOException {
        Duration house = Duration.ofMillis((long) (ahead.toMillis() * clock.speed()));
        PrivateFile.replace(file, written(clock.instant().plus(house), clock.speed()));
    }

    private static String written(Instant time, double speed) {
        return time + "\n" + speed + "\n";
    }

    private static String described(double speed) {
        return speed == 1 ? "without --speed" : "with --speed %.0fs=1s".formatted(speed);
    }
}
