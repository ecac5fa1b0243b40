package dev.seventouch.benchmarks.report;

import java.util.Collection;
import java.util.List;

/** The value below which a share of all values lies. */
public final class Quantile {
    private Quantile() {}

    /** @param share 0.5 for the median, 0.99 for the value that one of a hundred exceeds */
    public static double of(double share, Collection<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = (int) Math.ceil(place);
        return sorted.get(below) + (sorted.get(above) - sorted.get(below)) * (place - below);
    }
}
