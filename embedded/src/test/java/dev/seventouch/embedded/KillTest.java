package dev.seventouch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import jakarta.mail.MessagingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there after {@code kill -9}, and nothing is there by halves. */
class KillTest {
    private static final int WRITERS = 4;
    private static final int ENOUGH = 400;

    @TempDir
    private Path directory;

    @Test
    void the_store_has_every_acknowledged_write() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Started store = start(StoreProcess.class);
        try (MongoClient client = MongoClients.create(store.firstLine() + "/?socketTimeoutMS=5000")) {
            MongoCollection<Document> claims = claimsOf(client);
            claims.createIndex(Indexes.ascending("touch"), new IndexOptions().unique(true));
            whileWriting(store, acknowledged, (writer, i) -> {
                String id = writer + "-" + i;
                claims.insertOne(new Document("_id", id).append("touch", "t" + id));
                return id;
            });
        }

        try (EmbeddedStore again = EmbeddedStore.onDisk(directory, 0);
                MongoClient client = MongoClients.create(again.uri())) {
            MongoCollection<Document> claims = claimsOf(client);
            Set<String> scanned = claims.find().into(new ArrayList<>()).stream()
                    .map(claim -> claim.getString("_id"))
                    .collect(Collectors.toSet());
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
            assertThat(scanned).containsAll(acknowledged);
            // By a scan, by _id and by the other index: the same, or a write was torn.
            assertThat(scanned).allSatisfy(id -> {
                assertThat(claims.find(Filters.eq(id)).first()).isNotNull();
                assertThat(claims.find(Filters.eq("touch", "t" + id)).first()).isNotNull();
            });
        }
    }

    @Test
    void the_inbox_has_every_acknowledged_message() throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Started inbox = start(InboxProcess.class);
        Sender sender = new Sender(Integer.parseInt(inbox.firstLine()));
        whileWriting(inbox, acknowledged, (writer, i) -> {
            String subject = "mail " + writer + "-" + i;
            sender.send("ada@example.org", subject, "text", "<p>html</p>");
            return subject;
        });

        try (Inbox again = Inbox.start(directory, 0, 0)) {
            List<InboxMessage> messages = again.messages();
            assertThat(messages).extracting(InboxMessage::subject).containsAll(acknowledged);
            assertThat(messages)
                    .allSatisfy(message -> assertThat(message.text()).isEqualTo("text"));
        }
    }

    private interface Write {
        String write(int writer, int i) throws MessagingException;
    }

    private static void whileWriting(Started victim, Queue<String> acknowledged, Write write) throws Exception {
        List<Thread> writers = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
            int writer = w;
            writers.add(Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; victim.process.isAlive(); i++) {
                        acknowledged.add(write.write(writer, i));
                        if (acknowledged.size() == ENOUGH) {
                            victim.process.destroyForcibly();
                        }
                    }
                } catch (MongoException | MessagingException killed) {
                    // this one was not acknowledged
                }
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        victim.process.waitFor();
    }

    private static MongoCollection<Document> claimsOf(MongoClient client) {
        return client.getDatabase("mailer").getCollection("claims");
    }

    private Started start(Class<?> main) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dlogging.level.root=WARN",
                        main.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Started(process);
    }

    private record Started(Process process) {
        /** Log lines may come before it. */
        String firstLine() throws IOException {
            BufferedReader output = process.inputReader();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.matches("mongodb://\\S+|\\d+")) {
                    Thread.ofVirtual().start(() -> output.lines().forEach(ignored -> {}));
                    return line;
                }
            }
            throw new IOException("the process ended before it was ready");
        }
    }
}
