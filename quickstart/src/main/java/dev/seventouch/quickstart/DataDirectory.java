package dev.seventouch.quickstart;

import dev.seventouch.embedded.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Everything that outlives a restart, and the lock that keeps a second house out. */
record DataDirectory(Path path, FileChannel lock) implements AutoCloseable {

    /** @throws CannotStart if the directory can't be made or written to, or another house is in it */
    static DataDirectory open(Path path) {
        FileChannel lock = null;
        try {
            Files.createDirectories(path);
            lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(lock) == null) {
                lock.close();
                throw new CannotStart(path + " is in use by another Seventouch; stop it, or take another --data DIR");
            }
            return new DataDirectory(path, lock);
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart(e.getFile() + " is a file, not a directory; take another --data DIR", e);
        } catch (IOException e) {
            throw new CannotStart(path + " can't be written to; take another --data DIR", e);
        }
    }

    Path broker() {
        return path.resolve("kafka");
    }

    Path store() {
        return path.resolve("store");
    }

    Path inbox() {
        return path.resolve("inbox");
    }

    Path imports() {
        return path.resolve("imports");
    }

    Path engine() {
        return path.resolve("engine");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) { // held by this very JVM
            return null;
        }
    }
}
