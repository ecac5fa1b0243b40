package dev.seventouch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedDatabaseTest {
    @TempDir
    private Path directory;

    @Test
    void every_kind_of_value_is_the_same_after_a_restart() {
        List<Object> values = Arrays.asList(
                null,
                true,
                7,
                1L << 40,
                -0.5,
                new Decimal128(12),
                "Größe \u0000 😀",
                new Date(1_700_000_000_000L),
                new ObjectId(),
                new Binary(new byte[] {0, 1, -1}),
                UUID.randomUUID(),
                List.of(),
                Arrays.asList("a", null, List.of(1)),
                new Document(),
                new Document("a", new Document("b", List.of(new Document("c", "d")))));
        List<Document> before;
        try (Kept kept = new Kept()) {
            kept.things.insertMany(
                    values.stream().map(value -> new Document("value", value)).toList());
            before = kept.all();
            assertThat(before).extracting(thing -> thing.get("value")).isEqualTo(values);
        }
        try (Kept kept = new Kept()) {
            assertThat(kept.all()).isEqualTo(before);
        }
    }

    @Test
    void a_key_is_unique_by_its_value_and_its_kind_also_after_a_restart() {
        List<Object> ids = List.of("1", 1, new Date(1), new Document("a", 1), new ObjectId());
        try (Kept kept = new Kept()) {
            kept.things.createIndex(Indexes.ascending("one", "other"), new IndexOptions().unique(true));
            ids.forEach(id -> kept.things.insertOne(
                    new Document("_id", id).append("one", id).append("other", "same")));
        }
        try (Kept kept = new Kept()) {
            for (Object id : ids) {
                assertThat(kept.things.find(new Document("_id", id)).first())
                        .as("%s", id)
                        .isNotNull();
                refused(kept, new Document("_id", id));
                refused(kept, new Document("one", id).append("other", "same"));
                kept.things.insertOne(new Document("one", id).append("other", "another"));
            }
        }
    }

    private static void refused(Kept kept, Document twice) {
        assertThatThrownBy(() -> kept.things.insertOne(twice))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
    }

    @Test
    void nothing_is_left_to_serialization() {
        MVStore store = new MVStore.Builder().open();
        MongoServer server = new MongoServer(new DurableBackend(store));
        InetSocketAddress address = server.bind();
        try (MongoClient client = MongoClients.create("mongodb://127.0.0.1:" + address.getPort())) {
            MongoCollection<Document> things = client.getDatabase("test").getCollection("things");
            things.createIndex(Indexes.ascending("one"), new IndexOptions().unique(true));
            things.insertOne(new Document("one", 1));
            for (String name : store.getMapNames()) {
                MVMap<?, ?> map = store.openMap(name);
                if (name.contains("_index_")) {
                    assertThat(map.getKeyType()).as(name).isInstanceOf(KeyType.class);
                } else if (!name.startsWith("meta.")) {
                    assertThat(map.getValueType()).as(name).isInstanceOf(DocumentType.class);
                }
            }
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void a_file_of_another_format_is_left_alone() {
        String file = directory.resolve("store.mv").toString();
        try (MVStore older = new MVStore.Builder().fileName(file).open()) {
            older.openMap("databases.test.things").put("one", "as it was kept once");
        }
        assertThatThrownBy(() -> EmbeddedStore.onDisk(directory, 0))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file)
                .hasMessageContaining("another version");
        try (MVStore older = new MVStore.Builder().fileName(file).open()) {
            assertThat(older.openMap("databases.test.things")).hasSize(1);
        }
    }

    /** A store on disk, and somebody who is connected to it. */
    private final class Kept implements AutoCloseable {
        private final EmbeddedStore store = EmbeddedStore.onDisk(directory, 0);
        private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(store.uri()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .build());
        private final MongoCollection<Document> things =
                client.getDatabase("test").getCollection("things");

        private List<Document> all() {
            return things.find().into(new ArrayList<>());
        }

        @Override
        public void close() {
            client.close();
            store.close();
        }
    }
}
