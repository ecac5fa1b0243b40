package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Audience;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.policy.ContactHours;
import dev.seventouch.engine.policy.Limits;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a cadence as its author wrote it. */
public final class CadenceReader {
    private static final Values.Hours USUAL_OPENING = new Values.Hours(LocalTime.of(9, 0), LocalTime.of(17, 30));
    private static final ContactHours USUAL_HOURS = new ContactHours(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), USUAL_OPENING.opens(), USUAL_OPENING.closes());
    private static final Limits USUAL_LIMITS = new Limits(Duration.ofHours(20), 3);
    private static final Duration USUAL_CYCLE = Duration.ofDays(45);

    private final Problems problems = new Problems(0);

    private CadenceReader() {}

    /** @param version the version that {@code yaml} is or will be */
    public static Reading<Cadence> read(String yaml, int version) {
        CadenceReader reader = new CadenceReader();
        return Yaml.read(yaml, 0, reader.problems, root -> reader.cadence(root, version));
    }

    private @Nullable Cadence cadence(Node root, int version) {
        Fields fields = Fields.of(root, Set.of("id", "for", "cycle", "time", "limits", "steps", "then"), problems);
        fields.required("id", "website-enquiry");
        String id = fields.value("id", "", Values::id);
        Duration cycle = fields.value("cycle", USUAL_CYCLE, Values::duration);
        Audience audience = audience(fields);
        Time time = time(fields);
        Limits limits = fields.node("limits").map(this::limits).orElse(USUAL_LIMITS);
        Set<String> keys = new HashSet<>();
        List<Step> steps = steps(fields, keys);
        List<Phase> phases = phases(fields, keys);
        if (!problems.isEmpty() || id == null || cycle == null) {
            return null;
        }
        return new Cadence(
                new CadenceRef(id, version), audience, cycle, time.hours(), time.fallback(), limits, steps, phases);
    }

    private Audience audience(Fields cadence) {
        Optional<Node> node = cadence.node("for");
        if (node.isEmpty()) {
            problems.at(cadence.place("for"), "\"for\" is missing; for example for: { source: website }");
            return new Audience(Set.of(), false);
        }
        Fields fields = Fields.of(node.get(), Set.of("source", "otherwise"), problems);
        boolean otherwise = Boolean.TRUE.equals(fields.value("otherwise", false, Values::yes));
        return new Audience(Set.copyOf(fields.texts("source")), otherwise);
    }

    /** The hours of the cadence, and the zone of leads whose own is not known. */
    private record Time(ContactHours hours, ZoneId fallback) {}

    private Time time(Fields cadence) {
        Optional<Node> node = cadence.node("time");
        if (node.isEmpty()) {
            problems.at(
                    cadence.place("time"),
                    "\"time\" is missing; for example time: { days: mon-fri, hours: \"09:00-17:30\", fallback: Europe/Berlin }");
            return new Time(USUAL_HOURS, ZoneOffset.UTC);
        }
        Fields fields = Fields.of(node.get(), Set.of("days", "hours", "zone", "fallback"), problems);
        Set<DayOfWeek> days = fields.has("days") ? weekdays(fields) : USUAL_HOURS.days();
        Values.Hours hours = fields.value("hours", USUAL_OPENING, Values::hours);
        if (fields.text("zone").filter(zone -> !zone.equals("lead")).isPresent()) {
            problems.at(
                    fields.place("zone"),
                    "expected zone: lead; the zone of leads whose own is not known is \"fallback\"");
        }
        fields.required("fallback", "Europe/Berlin");
        ZoneId fallback = fields.value("fallback", ZoneOffset.UTC, Values::zone);
        return hours == null || fallback == null
                ? new Time(USUAL_HOURS, ZoneOffset.UTC)
                : new Time(new ContactHours(days, hours.opens(), hours.closes()), fallback);
    }

    private Set<DayOfWeek> weekdays(Fields time) {
        try {
            return Values.weekdays(String.join(",", time.texts("days")));
        } catch (IllegalArgumentException e) {
            problems.at(time.place("days"), String.valueOf(e.getMessage()));
            return USUAL_HOURS.days();
        }
    }

    private Limits limits(Node node) {
        Fields fields = Fields.of(node, Set.of("gap", "per-week"), problems);
        Duration gap = fields.value("gap", USUAL_LIMITS.gap(), Values::duration);
        Integer perWeek = fields.value("per-week", USUAL_LIMITS.perWeek(), Values::count);
        return new Limits(gap == null ? USUAL_LIMITS.gap() : gap, perWeek == null ? USUAL_LIMITS.perWeek() : perWeek);
    }

    private List<Step> steps(Fields cadence, Set<String> keys) {
        List<Step> steps = new ArrayList<>();
        for (Node entry : cadence.entries("steps")) {
            step(entry, steps.isEmpty(), keys).ifPresent(steps::add);
        }
        if (steps.isEmpty() && problems.isEmpty()) {
            problems.at(cadence.place("steps"), "at least one step is needed");
        }
        return steps;
    }

    private Optional<Step> step(Node entry, boolean first, Set<String> keys) {
        Fields fields = Fields.of(entry, ActionReader.with("key", "after"), problems);
        fields.required("key", "intro-call");
        String key = fields.value("key", "", Values::id);
        if (key != null && !key.isEmpty() && !keys.add(key)) {
            problems.at(fields.place("key"), "there is a step \"" + key + "\" already");
        }
        if (!first && !fields.has("after")) {
            problems.at(entry, "\"after\" is missing: how long after the step before, such as 3d");
        }
        Delay after = fields.value("after", Delay.NONE, Values::delay);
        Optional<Action> action = new ActionReader(problems).read(entry, fields);
        return key == null || after == null ? Optional.empty() : action.map(found -> new Step(key, after, found));
    }

    private List<Phase> phases(Fields cadence, Set<String> keys) {
        List<Phase> phases = new ArrayList<>();
        for (Node entry : cadence.entries("then")) {
            phase(entry, phases.size() + 1, keys).ifPresent(phases::add);
        }
        if (!problems.isEmpty()) {
            return phases;
        }
        if (phases.isEmpty()) {
            problems.at(
                    cadence.place("then"),
                    "\"then\" is missing: what goes on after the steps, for ever; for example then: [ { every: 90d, email: { from: library } } ]");
        } else if (phases.getLast().until() != null) {
            problems.at(
                    cadence.entries("then").getLast(),
                    "the last phase goes on for ever: leave its \"until\" out, or add a phase without one");
        }
        return phases;
    }

    private Optional<Phase> phase(Node entry, int number, Set<String> keys) {
        Fields fields = Fields.of(entry, ActionReader.with("key", "every", "until", "rotate"), problems);
        String key = fields.value("key", "then-" + number, Values::id);
        if (key != null && !keys.add(key)) {
            problems.at(fields.place("key"), "there is a step or phase \"" + key + "\" already");
        }
        fields.required("every", "30d");
        Delay.Days every = fields.value("every", new Delay.Days(1), Values::days);
        Duration until = fields.value("until", null, Values::duration);
        List<Action> rotation = new ArrayList<>();
        if (fields.has("rotate")) {
            for (Node turn : fields.entries("rotate")) {
                new ActionReader(problems)
                        .read(turn, Fields.of(turn, ActionReader.with(), problems))
                        .ifPresent(rotation::add);
            }
        } else {
            new ActionReader(problems).read(entry, fields).ifPresent(rotation::add);
        }
        return key == null || every == null || rotation.isEmpty()
                ? Optional.empty()
                : Optional.of(new Phase(key, every, until, rotation));
    }
}
