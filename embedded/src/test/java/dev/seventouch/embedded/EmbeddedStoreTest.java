package dev.seventouch.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.setOnInsert;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Collation;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.ValidationOptions;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
    @TempDir
    private Path directory;

    private final EmbeddedStore store = EmbeddedStore.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final MongoDatabase database = client.getDatabase("test");
    private final MongoCollection<Document> leads = database.getCollection("leads");

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    @Test
    void answers_hello_as_a_primary_that_can_be_written_to() {
        assertThat(database.runCommand(new Document("hello", 1)))
                .containsEntry("isWritablePrimary", true)
                .containsEntry("ok", 1.0);
    }

    @Test
    void what_is_asked_for_beside_the_key_counts_as_well() {
        leads.insertMany(
                List.of(new Document("_id", "ada").append("n", 1), new Document("_id", "grace").append("n", 2)));

        assertThat(leads.find(and(eq("_id", "ada"), eq("n", 1))).first()).isNotNull();
        assertThat(leads.find(and(eq("_id", "ada"), eq("n", 2))).first()).isNull();
        assertThat(leads.find(and(in("_id", "ada", "grace", "nobody"), gt("n", 1)))
                        .map(lead -> lead.get("_id")))
                .containsExactly("grace");
        assertThat(leads.replaceOne(and(eq("_id", "ada"), eq("n", 7)), new Document("n", 8))
                        .getMatchedCount())
                .isZero();
        assertThat(leads.replaceOne(and(eq("_id", "ada"), eq("n", 1)), new Document("n", 2))
                        .getMatchedCount())
                .isOne();
        assertThat(leads.deleteMany(and(in("_id", "ada", "grace"), eq("n", 2))).getDeletedCount())
                .isEqualTo(2);
    }

    @Test
    void lists_its_databases() {
        leads.insertOne(new Document("_id", 1));
        assertThat(client.listDatabaseNames()).containsExactly("test");
    }

    @Test
    void does_what_the_services_use() {
        leads.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
        leads.bulkWrite(List.of(
                upsert("ada", combine(setOnInsert("email", "ada@example.org"), inc("touches", 1), push("seen", "a"))),
                upsert("ada", combine(setOnInsert("email", "other"), inc("touches", 1), push("seen", "b"))),
                upsert("bob", setOnInsert("email", "bob@example.org"))));

        assertThat(leads.find(eq("ada")).first())
                .containsEntry("email", "ada@example.org")
                .containsEntry("touches", 2)
                .containsEntry("seen", List.of("a", "b"));
        assertThat(leads.find(in("_id", "ada", "bob", "eve"))).hasSize(2);
        assertThatThrownBy(() -> leads.insertOne(new Document("_id", "eve").append("email", "bob@example.org")))
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("E11000");
    }

    @Test
    void refuses_what_it_would_ignore() {
        refused(
                "expireAfterSeconds",
                () -> leads.createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(1L, TimeUnit.DAYS)));
        refused(
                "partialFilterExpression",
                () -> leads.createIndex(
                        Indexes.ascending("at"), new IndexOptions().partialFilterExpression(eq("open", true))));
        refused("collation", () -> leads.find().collation(german()).first());
        refused("collation", () -> leads.updateOne(eq("a"), inc("n", 1), new UpdateOptions().collation(german())));
        refused(
                "validator",
                () -> database.createCollection(
                        "strict",
                        new CreateCollectionOptions()
                                .validationOptions(new ValidationOptions()
                                        .validator(
                                                new Document("$jsonSchema", new Document("required", List.of("a")))))));
        refused(
                "capped",
                () -> database.createCollection(
                        "ring", new CreateCollectionOptions().capped(true).sizeInBytes(4096)));
    }

    @Test
    void keeps_what_it_has_over_a_restart() {
        try (EmbeddedStore first = EmbeddedStore.onDisk(directory, 0);
                MongoClient one = MongoClients.create(first.uri())) {
            one.getDatabase("a").getCollection("b").insertOne(new Document("_id", 1));
        }
        try (EmbeddedStore second = EmbeddedStore.onDisk(directory, 0);
                MongoClient two = MongoClients.create(second.uri())) {
            assertThat(two.getDatabase("a").getCollection("b").find()).hasSize(1);
        }
    }

    @Test
    void says_in_one_line_that_the_port_or_the_file_is_taken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> EmbeddedStore.onDisk(directory, other.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessage("port " + other.getLocalPort() + " for the document store is taken by another program");
        }
        try (EmbeddedStore first = EmbeddedStore.onDisk(directory, 0)) {
            assertThat(first.uri()).startsWith("mongodb://127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedStore.onDisk(directory, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("the document store can't open ");
        }
    }

    private static UpdateOneModel<Document> upsert(String id, org.bson.conversions.Bson update) {
        return new UpdateOneModel<>(eq(id), update, new UpdateOptions().upsert(true));
    }

    private static Collation german() {
        return Collation.builder().locale("de").build();
    }

    private static void refused(String option, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOf(MongoException.class)
                .hasMessageContaining(option + " is not supported by the embedded store");
    }
}
