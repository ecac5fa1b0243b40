package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.simulation.Script;
import dev.seventouch.engine.simulation.Span;
import dev.seventouch.engine.simulation.When;
import dev.seventouch.events.outcome.Fault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads the script of a dry run: a list of what the lead does and when, and of what becomes of touches that are not handed over.
 *
 * <pre>{@code
 * - { after: 9d, signal: replied }
 * - { at: 2027-01-05T10:00, signal: paused, until: 2027-02-01 }
 * - { step: intro-call, after: 2h, signal: answered, answer: not interested }
 * - { step: welcome, outcome: failed, fault: lead }
 * }</pre>
 */
public final class ScriptReader {
    private static final int MOST = 500;
    /** How long after a touch something happens that belongs to it, unless the script says it. */
    private static final Span SOON = new Span(0, Duration.ofMinutes(1));

    private static final List<String> OF_A_RESULT = List.of("step", "occurrence", "outcome");

    private final Problems problems;
    private final Set<String> steps;
    private final List<Script.Event> events = new ArrayList<>();
    private final List<Script.Result> results = new ArrayList<>();

    private ScriptReader(Problems problems, Set<String> steps) {
        this.problems = problems;
        this.steps = steps;
    }

    /** @param steps the keys of all steps, phases and seasons that a lead may come to */
    public static Reading<Script> read(String yaml, Set<String> steps) {
        return Yaml.read(yaml, 0, (root, problems) -> new ScriptReader(problems, steps).script(root));
    }

    private @Nullable Script script(Node root) {
        if (!(root instanceof SequenceNode list)) {
            problems.at(
                    root, "expected a list, such as - { after: 9d, signal: replied }; found " + Scalars.kindOf(root));
            return null;
        }
        if (list.getValue().size() > MOST) {
            problems.at(
                    root,
                    "expected at most " + MOST + "; found " + list.getValue().size());
            return null;
        }
        list.getValue().forEach(this::entry);
        return new Script(events, results);
    }

    private void entry(Node entry) {
        // What an entry may have depends on what it is, so that is looked at first, without a word about the rest.
        Fields all = Fields.named(entry, "field", problems);
        if (all.has("outcome")) {
            result(entry, all);
        } else if (all.has("signal")) {
            event(entry, all);
        } else if (all.isMapping()) {
            problems.at(entry, "\"signal\" is missing, or \"outcome\"; for example signal: replied");
        }
    }

    // ---- what the lead does

    private void event(Node entry, Fields all) {
        Optional<SignalWord> word = all.value("signal", SignalWord::of);
        if (word.isEmpty()) {
            return;
        }
        List<String> known = Stream.concat(
                        Stream.of("after", "at", "signal"), word.get().fields())
                .toList();
        Fields fields = Fields.of(entry, known, problems);
        Optional<Script.Step> step = step(fields);
        if (step.isEmpty() && word.get().needsAStep()) {
            fields.require("step", steps.stream().sorted().findFirst().orElse("intro-call"));
        }
        When when = when(fields, fields.has("step"));
        new SignalReader(fields, problems)
                .read(word.get())
                .ifPresent(said ->
                        events.add(new Script.Event(when, step.orElse(null), said.words() + of(step), said.what())));
    }

    private static String of(Optional<Script.Step> step) {
        return step.map(known -> ", of " + known).orElse("");
    }

    private When when(Fields fields, boolean hasStep) {
        if (fields.has("after") && fields.has("at")) {
            problems.at(fields.key("at"), "\"after\" and \"at\" are two ways to say it; leave one out");
        }
        if (!hasStep && fields.lacks("after") && fields.lacks("at")) {
            fields.require("after", "9d");
        }
        return fields.value("at", ScriptReader::time)
                .<When>map(When.At::new)
                .orElseGet(() -> new When.After(fields.value("after", SOON, ScriptReader::span)));
    }

    // ---- what becomes of touches

    private void result(Node entry, Fields all) {
        Optional<String> outcome = all.value("outcome", ScriptReader::outcome);
        if (outcome.isEmpty()) {
            return;
        }
        List<String> more = switch (outcome.get()) {
            case "failed" -> List.of("fault", "why");
            case "deferred" -> List.of("for", "why");
            default -> List.of("why");
        };
        Fields fields = Fields.of(
                entry, Stream.concat(OF_A_RESULT.stream(), more.stream()).toList(), problems);
        fields.require("step", steps.stream().sorted().findFirst().orElse("welcome"));
        Script.End end = end(outcome.get(), fields);
        step(fields).ifPresent(step -> results.add(new Script.Result(step, end)));
    }

    private static String outcome(String text) {
        List<String> outcomes = List.of("failed", "deferred", "skipped");
        if (!outcomes.contains(text)) {
            throw new IllegalArgumentException(
                    "expected one of " + String.join(", ", outcomes) + Nearest.hint(text, outcomes));
        }
        return text;
    }

    private Script.End end(String outcome, Fields fields) {
        String why = fields.text("why").orElse("the script says so");
        return switch (outcome) {
            case "failed" ->
                new Script.End.Failed(fields.value("fault", Fault.LEAD, text -> Values.oneOf(Fault.class, text)), why);
            case "deferred" -> {
                fields.require("for", "2h");
                yield new Script.End.Deferred(fields.value("for", Span.NONE, ScriptReader::span), why);
            }
            default -> new Script.End.Skipped(why);
        };
    }

    private Optional<Script.Step> step(Fields fields) {
        int occurrence = fields.value("occurrence", 1, Values::count);
        return fields.value("step", this::step).map(key -> new Script.Step(key, occurrence));
    }

    private String step(String text) {
        if (!steps.contains(text)) {
            throw new IllegalArgumentException("there is no such step"
                    + Nearest.to(text, steps).map(Nearest::hint).orElseGet(this::thereAre));
        }
        return text;
    }

    private String thereAre() {
        return "; there are " + String.join(", ", steps.stream().sorted().toList());
    }

    // ---- values

    static Span span(String text) {
        return switch (Spans.delay(text)) {
            case Delay.Days(var days) -> new Span(days, Duration.ZERO);
            case Delay.Exactly(var duration) -> new Span(0, duration);
        };
    }

    /** A date is its first moment. */
    static LocalDateTime time(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay()
                    : LocalDateTime.parse(text.replace(' ', 'T'));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a date or a time, such as 2027-01-05 or 2027-01-05T10:00", e);
        }
    }

    /** What a script may say of a lead. */
    enum SignalWord {
        UNSUBSCRIBED("media"),
        READY_TO_BUY,
        CONFIRMED,
        REPLIED("step", "occurrence"),
        AUTO_REPLIED("step", "occurrence"),
        BOUNCED("step", "occurrence", "medium", "permanent", "why"),
        COMPLAINED,
        OPENED("step", "occurrence"),
        CLICKED("step", "occurrence", "link"),
        CONVERSATION("said", "agreed", "next"),
        PAUSED("until", "for"),
        RESUMED,
        CONVERTED,
        PREFERENCES("lessOften", "media", "topics"),
        ANSWERED("step", "occurrence", "answer"),
        CAPTURED("lead");

        @SuppressWarnings("ImmutableEnumChecker") // of List.of
        private final List<String> fields;

        SignalWord(String... fields) {
            this.fields = List.of(fields);
        }

        static SignalWord of(String text) {
            return Values.oneOf(Arrays.asList(values()), text);
        }

        Stream<String> fields() {
            return fields.stream();
        }

        boolean needsAStep() {
            return this == OPENED || this == CLICKED || this == ANSWERED;
        }
    }
}
