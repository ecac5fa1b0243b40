package dev.seventouch.benchmarks;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.definition.CadenceReader;
import dev.seventouch.engine.definition.Campaigns;
import dev.seventouch.engine.definition.Reading;
import dev.seventouch.engine.simulation.Line;
import dev.seventouch.engine.simulation.SampleLead;
import dev.seventouch.engine.simulation.Simulation;
import dev.seventouch.events.lead.Lead;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The pure core at work: the shipped website cadence, played for one lead. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DryRunBenchmark {
    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");

    @Param({"2", "10"})
    public int years;

    private final Campaigns campaigns = Campaigns.in(Path.of(System.getProperty("seventouch.campaigns", "campaigns")));
    private final Library library = new Library(campaigns.items());
    private final Cadence cadence = websiteEnquiry(campaigns);
    private final Lead lead = SampleLead.of(cadence);

    @Benchmark
    public List<Line> oneLead() {
        return Simulation.run(cadence, library, lead, START, START.plus(Duration.ofDays(365L * years)));
    }

    private static Cadence websiteEnquiry(Campaigns campaigns) {
        String yaml = campaigns.cadences().stream()
                .filter(file -> file.id().equals("website-enquiry"))
                .findFirst()
                .orElseThrow()
                .yaml();
        return switch (CadenceReader.read(yaml, 1)) {
            case Reading.Read<Cadence>(var read) -> read;
            case Reading.Broken<Cadence>(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }
}
