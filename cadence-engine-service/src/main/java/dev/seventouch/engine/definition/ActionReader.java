package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads what a touch is: {@code email: welcome}, {@code call: { say: … }}, {@code letter: { from: library }}. */
final class ActionReader {
    /** The template that frames a library item, unless the author names another. */
    private static final String USUAL_FRAME = "library-item";

    private final Problems problems;

    ActionReader(Problems problems) {
        this.problems = problems;
    }

    /** The fields of a touch, and {@code more}. */
    static Set<String> with(String... more) {
        Set<String> names = new TreeSet<>(Arrays.asList(more));
        names.add("reason");
        Arrays.stream(Channel.values()).map(Values::word).forEach(names::add);
        return names;
    }

    Optional<Action> read(Node entry, Fields fields) {
        List<Channel> channels = Arrays.stream(Channel.values())
                .filter(channel -> fields.has(Values.word(channel)))
                .toList();
        if (channels.size() != 1) {
            problems.at(
                    entry,
                    channels.isEmpty()
                            ? "a touch needs a channel: one of " + String.join(", ", words())
                            : "a touch has one channel; found "
                                    + channels.stream().map(Values::word).toList());
            return Optional.empty();
        }
        Channel channel = channels.getFirst();
        Node value = fields.node(Values.word(channel)).orElseThrow();
        Optional<String> reason = fields.text("reason");
        if (value instanceof ScalarNode scalar) {
            return fixed(entry, channel, scalar.getValue(), reason);
        }
        Fields detail = Fields.of(value, Set.of("from", "topics", "template", "say", "minutes"), problems);
        if (detail.has("from")) {
            return fromLibrary(channel, detail);
        }
        if (detail.has("say")) {
            Integer minutes = detail.value("minutes", null, Values::count);
            return detail.text("say")
                    .map(say -> new Action.Fixed(channel, Content.say(say, minutes), reason.orElse(say)));
        }
        return detail.required("template", "welcome").flatMap(template -> fixed(entry, channel, template, reason));
    }

    private Optional<Action> fixed(Node entry, Channel channel, String content, Optional<String> reason) {
        if (!channel.isAutomatic()) {
            return Optional.of(new Action.Fixed(channel, Content.say(content, null), reason.orElse(content)));
        }
        if (reason.isEmpty()) {
            problems.at(entry, "\"reason\" is missing: why is this worth the lead's time?");
            return Optional.empty();
        }
        return Optional.of(new Action.Fixed(channel, Content.template(content), reason.get()));
    }

    private Optional<Action> fromLibrary(Channel channel, Fields detail) {
        if (detail.text("from").filter("library"::equals).isEmpty()) {
            problems.at(detail.place("from"), "expected from: library");
            return Optional.empty();
        }
        return Optional.of(new Action.FromLibrary(
                channel, detail.text("template").orElse(USUAL_FRAME), Set.copyOf(detail.texts("topics"))));
    }

    private static List<String> words() {
        return Arrays.stream(Channel.values()).map(Values::word).toList();
    }
}
