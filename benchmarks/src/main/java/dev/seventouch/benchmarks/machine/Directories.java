package dev.seventouch.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes and removes directories. */
public final class Directories {
    private Directories() {}

    /** The folder of the project whose programs are measured. */
    public static Path ofTheProject() {
        return Path.of(System.getProperty("seventouch.root", "."))
                .toAbsolutePath()
                .normalize();
    }

    public static Path made(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " can't be made", e);
        }
    }

    public static void remove(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> found = Files.walk(directory)) {
            List<Path> all = found.sorted(Comparator.reverseOrder()).toList();
            for (Path each : all) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " can't be removed", e);
        }
    }
}
