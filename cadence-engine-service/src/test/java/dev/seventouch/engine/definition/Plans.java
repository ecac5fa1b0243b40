package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Cadence;
import java.util.List;

/** A plan without mistakes, and what comes of changing it. */
final class Plans {
    static final String PLAN = """
            id: plan
            for: { source: website }
            time: { days: mon-fri, hours: "09:00-17:30", fallback: Europe/Berlin }
            limits: { gap: 20h, per-week: 3 }
            steps:
              - key: welcome
                email: welcome
                reason: they asked
              - key: call
                after: 1d
                call: { say: "Ask", minutes: 3 }
              - key: offer
                after: 3d
                letter: offer
                reason: it is due
            then:
              - { key: year, every: 30d, until: 365d, email: { from: library } }
              - { key: later, every: 90d, rotate: [ { email: { from: library } }, { call: { from: library } } ] }
            seasons:
              - { key: winter, date: 12-05..12-16, card: { from: library } }
            """;

    private Plans() {}

    /** The plan with {@code changed} for {@code original}, which is in it once. In both, ↵ is the end of a line. */
    static String with(String original, String changed) {
        String found = original.replace("↵", "\n");
        int at = PLAN.indexOf(found);
        if (at < 0 || at != PLAN.lastIndexOf(found)) {
            throw new IllegalArgumentException("\"" + original + "\" is not in the plan, or more than once");
        }
        return PLAN.replace(found, changed.replace("↵", "\n"));
    }

    static Cadence read(String yaml) {
        return switch (CadenceReader.read(yaml, 1)) {
            case Reading.Read<Cadence>(var cadence) -> cadence;
            case Reading.Broken<Cadence>(var problems) -> throw new AssertionError(problems);
        };
    }

    /** Each as {@code line:column words}. */
    static List<String> mistakes(String yaml) {
        return switch (CadenceReader.read(yaml, 1)) {
            case Reading.Read<Cadence>(var cadence) -> throw new AssertionError("read " + cadence);
            case Reading.Broken<Cadence>(var problems) ->
                problems.stream().map(Plans::brief).toList();
        };
    }

    static String brief(Problem problem) {
        return problem.line() + ":" + problem.column() + " " + problem.message();
    }
}
