package dev.seventouch.benchmarks.contest;

import dev.seventouch.benchmarks.work.Cohort;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Leads that nobody has seen before in this run. */
public final class Cohorts {
    private final AtomicInteger last = new AtomicInteger();

    public Cohort next(int size) {
        return new Cohort(last.incrementAndGet(), size);
    }

    /** So many leads, in cohorts of {@link Sizes#SLICE} and a rest. */
    List<Cohort> sliced(int leads) {
        List<Cohort> slices = new ArrayList<>();
        for (int left = leads; left > 0; left -= Sizes.SLICE) {
            slices.add(next(Math.min(left, Sizes.SLICE)));
        }
        return slices;
    }
}
