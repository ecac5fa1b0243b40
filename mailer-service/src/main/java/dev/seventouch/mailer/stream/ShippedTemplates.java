package dev.seventouch.mailer.stream;

import dev.seventouch.mailer.lint.PublishingGate;
import dev.seventouch.service.stream.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the templates of a directory that are new or have changed since they were published, before any touch is heard. One that is refused is
 * left out with its reason; the others go on.
 */
public final class ShippedTemplates implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ShippedTemplates.class);
    private static final String ENDING = ".ftl";
    private static final String LAYOUT = "layout";

    private final Path directory;
    private final PublishingGate gate;
    private volatile boolean running;

    public ShippedTemplates(Path directory, PublishingGate gate) {
        this.directory = directory;
        this.gate = gate;
    }

    @Override
    public void start() {
        running = true;
        if (!Files.isDirectory(directory)) {
            log.warn("there are no templates in {}", directory.toAbsolutePath());
            return;
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
            // A frame before what is put into it.
            all.stream().filter(ShippedTemplates::isLayout).forEach(this::publishPatiently);
            all.stream().filter(file -> !isLayout(file)).forEach(this::publishPatiently);
        } catch (IOException e) {
            throw new UncheckedIOException("the templates in " + directory.toAbsolutePath() + " can't be listed", e);
        }
    }

    private static boolean isLayout(Path file) {
        return file.getFileName().toString().startsWith(LAYOUT);
    }

    private void publishPatiently(Path file) {
        Patience.untilTheLogAnswers(() -> publish(file));
    }

    private void publish(Path file) {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ENDING.length());
        try {
            switch (gate.publishFile(id, Files.readString(file))) {
                case PublishingGate.Answer.Published(var version) ->
                    log.info("template {} is at version {}", id, version);
                case PublishingGate.Answer.Refused(var whys) -> log.error("{} is not published: {}", file, whys);
            }
        } catch (IOException e) {
            log.error("{} is not published: it can't be read as UTF-8 text", file, e);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DefinitionFollower.PHASE + 1;
    }
}
