package dev.seventouch.mailer;

import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.mailer.template.Sender;
import dev.seventouch.mailer.template.TemplateShelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The templates that are shipped. */
public final class Campaign {

    public static final Path DIRECTORY = Path.of("..", "campaigns");
    public static final Sender SENDER = new Sender(
            "Nordlicht Solar", "hello@nordlicht.example", "Nordlicht Solar GmbH, Hafenstraße 7, 24103 Kiel, Germany");

    private static final Pattern SAID = Pattern.compile("\\bsay: \"([^\"]+)\"");

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

    /** The library's items that go by mail. */
    public static List<LibraryItem> mailedItems() {
        return itemsFor(Channel.EMAIL);
    }

    /** The library's items that go by that channel. */
    public static List<LibraryItem> itemsFor(Channel channel) {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve("library"))) {
            List<LibraryItem> items = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String[] parts = Files.readString(file).split("(?m)^---\\R", 3);
                if (fact(parts[1], "channels").contains(channel.name().toLowerCase(Locale.ROOT))) {
                    items.add(new LibraryItem(
                            file.getFileName().toString().replace(".md", ""),
                            fact(parts[1], "subject"),
                            parts[2],
                            LibraryItem.Reason.valueOf(fact(parts[1], "kind").toUpperCase(Locale.ROOT)),
                            fact(parts[1], "reason"),
                            Set.of(),
                            EnumSet.of(channel),
                            null,
                            null,
                            1,
                            Map.of()));
                }
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of an item of the library. */
    public record Item(String subject, String reason, String body) {}

    public static List<String> items() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve("library"))) {
            return files.map(file -> file.getFileName().toString().replace(".md", ""))
                    .sorted()
                    .toList();
        }
    }

    public static Item item(String id) throws IOException {
        String[] parts = Files.readString(DIRECTORY.resolve("library").resolve(id + ".md"))
                .split("(?m)^---\\R", 3);
        return new Item(fact(parts[1], "subject"), fact(parts[1], "reason"), parts[2]);
    }

    /** What the cadences ask people to do, each with the file that says it. */
    public static Map<String, String> tasks() throws IOException {
        Map<String, String> tasks = new TreeMap<>();
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                SAID.matcher(Files.readString(file))
                        .results()
                        .forEach(hit ->
                                tasks.put(hit.group(1), file.getFileName().toString()));
            }
        }
        return tasks;
    }

    private static String fact(String front, String name) {
        return front.lines()
                .filter(line -> line.startsWith(name + ":"))
                .findFirst()
                .orElseThrow()
                .substring(name.length() + 1)
                .replaceAll("^\\s*\"?|\"?\\s*$", "");
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
