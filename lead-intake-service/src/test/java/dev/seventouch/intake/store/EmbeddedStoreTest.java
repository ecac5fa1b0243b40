package dev.seventouch.intake.store;

import dev.seventouch.embedded.EmbeddedStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedStoreTest extends StoreContract {
    private static EmbeddedStore store;

    @BeforeAll
    static void open() {
        store = EmbeddedStore.inMemory();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Override
    String uri() {
        return store.uri();
    }
}
