package dev.seventouch.intake.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** The same contract on a real replica set. Needs Docker, and says so where there is none. */
@EnabledIf(value = "dockerIsHere", disabledReason = MongoStoreTest.SKIPPED)
class MongoStoreTest extends StoreContract {
    static final String SKIPPED = "SKIPPED: no Docker here, so intake's stores were not tried on a real MongoDB";

    private static MongoDBContainer mongo;

    static boolean dockerIsHere() {
        boolean here = DockerClientFactory.instance().isDockerAvailable();
        if (!here) {
            System.err.println(SKIPPED);
        }
        return here;
    }

    @BeforeAll
    static void open() {
        mongo = new MongoDBContainer("mongo:8");
        mongo.start();
    }

    @AfterAll
    static void close() {
        if (mongo != null) {
            mongo.stop();
        }
    }

    @Override
    String uri() {
        return mongo.getConnectionString();
    }
}
