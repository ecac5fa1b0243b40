package dev.seventouch.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** Commits before it replies to a write, answers {@code hello}, and refuses what it would otherwise silently ignore. */
final class DurableBackend extends H2Backend {
    private static final Set<String> READS = Set.of(
            "buildinfo",
            "connectionstatus",
            "count",
            "distinct",
            "endsessions",
            "find",
            "getmore",
            "hello",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus");

    private final GroupCommit commits;

    DurableBackend(MVStore store) {
        super(store);
        this.commits = new GroupCommit(store);
        version(ServerVersion.MONGO_5_0);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new TypedDatabase(name, getMvStore(), getCursorRegistry());
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        Document command = message.getDocument();
        Refusals.check(command);
        return isRead(command) ? super.handleMessage(message) : commits.commitAfter(() -> super.handleMessage(message));
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equalsIgnoreCase("hello")) {
            return super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
        }
        if (command.equalsIgnoreCase("listDatabases")) {
            return databases();
        }
        return super.handleCommand(channel, database, command, query);
    }

    /** Health checks ask for it all the time; the server's own answer opens each database anew. */
    private Document databases() {
        List<Document> databases = listDatabaseNames().stream()
                .sorted()
                .map(name -> new Document("name", name).append("empty", false))
                .toList();
        return new Document("databases", databases).append("totalSize", 0L).append("ok", 1.0);
    }

    private static boolean isRead(Document command) {
        String name = Refusals.nameOf(command);
        return name.equals("aggregate") ? !writes(command.get("pipeline")) : READS.contains(name);
    }

    private static boolean writes(@Nullable Object pipeline) {
        return pipeline instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document step
                                && (step.containsKey("$out") || step.containsKey("$merge")));
    }
}
