package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Season;
import dev.seventouch.engine.cadence.Turn;
import dev.seventouch.engine.policy.Dates;
import dev.seventouch.engine.policy.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads what comes round every year beside the plan: {@code seasons}. */
final class SeasonReader {
    private static final int MOST = 50;
    private static final List<String> FIELDS = TurnReader.with("key", "date", "on", "at");

    private final Problems problems;
    private final Keys keys;
    private final WindowReader windows;
    private final TurnReader turns;

    SeasonReader(Problems problems, Keys keys, WindowReader windows, TurnReader turns) {
        this.problems = problems;
        this.keys = keys;
        this.windows = windows;
        this.turns = turns;
    }

    List<Season> read(Fields cadence) {
        List<Season> seasons = new ArrayList<>();
        cadence.entries("seasons", MOST).forEach(entry -> season(entry).ifPresent(seasons::add));
        return seasons;
    }

    private Optional<Season> season(Node entry) {
        Fields fields = Fields.of(entry, FIELDS, problems);
        Keys.Owner owner = keys.next(Keys.Part.SEASON, fields, Optional.empty());
        fields.require("date", "12-05..12-16");
        Optional<Dates.Yearly> dates = fields.value("date", Times::yearly);
        Window window = windows.read(fields, dates);
        Optional<Turn> turn = turns.read(entry, fields, owner);
        return dates.flatMap(run -> turn.map(found -> new Season(owner.key(), run, window, found)));
    }
}
