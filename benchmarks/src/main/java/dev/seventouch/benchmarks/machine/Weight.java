package dev.seventouch.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a process, or a directory, costs the machine. */
public final class Weight {
    /** Where utime, stime, cutime and cstime begin, counted from the field after the name. */
    private static final int UTIME = 11;
    /** Linux counts in hundredths of a second for whoever reads this, whatever it does inside. */
    private static final int MILLIS_A_TICK = 10;

    private Weight() {}

    /** The processor time that a process and those that it started have had. */
    public static Duration processorTime(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> withThoseThatEnded(each)
                        .or(() -> each.info().totalCpuDuration())
                        .orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    // A database's processes come and go; on Linux what they had is added to their parent's account, see
    // proc_pid_stat(5).
    private static Optional<Duration> withThoseThatEnded(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            List<String> afterTheName =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
            long ticks = afterTheName.subList(UTIME, UTIME + 4).stream()
                    .mapToLong(Long::parseLong)
                    .sum();
            return Optional.of(Duration.ofMillis(ticks * MILLIS_A_TICK));
        } catch (IOException e) {
            return Optional.empty(); // another system, or it has just ended
        }
    }

    /** What a process holds in memory; nothing where {@code ps} can't tell. */
    public static OptionalLong residentBytes(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
            String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return kilobytes.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(kilobytes) * 1024);
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** What the files under a directory take. */
    public static long bytesUnder(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.mapToLong(Weight::bytesOf).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " can't be read", e);
        }
    }

    private static long bytesOf(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0; // removed while we looked
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }
}
