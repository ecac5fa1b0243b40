package dev.seventouch.mailer.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mongodb.MongoDBContainer;

class MongoDbClaimsTest extends ClaimsContract {

    private static MongoDBContainer mongodb;
    private static MongoClient client;

    @BeforeAll
    static void start() {
        boolean docker = DockerClientFactory.instance().isDockerAvailable();
        if (!docker) {
            System.out.println("SKIPPED: the claims contract on a real MongoDB, because Docker is not there");
        }
        assumeTrue(docker, "Docker is not there");
        mongodb = new MongoDBContainer("mongo:8");
        mongodb.start();
        client = MongoClients.create(mongodb.getReplicaSetUrl());
    }

    @AfterAll
    static void stop() {
        if (client != null) {
            client.close();
            mongodb.stop();
        }
    }

    @Override
    MongoClient client() {
        return client;
    }
}
