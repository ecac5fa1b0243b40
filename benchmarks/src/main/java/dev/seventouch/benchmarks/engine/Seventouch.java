package dev.seventouch.benchmarks.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.benchmarks.contest.Contestant;
import dev.seventouch.benchmarks.contest.Stage;
import dev.seventouch.benchmarks.machine.Weight;
import dev.seventouch.benchmarks.work.Cohort;
import dev.seventouch.benchmarks.work.Due;
import dev.seventouch.benchmarks.work.HouseWork;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The engine. An enrollment is kept once its first touch can be read; its next touch once that is on the schedule. */
public final class Seventouch implements Contestant, AutoCloseable {
    private static final Duration MAY_BE_OFF = Duration.ofSeconds(2);

    private final EngineProcess process;
    private final Broker broker;
    private final Stage stage;

    /** Starts the engine; {@link #awaitHealthy} says when it is there. */
    public Seventouch(ServiceApp application, Broker broker, Stage stage, Path directory, Path logs) {
        this.process = new EngineProcess(application, broker, directory, logs);
        this.broker = broker;
        this.stage = stage;
    }

    /** The topics on which it is seen what the engine has done. */
    public static List<String> topics() {
        return List.of(Topics.FIRST_TOUCHES.name(), Topics.TOUCHES.name(), Topics.SCHEDULE.name());
    }

    public void awaitHealthy() {
        process.awaitHealthy(stage.patience());
    }

    EngineProcess process() {
        return process;
    }

    @Override
    public String name() {
        return "Seventouch";
    }

    @Override
    public ProducerRecord<String, byte[]> atOnce(Cohort cohort, int index) {
        return HouseWork.captured(cohort, index, new Due.InAMonth());
    }

    @Override
    public String topicOfTouchesAtOnce() {
        return Topics.FIRST_TOUCHES.name();
    }

    @Override
    public String topicOfTouches() {
        return Topics.TOUCHES.name();
    }

    @Override
    public Duration touchAtOnce(Cohort cohort) {
        return captured(cohort, new Due.InAMonth());
    }

    @Override
    public Optional<Duration> enrol(Cohort cohort, Due due) {
        return Optional.of(captured(cohort, due));
    }

    private Duration captured(Cohort cohort, Due due) {
        return stage.write(cohort, index -> HouseWork.captured(cohort, index, due), Topics.FIRST_TOUCHES.name())
                .took();
    }

    @Override
    public Duration plan(Cohort cohort, Due due) {
        Stage.Seen seen =
                stage.write(cohort, index -> HouseWork.handedOver(cohort, index, due), Topics.SCHEDULE.name());
        // One that was planned too late is spread over what is left of its day.
        if (due instanceof Due.Together(var at) && Instant.now().isBefore(at)) {
            verifyTogether(at, seen.tally().sample());
        }
        return seen.took();
    }

    /** Otherwise it would be measured how the engine spreads touches, not how fast it lets them go. */
    private static void verifyTogether(Instant wanted, byte[] scheduled) {
        if (!(Topics.SCHEDULE.decode(scheduled)
                        instanceof Decoded.Readable<ScheduleEvent>(ScheduleEvent.Planned planned))
                || Duration.between(wanted, planned.dueAt()).abs().compareTo(MAY_BE_OFF) > 0) {
            throw new IllegalStateException(
                    "wanted all touches due at " + wanted + ", but the schedule has " + new String(scheduled, UTF_8));
        }
    }

    @Override
    public ProcessHandle worker() {
        return process.running().handle();
    }

    @Override
    public List<ProcessHandle> servers() {
        return List.of(broker.process().handle());
    }

    @Override
    public long stateBytes() {
        return Weight.bytesUnder(process.state()) + broker.bytesOf(topic -> topic.endsWith("-changelog"));
    }

    @Override
    public Optional<Ticks> ticks() {
        return process.ticks();
    }

    public void verifyAlive() {
        process.running().verifyAlive();
    }

    @Override
    public void close() {
        process.close();
    }
}
