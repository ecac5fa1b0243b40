package dev.seventouch.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Directories that are there and can be written to. */
final class Directories {
    private Directories() {}

    /** @throws CannotStart if {@code directory} can't be made or written to */
    static Path writable(Path directory) {
        try {
            Files.createDirectories(directory);
            // Permission bits don't tell of a read-only file system or a full one; writing does.
            Files.delete(Files.createTempFile(directory, "writable", null));
            return directory;
        } catch (FileAlreadyExistsException e) {
            throw new CannotStart(e.getFile() + " is a file, not a directory", e);
        } catch (IOException e) {
            throw new CannotStart("the directory " + directory + " can't be written to", e);
        }
    }
}
