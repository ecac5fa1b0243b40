package dev.seventouch.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Answers MongoDB's wire protocol, for a demo's size. A write that was acknowledged survives a killed process. An option that
 * it could not honour is refused, never ignored.
 */
public final class EmbeddedStore implements AutoCloseable {
    /** Another number for each change to how documents and keys are kept. */
    private static final int FORMAT = 1;

    private static final String WHO = "the document store";

    private final MongoServer server;

    private EmbeddedStore(MongoServer server) {
        this.server = server;
    }

    /**
     * @param directory where the file {@code store.mv} is kept
     * @param port on 127.0.0.1; 0 for any free one
     * @throws CannotStart if the port is taken, or the directory can't be written to or is in use
     */
    public static EmbeddedStore onDisk(Path directory, int port) {
        return start(Directories.writable(directory).resolve("store.mv").toString(), Loopback.free(port, WHO));
    }

    /** Forgets everything when it is closed; behaves in all else as the one on disk. */
    public static EmbeddedStore inMemory() {
        return start(null, 0);
    }

    /** A connection string, as in {@code mongodb://127.0.0.1:27017}. */
    public String uri() {
        return "mongodb://" + Loopback.HOST + ":" + server.getLocalAddress().getPort();
    }

    @Override
    public void close() {
        server.shutdown();
    }

    private static EmbeddedStore start(@Nullable String file, int port) {
        MongoServer server = new MongoServer(new DurableBackend(open(file)));
        try {
            server.bind(Loopback.at(port));
            return new EmbeddedStore(server);
        } catch (RuntimeException e) {
            server.shutdownNow();
            throw Loopback.taken(port, WHO, e);
        }
    }

    private static MVStore open(@Nullable String file) {
        try {
            // No commits of its own accord: they could fall between the halves of a write.
            return known(
                    new MVStore.Builder()
                            .fileName(file)
                            .autoCommitDisabled()
                            .autoCommitBufferSize(0)
                            .open(),
                    file);
        } catch (MVStoreException e) {
            throw new CannotStart("the document store can't open " + file + ": " + e.getMessage(), e);
        }
    }

    private static MVStore known(MVStore store, @Nullable String file) {
        if (store.getMapNames().isEmpty()) {
            store.setStoreVersion(FORMAT);
        } else if (store.getStoreVersion() != FORMAT) {
            store.closeImmediately();
            throw new CannotStart("the document store's file " + file
                    + " is of another version's format: move it away, or start the version that wrote it");
        }
        return store;
    }
}
