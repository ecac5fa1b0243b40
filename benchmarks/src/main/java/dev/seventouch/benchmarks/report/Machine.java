package dev.seventouch.benchmarks.report;

import java.lang.management.ManagementFactory;

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

    /** Whether others had work for all of it. */
    public boolean isBusy() {
        return load > processors;
    }
}
