package dev.seventouch.benchmarks.report;

import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * Where a run took place.
 *
 * @param load how many threads wanted a processor, on average over the minute before the run
 */
public record Machine(int processors, String os, String java, double load) {

    /** This machine, as it is now. */
    public static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** What is to be said of a run that others had work for all of the machine before; empty if they had not. */
    public Optional<String> busyBefore() {
        return load > processors
                ? Optional.of("The machine was busy before the run began (a load of %.1f on %d processors)"
                        .formatted(load, processors))
                : Optional.empty();
    }
}
