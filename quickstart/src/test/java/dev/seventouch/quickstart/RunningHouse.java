package dev.seventouch.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real thing in a process of its own, started as its user starts it. */
final class RunningHouse implements AutoCloseable {
    private static final Path LAUNCHER =
            Path.of(System.getProperty("seventouch.root")).normalize().resolve("seventouch");

    private final Process process;
    private final Client client;

    private RunningHouse(Process process, Client client) {
        this.process = process;
        this.client = client;
    }

    Client client() {
        return client;
    }

    /** What ended by itself said on its standard error, and its exit code. */
    record Refusal(int exitCode, List<String> lines) {}

    static RunningHouse start(Path data, int offset, String... more) throws IOException {
        return start(data, offset, Map.of(), more);
    }

    /** @param environment settings beside those of the machine */
    static RunningHouse start(Path data, int offset, Map<String, String> environment, String... more)
            throws IOException {
        long began = System.nanoTime();
        ProcessBuilder builder = launch(data, offset, more).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader output = process.inputReader(UTF_8);
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.equals("Seventouch is ready")) {
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                System.out.printf("ready after %.1f s%n", took.toMillis() / 1000.0);
                String key = Files.readString(data.resolve("operator.key")).strip();
                return new RunningHouse(process, new Client(Ports.movedBy(offset), key));
            }
        }
        throw new IOException("it ended before it was ready: " + said);
    }

    static Refusal refusal(Path data, int offset, String... more) throws Exception {
        Process process = launch(data, offset, more)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = process.errorReader(UTF_8).lines().toList();
        return new Refusal(process.waitFor(), lines);
    }

    /** What a command of the launcher said, on both its outputs, and its exit code. */
    static Refusal command(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SEVENTOUCH_AS_BUILT", "yes");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        List<String> lines = process.inputReader(UTF_8).lines().toList();
        return new Refusal(process.waitFor(), lines);
    }

    private static ProcessBuilder launch(Path data, int offset, String... more) {
        List<String> command = new ArrayList<>(
                List.of(LAUNCHER.toString(), "up", "--data", data.toString(), "--port-offset", "" + offset));
        command.addAll(Arrays.asList(more));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SEVENTOUCH_AS_BUILT", "yes");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as Ctrl-C is; how long it took to end. */
    Duration stop() throws InterruptedException {
        long began = System.nanoTime();
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("stops").isTrue();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        client.close();
    }
}
