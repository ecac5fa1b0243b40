package dev.seventouch.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What this process has for itself among all of this user on this machine, such as a port at which something will listen when
 * it has started. Nobody has to give it back: it ends with the process, also when that is killed.
 */
public final class Claims {
    private static final List<FileLock> HELD = new ArrayList<>();

    private Claims() {}

    /**
     * Whether {@code what} is this process's from now on; no process asks for the same twice.
     *
     * @throws IOException if claims can't be written below the directory for temporary files
     */
    public static synchronized boolean take(String what) throws IOException {
        Path all = Files.createDirectories(
                Path.of(System.getProperty("java.io.tmpdir"), "seventouch-claims-" + System.getProperty("user.name")));
        FileChannel channel = FileChannel.open(all.resolve(what), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return false;
        }
        HELD.add(lock);
        return true;
    }
}
