package dev.seventouch.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How to start a Java process of our own. It is ended when this one ends.
 *
 * @param options for the JVM, then what it is to run and its arguments
 * @param log where its standard output and error go, one after the other over several starts
 */
public record Jvm(String name, List<String> options, Map<String, String> environment, Path log) {
    private static final Duration TO_STOP = Duration.ofSeconds(20);

    /** A program of the benchmarks' own, on their class path. */
    public static Jvm running(Class<?> main, List<String> options, List<String> arguments, Path log) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        all.addAll(arguments);
        return new Jvm(main.getSimpleName(), all, Map.of(), log);
    }

    public Running start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new Running(this, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be started", e);
        }
    }

    /** A process that was started here, and only such a one is ever ended here. */
    public static final class Running implements AutoCloseable {
        private final Jvm jvm;
        private final Process process;
        private final Thread atExit;

        private Running(Jvm jvm, Process process) {
            this.jvm = jvm;
            this.process = process;
            this.atExit = new Thread(process::destroyForcibly, "ends " + jvm.name());
            Runtime.getRuntime().addShutdownHook(atExit);
        }

        public ProcessHandle handle() {
            return process.toHandle();
        }

        /** @throws IllegalStateException if it has ended, which nobody asked for */
        public void verifyAlive() {
            if (!process.isAlive()) {
                throw new IllegalStateException(jvm.name() + " ended with code " + process.exitValue()
                        + "; its last words are in " + jvm.log());
            }
        }

        /** As {@code kill -9} does. */
        public void kill() {
            end(process::destroyForcibly);
        }

        @Override
        public void close() {
            end(process::destroy);
        }

        private void end(Runnable how) {
            try {
                how.run();
                if (!process.waitFor(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly().waitFor();
                }
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            } catch (IllegalStateException e) {
                // the JVM is going down, and the hook with it
            }
        }
    }
}
