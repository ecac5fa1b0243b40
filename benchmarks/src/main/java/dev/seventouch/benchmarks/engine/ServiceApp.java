package dev.seventouch.benchmarks.engine;

import dev.seventouch.benchmarks.machine.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * A service as it is built, taken apart and started as its container image does it.
 *
 * @param arguments to the application, such as {@code --seventouch.engine.threads=2}
 */
public record ServiceApp(Path jar, List<String> jvmOptions, List<String> arguments) {
    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx2g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    /** What each service asks for before it looks for anybody. */
    private static final Map<String, String> NOBODY = Map.of(
            "SEVENTOUCH_KAFKA", "localhost:1",
            "SEVENTOUCH_MONGODB", "mongodb://localhost:1/?serverSelectionTimeoutMS=1000",
            "SEVENTOUCH_OPERATOR_KEY", "nobody's key",
            "SEVENTOUCH_LINKS_KEYS", "nobody's key",
            "SEVENTOUCH_LINKS_BASE", "http://localhost",
            "SEVENTOUCH_INTAKE_IDENTITY_KEY", "nobody's key");

    private static final int SECONDS_TO_RUN = 120;

    /**
     * @param root of the project, which is built
     * @param module of the service, such as {@code mailer-service}
     * @param directory that the application is extracted to
     */
    public static ServiceApp of(
            Path root, String module, Path directory, List<String> moreJvmOptions, List<String> arguments) {
        Path built = applicationIn(root.resolve(module).resolve("target"));
        Directories.made(directory);
        Path log = directory.resolveSibling(directory.getFileName() + ".log");
        run(
                log,
                Map.of(),
                List.of("-Djarmode=tools", "-jar", built.toString(), "extract", "--destination", directory.toString()),
                status -> status == 0);
        Path jar = directory.resolve(built.getFileName());
        List<String> jvmOptions = new ArrayList<>(JVM_OPTIONS);
        jvmOptions.addAll(moreJvmOptions);
        jvmOptions.add("-XX:AOTCache=" + remembered(jar, jvmOptions, log));
        return new ServiceApp(jar, List.copyOf(jvmOptions), List.copyOf(arguments));
    }

    /** What the JVM loads for the application, from one run that finds nobody and gives up. */
    private static Path remembered(Path jar, List<String> jvmOptions, Path log) {
        Path cache = jar.resolveSibling("app.aot");
        List<String> command = new ArrayList<>(jvmOptions);
        command.addAll(
                List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh", "-jar", jar.toString()));
        run(log, NOBODY, command, _ -> Files.exists(cache));
        return cache;
    }

    private static void run(Path log, Map<String, String> environment, List<String> arguments, IntPredicate isDone) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(SECONDS_TO_RUN, TimeUnit.SECONDS) || !isDone.test(process.exitValue())) {
                process.destroyForcibly();
                throw new IllegalStateException("this came to nothing, see " + log + ": " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The same, started with more options of the JVM. */
    public ServiceApp with(List<String> moreJvmOptions) {
        List<String> all = new ArrayList<>(jvmOptions);
        all.addAll(moreJvmOptions);
        return new ServiceApp(jar, List.copyOf(all), arguments);
    }

    private static Path applicationIn(Path target) {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is no application in " + target));
        } catch (IOException e) {
            throw new UncheckedIOException(target + " is not there: the service is not built", e);
        }
    }
}
