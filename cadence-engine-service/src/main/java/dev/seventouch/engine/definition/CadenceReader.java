package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Entry;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Rules;
import dev.seventouch.engine.cadence.Season;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.policy.ContactTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a cadence as its author wrote it. */
public final class CadenceReader {
    static final List<String> FIELDS = List.of(
            "id",
            "for",
            "customers",
            "again",
            "confirm",
            "cycle",
            "time",
            "limits",
            "waits",
            "score",
            "steps",
            "then",
            "seasons");

    private static final Duration USUAL_CYCLE = Duration.ofDays(45);

    private CadenceReader() {}

    /** @param version the version that {@code yaml} is or will be */
    public static Reading<Cadence> read(String yaml, int version) {
        return Yaml.read(yaml, 0, (root, problems) -> cadence(root, version, problems));
    }

    private static @Nullable Cadence cadence(Node root, int version, Problems problems) {
        Fields fields = Fields.of(root, FIELDS, problems);
        fields.require("id", "website-enquiry");
        String id = fields.value("id", "", Values::id);
        Entry entry = new EntryReader(problems).read(fields);
        Duration cycle = fields.value("cycle", USUAL_CYCLE, Spans::some);
        Optional<ContactTime> time = new TimeReader(problems).read(fields);
        Optional<Rules> rules = new RulesReader(problems).read(fields, time);

        Keys keys = new Keys(problems);
        WindowReader windows = new WindowReader(problems, time);
        TurnReader turns = new TurnReader(problems, keys);
        List<Step> steps = new StepReader(problems, keys, windows, turns).read(fields);
        List<Phase> phases = new PhaseReader(problems, keys, windows, turns).read(fields);
        List<Season> seasons = new SeasonReader(problems, keys, windows, turns).read(fields);
        keys.check();

        return problems.isEmpty() && rules.isPresent()
                ? new Cadence(new CadenceRef(id, version), entry, cycle, rules.get(), steps, phases, seasons)
                : null;
    }
}
