package dev.seventouch.benchmarks.contest;

import dev.seventouch.benchmarks.work.Cohort;
import dev.seventouch.benchmarks.work.Due;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Something that keeps leads until they are to be touched, and touches them then. It is spoken with by topics alone. */
public interface Contestant {
    String name();

    /** What hands a lead in that is to be touched at once. */
    ProducerRecord<String, byte[]> atOnce(Cohort cohort, int index);

    /** The topic on which such a touch is seen. */
    String topicOfTouchesAtOnce();

    /** The topic on which a touch is seen that was due later. */
    String topicOfTouches();

    /** Hands a cohort in, all of it to be touched at once; how long it took until all these touches could be read. */
    Duration touchAtOnce(Cohort cohort);

    /** The same, if it is needed before {@link #plan}. */
    Optional<Duration> enrol(Cohort cohort, Due due);

    /** Has a cohort wait for a touch when it is due; how long it took until nothing of that could be lost. */
    Duration plan(Cohort cohort, Due due);

    /** The process that does the work. */
    ProcessHandle worker();

    /** The broker, and the database if there is one: what the worker can't do without. */
    List<ProcessHandle> servers();

    /** What is kept on disk for the worker's sake. */
    long stateBytes();

    /** How often due touches have been looked for, and how long that took, if the worker tells. */
    Optional<Ticks> ticks();

    /** @param seconds all ticks together */
    record Ticks(double count, double seconds) {
        Ticks since(Ticks earlier) {
            return new Ticks(count - earlier.count, seconds - earlier.seconds);
        }
    }
}
