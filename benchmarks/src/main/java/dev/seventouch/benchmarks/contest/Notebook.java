package dev.seventouch.benchmarks.contest;

import dev.seventouch.benchmarks.contest.Measures.PerLead;
import dev.seventouch.benchmarks.report.Figures;
import dev.seventouch.benchmarks.report.Measure;
import java.time.Duration;

/** The figures of one contestant. */
record Notebook(String contestant, Figures figures) {

    void add(Measure measure, double value) {
        figures.add(contestant, measure, value);
    }

    void rate(PerLead measures, long leads, Duration time) {
        add(measures.rate(), leads * 1e9 / time.toNanos());
    }

    void effort(PerLead measures, long leads, Effort effort) {
        add(measures.worker(), effort.worker().toNanos() / 1e3 / leads);
        add(measures.servers(), effort.servers().toNanos() / 1e3 / leads);
    }

    /** @param note something to be known of this contestant when reading its figures */
    void note(String note) {
        figures.note(contestant + " " + note);
    }
}
