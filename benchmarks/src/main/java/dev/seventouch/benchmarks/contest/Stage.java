package dev.seventouch.benchmarks.contest;

import dev.seventouch.benchmarks.machine.Patience;
import dev.seventouch.benchmarks.wire.Sightings;
import dev.seventouch.benchmarks.wire.Tally;
import dev.seventouch.benchmarks.wire.Writer;
import dev.seventouch.benchmarks.work.Cohort;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What contestants are handed their work with, and watched with. */
public record Stage(Cohorts cohorts, Writer inBulk, Writer oneByOne, Sightings sightings, Patience patience)
        implements AutoCloseable {

    /** @param topics on which touches and plans are seen */
    public static Stage at(String bootstrapServers, List<String> topics, Patience patience) {
        return new Stage(
                new Cohorts(),
                Writer.inBulk(bootstrapServers),
                Writer.oneByOne(bootstrapServers),
                Sightings.of(bootstrapServers, topics),
                patience);
    }

    /** @param took from the first record written to the last one seen */
    public record Seen(Tally tally, Duration took) {}

    /** Writes one record for each lead of a cohort, all of them made before the clock starts, and waits for what follows. */
    public Seen write(Cohort cohort, IntFunction<ProducerRecord<String, byte[]>> records, String seenOn) {
        List<ProducerRecord<String, byte[]>> made =
                IntStream.range(0, cohort.size()).mapToObj(records).toList();
        Tally tally = sightings.expect(seenOn, cohort);
        long start = System.nanoTime();
        inBulk.write(made);
        tally.await(patience);
        sightings.forget(seenOn, cohort);
        return new Seen(tally, Duration.ofNanos(tally.last() - start));
    }

    @Override
    public void close() {
        sightings.close();
        oneByOne.close();
        inBulk.close();
    }
}
