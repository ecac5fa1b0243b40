package dev.seventouch.benchmarks.rival;

import java.util.List;

/** Keeps jobs, and sends each once it is due. */
interface Keeper extends AutoCloseable {

    /** Returns once all are committed. */
    void keep(List<Job> jobs);

    @Override
    void close();
}
