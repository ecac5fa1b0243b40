package dev.seventouch.quickstart;

import dev.seventouch.embedded.CannotStart;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The clock that a directory was first started with. It never changes there: with another speed, or another beginning, the
 * house's time would jump or run backwards over everything that is planned.
 */
record DemoClock(Instant epoch, double speed) {

    /** @throws CannotStart if the directory was started with another speed before */
    static DemoClock in(Path directory, Speed wanted, InstantSource wall) {
        Path file = directory.resolve("clock");
        String kept = PrivateFile.readOrMake(
                file, () -> wall.instant().truncatedTo(ChronoUnit.SECONDS) + "\n" + wanted.factor() + "\n");
        List<String> lines = kept.lines().toList();
        try {
            DemoClock clock = new DemoClock(Instant.parse(lines.getFirst()), Double.parseDouble(lines.getLast()));
            if (clock.speed != wanted.factor()) {
                throw new CannotStart(
                        "%s was first started %s; start it so again, or take another --data DIR for another speed"
                                .formatted(directory, described(clock.speed)));
            }
            return clock;
        } catch (DateTimeException | NumberFormatException e) {
            throw new CannotStart(file + " can't be understood: it holds a time and a speed, a line each", e);
        }
    }

    private static String described(double speed) {
        return speed == 1 ? "without --speed" : "with --speed %.0fs=1s".formatted(speed);
    }
}
