package dev.seventouch.mailer.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.seventouch.embedded.EmbeddedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedClaimsTest extends ClaimsContract {

    private static EmbeddedStore store;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        store = EmbeddedStore.inMemory();
        client = MongoClients.create(store.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        store.close();
    }

    @Override
    MongoClient client() {
        return client;
    }
}
