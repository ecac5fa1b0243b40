package dev.seventouch.benchmarks.engine;

import dev.seventouch.benchmarks.machine.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A service as it is built, taken apart as its container image does it.
 *
 * @param arguments to the application, such as {@code --seventouch.engine.threads=2}
 */
public record ServiceApp(Path jar, List<String> jvmOptions, List<String> arguments) {
    private static final List<String> JVM_OPTIONS =
            List.of("-Xmx2g", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    private static final int SECONDS_TO_EXTRACT = 60;

    /**
     * @param root of the project, which is built
     * @param module of the service, such as {@code mailer-service}
     * @param directory that the application is extracted to
     */
    public static ServiceApp of(
            Path root, String module, Path directory, List<String> moreJvmOptions, List<String> arguments) {
        Path built = applicationIn(root.resolve(module).resolve("target"));
        Directories.made(directory);
        try {
            Process extraction = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Djarmode=tools",
                            "-jar",
                            built.toString(),
                            "extract",
                            "--destination",
                            directory.toString())
                    .inheritIO()
                    .start();
            if (!extraction.waitFor(SECONDS_TO_EXTRACT, TimeUnit.SECONDS) || extraction.exitValue() != 0) {
                extraction.destroyForcibly();
                throw new IllegalStateException(built + " can't be extracted");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        List<String> jvmOptions = new ArrayList<>(JVM_OPTIONS);
        jvmOptions.addAll(moreJvmOptions);
        return new ServiceApp(directory.resolve(built.getFileName()), List.copyOf(jvmOptions), List.copyOf(arguments));
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
