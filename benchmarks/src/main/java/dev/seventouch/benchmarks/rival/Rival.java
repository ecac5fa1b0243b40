package dev.seventouch.benchmarks.rival;

import dev.seventouch.benchmarks.contest.Contestant;
import dev.seventouch.benchmarks.contest.Stage;
import dev.seventouch.benchmarks.engine.Broker;
import dev.seventouch.benchmarks.machine.Jvm;
import dev.seventouch.benchmarks.work.Cohort;
import dev.seventouch.benchmarks.work.Due;
import dev.seventouch.benchmarks.work.RivalWork;
import dev.seventouch.events.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A rival, seen from outside. A lead is kept once its row is committed. */
public final class Rival implements Contestant, AutoCloseable {
    private static final Duration AT_LEAST = Duration.ofMinutes(3);
    private static final int PER_SECOND = 100;
    private static final List<String> JVM_OPTIONS = List.of("-Xmx2g", "--enable-native-access=ALL-UNNAMED");

    private final Kind kind;
    private final Broker broker;
    private final Postgres postgres;
    private final Stage stage;
    private final Jvm.Running process;
    private long handedIn;

    public Rival(Kind kind, Broker broker, Postgres postgres, Stage stage, Path logs) {
        this.kind = kind;
        this.broker = broker;
        this.postgres = postgres;
        this.stage = stage;
        postgres.create(kind.key(), kind.tables());
        process = Jvm.running(
                        RivalProcess.class,
                        JVM_OPTIONS,
                        List.of(kind.name(), broker.bootstrapServers(), postgres.jdbcUrl(kind.key())),
                        logs.resolve(kind.key() + ".log"))
                .start();
    }

    /** The topic that leads for {@code kind} come in on. */
    public static NewTopic topicOf(Kind kind) {
        return new NewTopic(kind.key(), Topics.PARTITIONS, (short) 1);
    }

    @Override
    public String name() {
        return kind.title();
    }

    @Override
    public ProducerRecord<String, byte[]> atOnce(Cohort cohort, int index) {
        handedIn++;
        return RivalWork.now(kind.key(), cohort, index);
    }

    @Override
    public String topicOfTouchesAtOnce() {
        return Topics.TOUCHES.name();
    }

    @Override
    public String topicOfTouches() {
        return Topics.TOUCHES.name();
    }

    @Override
    public Duration touchAtOnce(Cohort cohort) {
        return stage.write(cohort, index -> atOnce(cohort, index), topicOfTouchesAtOnce())
                .took();
    }

    @Override
    public Optional<Duration> enrol(Cohort cohort, Due due) {
        return Optional.empty();
    }

    @Override
    public Duration plan(Cohort cohort, Due due) {
        List<ProducerRecord<String, byte[]>> made = IntStream.range(0, cohort.size())
                .mapToObj(index -> RivalWork.later(kind.key(), cohort, index, due))
                .toList();
        handedIn += cohort.size();
        long start = System.nanoTime();
        stage.inBulk().write(made);
        stage.patience()
                .until(
                        "all leads are kept by " + name(),
                        AT_LEAST.plusSeconds(cohort.size() / PER_SECOND),
                        () -> kept() == handedIn);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    // It commits its place on the topic after the rows.
    private long kept() {
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = broker.admin()
                    .listConsumerGroupOffsets(kind.key())
                    .partitionsToOffsetAndMetadata()
                    .get();
            return offsets.values().stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (ExecutionException e) {
            return 0; // the group does not exist yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public ProcessHandle worker() {
        return process.handle();
    }

    @Override
    public List<ProcessHandle> servers() {
        return List.of(postgres.process(), broker.process().handle());
    }

    @Override
    public long stateBytes() {
        return postgres.bytesOf(kind.key());
    }

    @Override
    public Optional<Ticks> ticks() {
        return Optional.empty();
    }

    public void verifyAlive() {
        process.verifyAlive();
    }

    @Override
    public void close() {
        process.close();
    }
}
