package dev.seventouch.benchmarks.report;

import java.util.ArrayList;
import java.util.List;

/** One measure of one contestant, taken several times. */
final class Samples {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    List<Double> values() {
        return List.copyOf(values);
    }

    double median() {
        return Quantile.of(0.5, values);
    }

    double least() {
        return Quantile.of(0, values);
    }

    double most() {
        return Quantile.of(1, values);
    }
}
