package dev.seventouch.engine.definition;

import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a library item: fields between two lines of hyphens, then its paragraphs. */
public final class LibraryReader {
    private static final List<String> FIELDS =
            List.of("subject", "kind", "reason", "topics", "channels", "for", "from", "until", "priority", "facts");
    private static final String FENCE = "---";
    private static final int USUAL_PRIORITY = 5;

    private LibraryReader() {}

    /** @param id the item's id, from the name of its file */
    public static Reading<LibraryItem> read(String id, String text) {
        if (text.length() > Yaml.LARGEST) {
            return broken("this is too long; expected at most 1 MiB");
        }
        List<String> lines = text.lines().toList();
        int end = lines.isEmpty() || !lines.getFirst().equals(FENCE)
                ? -1
                : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end < 1) {
            return broken("an item begins with its fields between two lines of \"---\"");
        }
        String body = String.join("\n", lines.subList(end + 1, lines.size())).strip();
        return Yaml.read(
                String.join("\n", lines.subList(1, end)), 1, (root, problems) -> item(id, root, body, problems));
    }

    private static Reading<LibraryItem> broken(String message) {
        return new Reading.Broken<>(List.of(new Problem(1, 1, message)));
    }

    private static @Nullable LibraryItem item(String id, Node root, String body, Problems problems) {
        try {
            Values.id(id);
        } catch (IllegalArgumentException e) {
            problems.at(root, "the file's name is the item's id: " + e.getMessage());
        }
        if (body.isEmpty()) {
            problems.at(root, "an item has at least one paragraph under its fields");
        }
        Fields fields = Fields.of(root, FIELDS, problems);
        fields.require("subject", "What the new feed-in rates mean for you");
        fields.require("kind", "market");
        fields.require("reason", "the rates changed this month");
        Optional<String> subject = fields.value("subject", LibraryReader::line);
        Optional<LibraryItem.Reason> kind = fields.value("kind", text -> Values.oneOf(LibraryItem.Reason.class, text));
        Optional<String> reason = fields.text("reason");
        Set<String> topics = Set.copyOf(fields.values("topics", topic -> topic));
        Set<Channel> channels = Set.copyOf(fields.values("channels", text -> Values.oneOf(Channel.class, text)));
        LocalDate from = fields.value("from", Times::date).orElse(null);
        LocalDate until = fields.value("until", Times::date).orElse(null);
        if (from != null && until != null && until.isBefore(from)) {
            problems.at(fields.place("until"), "the last day is before the first, " + from);
        }
        int priority = fields.value("priority", USUAL_PRIORITY, Values::count);
        Map<String, Set<String>> audience = new AudienceReader(problems).read(fields);
        Map<String, String> facts = facts(fields, problems);
        return problems.isEmpty() && subject.isPresent() && kind.isPresent() && reason.isPresent()
                ? new LibraryItem(
                        id,
                        subject.get(),
                        body,
                        kind.get(),
                        reason.get(),
                        topics,
                        channels,
                        from,
                        until,
                        priority,
                        audience,
                        facts)
                : null;
    }

    private static Map<String, String> facts(Fields item, Problems problems) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (item.has("facts")) {
            Fields byIndustry = Fields.named(item.place("facts"), "industry", problems);
            for (String industry : byIndustry.names()) {
                byIndustry
                        .value(industry, LibraryReader::line)
                        .ifPresent(fact -> putFact(industry, fact, byIndustry, problems, facts));
            }
        }
        return facts;
    }

    private static void putFact(
            String industry, String fact, Fields byIndustry, Problems problems, Map<String, String> facts) {
        if (facts.putIfAbsent(industry.strip().toLowerCase(Locale.ROOT), fact) != null) {
            problems.at(byIndustry.key(industry), "this industry is here a second time: case makes no difference");
        }
    }

    private static String line(String text) {
        if (text.contains("\n")) {
            throw new IllegalArgumentException("expected a single line");
        }
        return text;
    }
}
