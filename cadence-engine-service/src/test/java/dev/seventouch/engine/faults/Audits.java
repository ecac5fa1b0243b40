package dev.seventouch.engine.faults;

import dev.seventouch.events.wire.Topics;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the engines' audits tell.
 *
 * @param rounds by partition, how many have ended at whichever engine had it
 */
record Audits(Map<String, Double> rounds, double orphans) {
    private static final Pattern FIGURE = Pattern.compile(
            "^seventouch_engine_(audits_total|orphans)\\{.*partition=\"(\\d+)\".*} (\\S+)$", Pattern.MULTILINE);

    static Audits of(List<Engine> engines) {
        Map<String, Double> rounds = new HashMap<>();
        double orphans = 0;
        for (Engine engine : engines) {
            Matcher figures = FIGURE.matcher(figures(engine));
            while (figures.find()) {
                double figure = Double.parseDouble(figures.group(3));
                if (figures.group(1).equals("orphans")) {
                    orphans += figure;
                } else {
                    rounds.merge(figures.group(2), figure, Double::sum);
                }
            }
        }
        return new Audits(rounds, orphans);
    }

    private static String figures(Engine engine) {
        try {
            return engine.get("/actuator/prometheus").body();
        } catch (IOException e) {
            throw new AssertionError(engine.instance() + " does not answer", e);
        }
    }

    /** Whether each partition has been audited so often since. */
    boolean areAhead(Audits before, int times) {
        return rounds.size() == Topics.PARTITIONS
                && rounds.entrySet().stream()
                        .allMatch(one -> one.getValue() >= before.rounds.getOrDefault(one.getKey(), 0.0) + times);
    }
}
