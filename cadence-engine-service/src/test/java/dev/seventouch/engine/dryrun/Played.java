package dev.seventouch.engine.dryrun;

import dev.seventouch.engine.definition.Reading;
import dev.seventouch.engine.definition.ScriptReader;
import dev.seventouch.engine.simulation.Calendar;
import dev.seventouch.engine.simulation.SampleLead;
import dev.seventouch.engine.simulation.Scenario;
import dev.seventouch.engine.simulation.Script;
import dev.seventouch.engine.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A plan in a directory, played for a lead. */
final class Played {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final String PLAN = """
            id: plan
            for: { source: website }
            time: { fallback: Europe/Berlin, quiet: ["12-24..01-06"] }
            limits: { release: 600/h }
            steps:
              - { key: welcome, email: welcome, reason: they asked }
              - { key: call, after: 1d, call: { say: "Ask; then listen, and write \\\\ down what they say about the roof.", minutes: 5 }, reason: a voice answers more }
              - { key: letter, after: 2d, when: { value: ">= 5000" }, letter: offer, reason: three figures }
              - { key: useful, after: 2d, email: { from: library } }
            then:
              - { key: later, every: 30d, email: { from: library } }
            """;
    private static final String ITEM = """
            ---
            subject: New rates
            kind: market
            reason: the rates changed
            ---
            They did.
            """;

    private Played() {}

    static Path plan(Path directory) throws IOException {
        Path plan = Files.writeString(directory.resolve("plan.yaml"), PLAN);
        Files.writeString(Files.createDirectories(directory.resolve("library")).resolve("rates.md"), ITEM);
        return plan;
    }

    static Calendar calendar(Path directory, String from, String until, String script) throws IOException {
        PlanFile plan = PlanFile.read(plan(directory), directory);
        Script read = script.isEmpty()
                ? Script.NONE
                : ((Reading.Read<Script>) ScriptReader.read(script, plan.keys())).definition();
        return Simulation.run(
                plan.world(),
                new Scenario(
                                SampleLead.of(plan.tried()),
                                LocalDateTime.parse(from).atZone(BERLIN).toInstant(),
                                LocalDateTime.parse(until).atZone(BERLIN).toInstant())
                        .with(read));
    }
}
