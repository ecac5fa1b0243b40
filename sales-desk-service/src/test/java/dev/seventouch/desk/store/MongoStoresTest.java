package dev.seventouch.desk.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

/** The same contract against MongoDB itself, wherever Docker is. */
class MongoStoresTest extends StoresContract {
    private static MongoDBContainer mongo;

    @BeforeAll
    static void start() {
        boolean docker = DockerClientFactory.instance().isDockerAvailable();
        if (!docker) {
            System.err.println("SKIPPED: the desk's stores were not tried on MongoDB itself, as Docker is not there");
        }
        assumeTrue(docker, "Docker is not there");
        mongo = new MongoDBContainer("mongo:8.0");
        mongo.start();
    }

    @AfterAll
    static void stop() {
        if (mongo != null) {
            mongo.stop();
        }
    }

    @Override
    String uri() {
        return mongo.getConnectionString();
    }
}
