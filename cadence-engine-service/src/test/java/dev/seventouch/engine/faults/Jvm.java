package dev.seventouch.engine.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of its own on the class path of the tests, which can be killed and never outlives them. */
final class Jvm {
    private static final long SECONDS_TO_STOP = 60;

    private final Process process;
    private final Path log;

    private Jvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * @param main holds on to a {@link Lifeline}
     * @param log where it says what it has to say, after what an earlier one said
     */
    static Jvm start(Class<?> main, Path log, Map<String, String> environment, String... arguments) {
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    // What tests wait for most is starts.
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx1g",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    main.getName());
            builder.command().addAll(List.of(arguments));
            // Longer than a command line may be everywhere.
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            builder.environment().putAll(environment);
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new Jvm(process, log);
        } catch (IOException e) {
            throw new AssertionError("can't start " + main, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM. */
    void stop() {
        process.destroy();
        if (!awaitEnd()) {
            kill();
            throw new AssertionError("did not stop within " + SECONDS_TO_STOP + " s; its log is " + log);
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public String toString() {
        return (isAlive() ? "running" : "ended with " + process.exitValue()) + ", its log is " + log;
    }
}
