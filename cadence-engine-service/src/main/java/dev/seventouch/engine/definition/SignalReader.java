package dev.seventouch.engine.definition;

import static java.util.Objects.requireNonNull;

import dev.seventouch.engine.definition.ScriptReader.SignalWord;
import dev.seventouch.engine.simulation.LeadFacts;
import dev.seventouch.engine.simulation.Script.Saying;
import dev.seventouch.engine.simulation.Script.What;
import dev.seventouch.engine.simulation.Script.Words;
import dev.seventouch.engine.simulation.When;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what a lead does in a script, with all that belongs to it. */
final class SignalReader {
    /** Where phone numbers without a country code are dialled, as intake has it unless it is told otherwise. */
    static final String USUAL_REGION = "DE";

    private final Fields fields;
    private final Problems problems;

    SignalReader(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    /** @param words as it is told of */
    record Said(String words, What what) {}

    Optional<Said> read(SignalWord word) {
        return switch (word) {
            case UNSUBSCRIBED -> unsubscribed();
            case READY_TO_BUY -> signal(word, (lead, touch, at, _) -> new Signal.ReadyToBuy(lead, touch, at));
            case CONFIRMED -> signal(word, (lead, _, at, _) -> new Signal.Confirmed(lead, at));
            case REPLIED -> signal(word, (lead, touch, at, _) -> new Signal.Replied(lead, touch, at));
            case AUTO_REPLIED -> signal(word, (lead, touch, at, _) -> new Signal.AutoReplied(lead, touch, at));
            case BOUNCED -> bounced();
            case COMPLAINED -> signal(word, (lead, touch, at, _) -> new Signal.Complained(lead, touch, at));
            case OPENED ->
                signal(word, (lead, touch, at, _) -> new Signal.Opened(lead, requireNonNull(touch, "touch"), at));
            case CLICKED -> clicked();
            case CONVERSATION -> conversation();
            case PAUSED -> paused();
            case RESUMED -> signal(word, (lead, _, at, _) -> new Signal.Resumed(lead, at));
            case CONVERTED -> signal(word, (lead, _, at, _) -> new Signal.Converted(lead, at));
            case PREFERENCES -> preferences();
            case ANSWERED -> answered();
            case CAPTURED -> captured();
        };
    }

    private static Optional<Said> signal(SignalWord word, Saying saying) {
        return signal(Values.word(word).replace('-', ' '), saying);
    }

    private static Optional<Said> signal(String words, Saying saying) {
        return Optional.of(new Said(words, new What.Signalled(saying, null)));
    }

    private Optional<Said> unsubscribed() {
        Set<Medium> media = media();
        return signal(
                "unsubscribed" + from(media), (lead, touch, at, _) -> new Signal.Unsubscribed(lead, media, touch, at));
    }

    private Optional<Said> bounced() {
        Medium medium = fields.value("medium", Medium.EMAIL, text -> Values.oneOf(Medium.class, text));
        boolean permanent = fields.value("permanent", true, Values::yes);
        String why = fields.text("why").orElse(null);
        return signal(
                "bounced by " + Values.word(medium) + (permanent ? " for good" : " for now"),
                (lead, touch, at, _) -> new Signal.Bounced(lead, medium, permanent, why, touch, at));
    }

    private Optional<Said> clicked() {
        String link = fields.text("link").orElse("https://example.com/");
        return signal(
                "clicked", (lead, touch, at, _) -> new Signal.Clicked(lead, requireNonNull(touch, "touch"), link, at));
    }

    private Optional<Said> conversation() {
        String said = fields.text("said").orElse(null);
        String agreed = fields.text("agreed").orElse(null);
        Optional<Fields> next = fields.mapping("next", "channel", "after", "at");
        Channel channel = next.map(this::channel).orElse(null);
        When when = next.map(this::when).orElse(null);
        if (said == null && agreed == null && next.isEmpty()) {
            fields.require("said", "They build next year.");
        }
        Saying saying = (lead, _, at, zone) -> new Signal.Conversed(
                lead, channel == null || when == null ? null : new Signal.AgreedStep(channel, when.from(at, zone)), at);
        return Optional.of(new Said(
                channel == null ? "conversation" : "conversation, next step agreed: " + Values.word(channel),
                new What.Signalled(saying, said == null && agreed == null ? null : new Words(said, agreed))));
    }

    private Channel channel(Fields next) {
        next.require("channel", "call");
        return next.value("channel", Channel.CALL, text -> Values.oneOf(Channel.class, text));
    }

    private @Nullable When when(Fields next) {
        if (next.lacks("after") && next.lacks("at")) {
            next.require("after", "5d");
        }
        return next.value("at", ScriptReader::time)
                .<When>map(When.At::new)
                .or(() -> next.value("after", ScriptReader::span).map(When.After::new))
                .orElse(null);
    }

    private Optional<Said> paused() {
        Optional<When> until = fields.value("until", ScriptReader::time)
                .<When>map(When.At::new)
                .or(() -> fields.value("for", ScriptReader::span).map(When.After::new));
        if (fields.lacks("until") && fields.lacks("for")) {
            fields.require("until", "2027-02-01");
        }
        return until.flatMap(end ->
                signal("paused", (lead, _, at, zone) -> new Signal.Paused(lead, end.from(at, zone), at)));
    }

    private Optional<Said> preferences() {
        boolean lessOften = fields.value("lessOften", false, Values::yes);
        Set<Medium> media = media();
        Set<String> topics = Set.copyOf(fields.values("topics", topic -> topic));
        return signal(
                "preferences" + from(media),
                (lead, _, at, _) -> new Signal.Preferred(lead, lessOften, media, topics, at));
    }

    private Set<Medium> media() {
        return Set.copyOf(fields.someValues("media", text -> Values.oneOf(Medium.class, text)));
    }

    private static String from(Set<Medium> media) {
        List<String> words = media.stream().sorted().map(Values::word).toList();
        return words.isEmpty() ? "" : ": " + String.join(", ", words);
    }

    private Optional<Said> answered() {
        fields.require("answer", "interested");
        return fields.value("answer", Values::answer)
                .map(answer -> new Said("answered " + answer, new What.Answered(answer)));
    }

    private Optional<Said> captured() {
        Optional<Node> lead = fields.node("lead");
        LeadFacts facts = lead.map(node ->
                        LeadReader.facts(Fields.of(node, LeadReader.fields(), problems), USUAL_REGION, problems))
                .orElseGet(() -> FactsReader.read(java.util.Map.of(), USUAL_REGION, (_, _) -> {}));
        return Optional.of(new Said("captured again", new What.Captured(facts)));
    }
}
