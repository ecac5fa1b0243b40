package dev.seventouch.engine.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Where Kafka Streams keeps the state of an application: one directory a task, with a checkpoint that says how far it goes if it
 * was closed in good order.
 */
final class StateOnDisk {
    private static final Logger log = LoggerFactory.getLogger(StateOnDisk.class);

    // As org.apache.kafka.streams.processor.internals.StateDirectory names them.
    private static final Pattern TASK = Pattern.compile("\\d+_\\d+");
    private static final String CHECKPOINT = ".checkpoint";
    private static final String LOCK = ".lock";

    private final Path directory;

    /** @param directory of the application, within the setting {@code state.dir} */
    StateOnDisk(Path directory) {
        this.directory = directory;
    }

    /**
     * Removes the state of tasks without a checkpoint, if no running process has the directory. With exactly-once processing
     * Streams never trusts it, since it may hold what was not committed. But it finds that out only when it has opened the
     * task, which it then closes, wipes and takes up anew while the other tasks wait.
     *
     * @throws UncheckedIOException if it can't be removed
     */
    void removeUntrusted() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (FileChannel channel =
                        FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (lock == null) {
                return; // which Streams will say
            }
            List<Path> untrusted = untrusted();
            for (Path task : untrusted) {
                FileSystemUtils.deleteRecursively(task);
            }
            if (!untrusted.isEmpty()) {
                log.info(
                        "the state of {} tasks was not closed in good order; it is restored from the log",
                        untrusted.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what is left of the state in " + directory + " can't be removed", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this process has it
        }
    }

    private List<Path> untrusted() throws IOException {
        List<Path> untrusted = new ArrayList<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(
                directory, path -> TASK.matcher(path.getFileName().toString()).matches())) {
            for (Path task : tasks) {
                if (!Files.exists(task.resolve(CHECKPOINT))) {
                    untrusted.add(task);
                }
            }
        }
        return untrusted;
    }
}
