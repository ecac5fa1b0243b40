package dev.seventouch.engine.definition;

import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a library item: fields between two lines of hyphens, then its paragraphs. */
public final class LibraryReader {
    private static final String FENCE = "---";
    private static final int USUAL_PRIORITY = 5;

    private final Problems problems = new Problems(1);

    private LibraryReader() {}

    /** @param id the item's id, from the name of its file */
    public static Reading<LibraryItem> read(String id, String text) {
        List<String> lines = text.lines().toList();
        int end = lines.isEmpty() || !lines.getFirst().equals(FENCE)
                ? -1
                : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end < 1) {
            return new Reading.Broken<>(
                    List.of(new Problem(1, 1, "an item begins with its fields between two lines of \"---\"")));
        }
        String body = String.join("\n", lines.subList(end + 1, lines.size())).strip();
        LibraryReader reader = new LibraryReader();
        return Yaml.read(
                String.join("\n", lines.subList(1, end)), 1, reader.problems, root -> reader.item(id, root, body));
    }

    private @Nullable LibraryItem item(String id, Node root, String body) {
        try {
            Values.id(id);
        } catch (IllegalArgumentException e) {
            problems.at(root, "the file's name is the item's id: " + e.getMessage());
        }
        Fields fields = Fields.of(
                root, Set.of("subject", "kind", "reason", "topics", "channels", "from", "until", "priority"), problems);
        String subject = fields.required("subject", "What the new feed-in rates mean for you")
                .orElse("");
        String reason =
                fields.required("reason", "the rates changed this month").orElse("");
        fields.required("kind", "market");
        LibraryItem.Reason kind =
                fields.value("kind", LibraryItem.Reason.OTHER, text -> Values.oneOf(LibraryItem.Reason.class, text));
        EnumSet<Channel> channels = EnumSet.noneOf(Channel.class);
        for (String channel : fields.texts("channels")) {
            try {
                channels.add(Values.oneOf(Channel.class, channel));
            } catch (IllegalArgumentException e) {
                problems.at(fields.place("channels"), "\"" + channel + "\": " + e.getMessage());
            }
        }
        Integer priority = fields.value("priority", USUAL_PRIORITY, Values::count);
        LocalDate from = fields.value("from", null, Values::date);
        LocalDate until = fields.value("until", null, Values::date);
        if (body.isEmpty()) {
            problems.at(root, "an item has at least one paragraph under its fields");
        }
        if (!problems.isEmpty() || kind == null || priority == null) {
            return null;
        }
        return new LibraryItem(
                id, subject, body, kind, reason, Set.copyOf(fields.texts("topics")), channels, from, until, priority);
    }
}
