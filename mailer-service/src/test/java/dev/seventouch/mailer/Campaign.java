package dev.seventouch.mailer;

import dev.seventouch.mailer.template.Sender;
import dev.seventouch.mailer.template.TemplateShelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The templates that are shipped. */
public final class Campaign {

    public static final Path DIRECTORY = Path.of("..", "campaigns");
    public static final Sender SENDER = new Sender(
            "Nordlicht Solar", "hello@nordlicht.example", "Nordlicht Solar GmbH, Hafenstraße 7, 24103 Kiel, Germany");

    private Campaign() {}

    public static Map<String, String> templates() {
        Map<String, String> templates = new TreeMap<>();
        try (Stream<Path> files = Files.list(DIRECTORY.resolve("templates"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".ftl")).toList()) {
                templates.put(file.getFileName().toString().replace(".ftl", ""), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return templates;
    }

    public static TemplateShelf shelf() {
        TemplateShelf shelf = new TemplateShelf();
        templates().forEach((id, source) -> {
            String setAside = shelf.put(id, 1, source).setAside();
            if (setAside != null) {
                throw new IllegalStateException(id + ": " + setAside);
            }
        });
        return shelf;
    }
}
