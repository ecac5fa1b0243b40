package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.After;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.OptIn;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Rules;
import dev.seventouch.engine.cadence.Season;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.cadence.Term;
import dev.seventouch.engine.cadence.Turn;
import dev.seventouch.engine.cadence.Waits;
import dev.seventouch.engine.policy.ContactHours;
import dev.seventouch.engine.policy.Limits;
import dev.seventouch.engine.policy.Window;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** A plan as its author would write it. */
final class PlanText {
    private final StringBuilder text = new StringBuilder();

    private PlanText() {}

    static String of(Cadence cadence) {
        PlanText plan = new PlanText();
        plan.head(cadence);
        plan.rules(cadence.rules());
        plan.line("steps:");
        cadence.steps().forEach(plan::step);
        plan.line("then:");
        cadence.phases().forEach(plan::phase);
        if (!cadence.seasons().isEmpty()) {
            plan.line("seasons:");
            cadence.seasons().forEach(plan::season);
        }
        return plan.text.toString();
    }

    private void head(Cadence cadence) {
        line("id: " + cadence.ref().id() + "   # version " + cadence.ref().version());
        line("for: { source: " + cadence.entry().audience().sources() + ", otherwise: "
                + cadence.entry().audience().otherwise() + " }");
        if (cadence.entry().customers() != null) {
            line("customers: " + cadence.entry().customers());
        }
        if (!cadence.entry().again().after().isEmpty()) {
            line("again: { after: " + words(cadence.entry().again().after()) + ", earliest: "
                    + span(cadence.entry().again().earliest()) + " }");
        }
        if (!cadence.entry().optIn().equals(OptIn.USUAL)) {
            line("confirm: { email: " + cadence.entry().optIn().template() + ", within: "
                    + span(cadence.entry().optIn().within()) + " }");
        }
        line("cycle: " + span(cadence.cycle()));
    }

    private void rules(Rules rules) {
        ContactHours hours = rules.time().hours();
        line("time: { days: " + days(hours.days()) + ", hours: \"" + hours.opens() + "-" + hours.closes()
                + "\", fallback: " + rules.time().fallback()
                + (rules.time().holidays().isEmpty()
                        ? ""
                        : ", holidays: " + rules.time().holidays())
                + (rules.time().quiet().isEmpty()
                        ? ""
                        : ", quiet: " + rules.time().quiet()) + " }");
        Limits limits = rules.limits();
        line("limits: { gap: " + span(limits.gap()) + ", per-week: " + limits.perWeek()
                + (limits.perMonth() == null ? "" : ", per-month: " + limits.perMonth())
                + (rules.release().rate() == null
                        ? ""
                        : ", release: " + rules.release().rate())
                + (rules.release().first() ? ", release-first: yes" : "") + " }");
        if (!rules.waits().equals(Waits.USUAL)) {
            line("waits: { reply: " + span(rules.waits().reply()) + ", conversation: "
                    + span(rules.waits().conversation()) + " }");
        }
        if (rules.scoring().prompt() != null) {
            line("score: { task: { at: " + rules.scoring().prompt().at() + " } }");
        }
    }

    private void step(Step step) {
        line("  - { key: " + step.key() + after(step.after()) + window(step.window()) + turn(step.turn()) + " }");
    }

    private void phase(Phase phase) {
        line("  - { key: " + phase.key() + ", every: " + phase.every()
                + (phase.until() == null ? "" : ", until: " + span(phase.until())) + window(phase.window())
                + (phase.rotation().size() == 1
                        ? turn(phase.rotation().getFirst())
                        : ", rotate: "
                                + phase.rotation().stream().map(PlanText::turn).toList())
                + " }");
    }

    private void season(Season season) {
        line("  - { key: " + season.key() + ", date: " + season.dates() + window(season.window()) + turn(season.turn())
                + " }");
    }

    private static String after(After after) {
        return switch (after) {
            case After.Previous(Delay.Exactly(var none)) when none.isZero() -> "";
            case After.Previous(var delay) -> ", after: " + delay;
            case After.Start(var delay) -> ", after: " + delay + " from capture";
            case After.Cycle(int percent) -> ", after: " + percent + "% of cycle";
        };
    }

    private static String window(Window window) {
        return (window.days().isEmpty() ? "" : ", on: " + days(window.days()))
                + (window.opens() == null ? "" : ", at: \"" + window.opens() + "-" + window.closes() + "\"")
                + (window.dates() == null ? "" : ", date: " + window.dates());
    }

    private static String turn(Turn turn) {
        return terms(", when: ", turn.terms().all())
                + terms(", unless: ", turn.terms().none()) + ", "
                + action(turn.action())
                + (turn.otherwise() == null ? "" : ", else: { " + action(turn.otherwise()) + " }");
    }

    private static String terms(String word, List<Term> terms) {
        return terms.isEmpty() ? "" : word + terms;
    }

    private static String action(Action action) {
        return switch (action) {
            case Action.Fixed(var channel, var content, var _) ->
                word(channel) + ": "
                        + (content.template() != null ? content.template() : "{ say: " + content.say() + " }");
            case Action.FromLibrary(var channel, var _, var topics) ->
                word(channel) + ": { from: library" + (topics.isEmpty() ? "" : ", topics: " + topics) + " }";
        };
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(PlanText::word).toList().toString();
    }

    private static String days(Set<DayOfWeek> days) {
        return days.stream().sorted().map(day -> word(day).substring(0, 3)).collect(Collectors.joining(","));
    }

    static String span(Duration duration) {
        List<String> parts = new ArrayList<>();
        Duration positive = duration.abs();
        if (positive.toDays() > 0) {
            parts.add(positive.toDays() + "d");
        }
        if (positive.toHoursPart() > 0) {
            parts.add(positive.toHoursPart() + "h");
        }
        if (positive.toMinutesPart() > 0) {
            parts.add(positive.toMinutesPart() + "m");
        }
        return (duration.isNegative() ? "-" : "") + (parts.isEmpty() ? "0" : String.join("", parts));
    }

    private void line(String line) {
        text.append("  ").append(line).append('\n');
    }
}
