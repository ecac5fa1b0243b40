package dev.seventouch.benchmarks.engine;

import dev.seventouch.benchmarks.machine.Jvm;
import dev.seventouch.benchmarks.machine.Loopback;
import dev.seventouch.benchmarks.machine.Patience;
import dev.seventouch.service.stream.NewTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** The broker that all contestants write to, and the document store that the engine wants to see. */
public final class Broker implements AutoCloseable {
    private static final int NODE = 1;
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final int port = Loopback.freePort();
    private final int storePort = Loopback.freePort();
    private final Jvm.Running process;
    private final Admin admin;

    /** Starts it on {@code directory}; {@link #awaitReady} says when it is there. */
    public Broker(Path directory, Path logs) {
        process = Jvm.running(
                        BrokerProcess.class,
                        JVM_OPTIONS,
                        List.of(directory.toString(), String.valueOf(port), String.valueOf(storePort)),
                        logs.resolve("broker.log"))
                .start();
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5000));
    }

    /**
     * Returns once every partition of the house's topics, and of {@code more}, answers: a producer that meets a topic in the
     * making can hang (KAFKA-15591).
     */
    public void awaitReady(Patience patience, List<NewTopic> more) {
        patience.until("the broker answers", TO_START, this::answers);
        List<NewTopic> topics = new ArrayList<>(NewTopics.of(Optional.empty()));
        topics.addAll(more);
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                partitions.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        try {
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
            admin.listOffsets(partitions).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the topics could not be made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private boolean answers() {
        try {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public String bootstrapServers() {
        return Loopback.HOST + ":" + port;
    }

    public String storeUri() {
        return "mongodb://" + Loopback.HOST + ":" + storePort;
    }

    /** What the topics of these names take on disk. */
    long bytesOf(Predicate<String> names) {
        try {
            return admin.describeLogDirs(List.of(NODE)).allDescriptions().get(30, TimeUnit.SECONDS).values().stream()
                    .flatMap(directories -> directories.values().stream())
                    .flatMap(directory -> directory.replicaInfos().entrySet().stream())
                    .filter(replica -> names.test(replica.getKey().topic()))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker doesn't tell what its topics take", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    public Admin admin() {
        return admin;
    }

    public Jvm.Running process() {
        return process;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
        process.close();
    }
}
