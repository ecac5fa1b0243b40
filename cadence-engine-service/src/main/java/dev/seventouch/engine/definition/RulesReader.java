package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Release;
import dev.seventouch.engine.cadence.Rules;
import dev.seventouch.engine.cadence.Scoring;
import dev.seventouch.engine.cadence.Waits;
import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Limits;
import java.time.Duration;
import java.util.Optional;

/** Reads what holds for every touch beside the contact time: {@code limits}, {@code waits} and {@code score}. */
final class RulesReader {
    private static final Limits USUAL_LIMITS = new Limits(Duration.ofHours(20), 3);

    private final Problems problems;

    RulesReader(Problems problems) {
        this.problems = problems;
    }

    /** @param time nothing if it can't be told; all else is read even so */
    Optional<Rules> read(Fields cadence, Optional<ContactTime> time) {
        Optional<Fields> fields = cadence.mapping("limits", "gap", "per-week", "per-month", "release", "release-first");
        Limits limits = fields.map(RulesReader::limits).orElse(USUAL_LIMITS);
        Release release = fields.map(this::release).orElse(Release.AT_ONCE);
        Waits waits = cadence.mapping("waits", "reply", "conversation")
                .map(RulesReader::waits)
                .orElse(Waits.USUAL);
        Scoring scoring = cadence.mapping("score", "opened", "clicked", "replied", "task")
                .map(RulesReader::scoring)
                .orElse(Scoring.USUAL);
        return time.map(known -> new Rules(known, limits, release, waits, scoring));
    }

    private static Limits limits(Fields limits) {
        return new Limits(
                limits.value("gap", USUAL_LIMITS.gap(), Spans::duration),
                limits.value("per-week", USUAL_LIMITS.perWeek(), Values::count),
                limits.value("per-month", Values::count).orElse(null));
    }

    private Release release(Fields limits) {
        boolean first = limits.value("release-first", Release.AT_ONCE.first(), Values::yes);
        if (first && limits.lacks("release")) {
            problems.at(
                    limits.key("release-first"),
                    "\"release-first\" holds nothing back without \"release\", such as 600/h");
        }
        return new Release(limits.value("release", Spans::rate).orElse(null), first);
    }

    private static Waits waits(Fields waits) {
        return new Waits(
                waits.value("reply", Waits.USUAL.reply(), Spans::duration),
                waits.value("conversation", Waits.USUAL.conversation(), Spans::duration));
    }

    private static Scoring scoring(Fields score) {
        return new Scoring(
                score.value("opened", Scoring.USUAL.opened(), Values::points),
                score.value("clicked", Scoring.USUAL.clicked(), Values::points),
                score.value("replied", Scoring.USUAL.replied(), Values::points),
                score.mapping("task", "at", "say").flatMap(RulesReader::prompt).orElse(null));
    }

    private static Optional<Scoring.Prompt> prompt(Fields task) {
        task.require("at", "30");
        task.require("say", "\"Reads everything we send. Call.\"");
        Optional<Integer> at = task.value("at", Values::count);
        Optional<String> say = task.text("say");
        return at.isPresent() && say.isPresent()
                ? Optional.of(new Scoring.Prompt(at.get(), say.get()))
                : Optional.empty();
    }
}
