package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads what a touch is: {@code email: welcome}, {@code call: { say: … }}, {@code letter: { from: library }}. */
final class ActionReader {
    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Values::word).toList();
    /** The template that frames a library item, unless the author names another. */
    static final String USUAL_FRAME = "library-item";

    private final Problems problems;

    ActionReader(Problems problems) {
        this.problems = problems;
    }

    /** The names of the fields of a touch, after {@code others}. */
    static List<String> with(String... others) {
        return Stream.of(List.of(others), CHANNELS, List.of("reason"))
                .flatMap(List::stream)
                .toList();
    }

    Optional<Action> read(Node entry, Fields fields) {
        List<String> channels = CHANNELS.stream().filter(fields::has).toList();
        if (channels.isEmpty()) {
            // A channel that is misspelled is noted as such.
            if (CHANNELS.stream().allMatch(fields::lacks)) {
                problems.at(entry, "a touch needs a channel: one of " + String.join(", ", CHANNELS));
            }
            return Optional.empty();
        }
        if (channels.size() > 1) {
            problems.at(
                    fields.key(channels.getLast()), "a touch has one channel; found " + String.join(", ", channels));
            return Optional.empty();
        }
        String word = channels.getFirst();
        Channel channel = Values.oneOf(Channel.class, word);
        Optional<String> reason = fields.text("reason");
        if (fields.place(word) instanceof ScalarNode) {
            return channel.isAutomatic()
                    ? fromTemplate(entry, fields, channel, fields.value(word, Values::id), reason)
                    : fields.text(word).map(say -> said(channel, say, null, reason));
        }
        Optional<Fields> detail = fields.mapping(word, "from", "reason", "topics", "template", "say", "minutes");
        return detail.filter(Fields::isMapping).flatMap(touch -> {
            if (touch.has("from") || touch.has("reason")) {
                fields.refuse("reason", "the item of the library brings its own");
                return fromLibrary(channel, touch);
            }
            touch.refuse("topics", "they go with from: library");
            return channel.isAutomatic()
                    ? byMachine(entry, fields, channel, touch, reason)
                    : byPerson(channel, touch, reason);
        });
    }

    private Optional<Action> fromLibrary(Channel channel, Fields touch) {
        if (touch.text("from").filter(from -> !from.equals("library")).isPresent()) {
            problems.at(touch.place("from"), "expected from: library");
        }
        if (touch.text("reason").filter(reason -> !reason.equals("library")).isPresent()) {
            problems.at(
                    touch.place("reason"),
                    "expected reason: library; a reason in words stands beside \"" + Values.word(channel) + "\"");
        }
        if (channel.isAutomatic()) {
            touch.refuse("reason", "a machine does this; write from: library");
        }
        touch.refuse("say", "it doesn't go with from: library");
        touch.refuse("minutes", "it doesn't go with from: library");
        return Optional.of(new Action.FromLibrary(
                channel,
                touch.value("template", USUAL_FRAME, Values::id),
                Set.copyOf(touch.values("topics", topic -> topic))));
    }

    private Optional<Action> byMachine(
            Node entry, Fields fields, Channel channel, Fields touch, Optional<String> reason) {
        String how = "a machine does this; name the template, such as " + Values.word(channel) + ": welcome";
        touch.refuse("say", how);
        touch.refuse("minutes", how);
        if (!touch.has("say")) {
            touch.require("template", "welcome");
        }
        return fromTemplate(entry, fields, channel, touch.value("template", Values::id), reason);
    }

    private Optional<Action> fromTemplate(
            Node entry, Fields fields, Channel channel, Optional<String> template, Optional<String> reason) {
        if (fields.lacks("reason")) {
            problems.at(entry, "\"reason\" is missing: why is this worth the lead's time?");
        }
        return template.map(name -> new Action.Fixed(channel, Content.template(name), reason.orElse("")));
    }

    private static Optional<Action> byPerson(Channel channel, Fields touch, Optional<String> reason) {
        touch.refuse("template", "a person does this; tell in \"say\" what is to be done");
        if (!touch.has("template")) {
            touch.require("say", "\"Ask what prompted the enquiry.\"");
        }
        Optional<Integer> minutes = touch.value("minutes", Values::count);
        return touch.text("say").map(say -> said(channel, say, minutes.orElse(null), reason));
    }

    private static Action said(Channel channel, String say, @Nullable Integer minutes, Optional<String> reason) {
        return new Action.Fixed(channel, Content.say(say, minutes), reason.orElse(say));
    }
}
