package dev.seventouch.engine.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What the broker knows of the engine: who reads what, and how far. */
final class Group implements AutoCloseable {
    private static final String ENGINE = "seventouch-engine";
    private static final List<Topic<?>> READ = List.of(Topics.LEADS, Topics.SIGNALS, Topics.OUTCOMES);

    private final Admin admin;

    Group(Broker broker) {
        admin = broker.admin();
    }

    /** Returns when the engine has dealt with all that has been said so far. */
    void awaitCaughtUp(Duration atMost) throws Exception {
        Map<TopicPartition, Long> ends = ends();
        await("the engine has caught up")
                .atMost(atMost)
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> behind(ends) == 0);
    }

    private long behind(Map<TopicPartition, Long> ends) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> read = admin.listConsumerGroupOffsets(ENGINE)
                .partitionsToOffsetAndMetadata()
                .get();
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - offsetOf(read.get(end.getKey()))))
                .sum();
    }

    private static long offsetOf(OffsetAndMetadata read) {
        return read == null ? 0 : read.offset();
    }

    private Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = READ.stream()
                .flatMap(Group::partitionsOf)
                .collect(toMap(Function.identity(), _ -> OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().get().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Stream<TopicPartition> partitionsOf(Topic<?> topic) {
        return IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }

    /** Returns when these instances, and no others, have the leads among them. */
    void awaitSharedBy(Set<String> instances, Duration atMost) {
        await("the partitions are shared by " + instances).atMost(atMost).until(() -> isSharedBy(instances));
    }

    boolean isSharedBy(Set<String> instances) {
        Map<String, Integer> shares = members().stream()
                .filter(member -> leadsOf(member) > 0)
                .collect(groupingBy(Group::instanceOf, summingInt(Group::leadsOf)));
        return shares.keySet().equals(instances)
                && shares.values().stream().mapToInt(Integer::intValue).sum() == Topics.PARTITIONS;
    }

    // A member is a thread; its client's id begins with the name of the instance.
    private static String instanceOf(MemberDescription member) {
        return member.clientId().replaceFirst("-StreamThread-.*", "");
    }

    /** How many partitions of the topic of leads it has. */
    private static int leadsOf(MemberDescription member) {
        return (int) member.assignment().topicPartitions().stream()
                .filter(partition -> partition.topic().equals(Topics.LEADS.name()))
                .count();
    }

    private Collection<MemberDescription> members() {
        try {
            return admin.describeConsumerGroups(List.of(ENGINE))
                    .all()
                    .get()
                    .get(ENGINE)
                    .members();
        } catch (ExecutionException e) {
            return List.of(); // there is none yet, or the broker is looking for its coordinator
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Forgets how far the engine has read, and all that the broker has kept of its state. */
    void forget(Duration atMost) throws Exception {
        admin.deleteTopics(topicsOfItsOwn()).all().get();
        await("its topics are gone").atMost(atMost).until(() -> topicsOfItsOwn().isEmpty());
        // A static member that was closed stays in its group until its session is over.
        await("its group is gone")
                .atMost(atMost)
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> admin.deleteConsumerGroups(List.of(ENGINE)).all().get() == null);
    }

    private List<String> topicsOfItsOwn() throws ExecutionException, InterruptedException {
        return admin.listTopics().names().get().stream()
                .filter(topic -> topic.startsWith(ENGINE + "-"))
                .toList();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
