package dev.seventouch.benchmarks.report;

/**
 * Something that is measured.
 *
 * @param unit as in {@code 1/s} or {@code ms}
 */
public record Measure(String name, String unit, Better better) {

    /** Which of two figures is the better one. */
    public enum Better {
        MORE,
        LESS
    }

    public static Measure rate(String name) {
        return new Measure(name, "1/s", Better.MORE);
    }

    public static Measure cost(String name, String unit) {
        return new Measure(name, unit, Better.LESS);
    }

    /** How many times {@code mine} is better than {@code other}. */
    double timesBetter(double mine, double other) {
        return switch (better) {
            case MORE -> mine / other;
            case LESS -> other / mine;
        };
    }
}
