package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Entry;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Release;
import dev.seventouch.engine.cadence.Rules;
import dev.seventouch.engine.cadence.Season;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.policy.ContactHours;
import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Limits;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;

/** Plans in which one thing is another. */
final class Altered {
    static final ContactHours ALWAYS =
            new ContactHours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.of(23, 59));

    private Altered() {}

    static Cadence ref(Cadence cadence, CadenceRef ref) {
        return new Cadence(
                ref,
                cadence.entry(),
                cadence.cycle(),
                cadence.rules(),
                cadence.steps(),
                cadence.phases(),
                cadence.seasons());
    }

    static Cadence entry(Cadence cadence, Entry entry) {
        return new Cadence(
                cadence.ref(),
                entry,
                cadence.cycle(),
                cadence.rules(),
                cadence.steps(),
                cadence.phases(),
                cadence.seasons());
    }

    static Cadence rules(Cadence cadence, Rules rules) {
        return new Cadence(
                cadence.ref(),
                cadence.entry(),
                cadence.cycle(),
                rules,
                cadence.steps(),
                cadence.phases(),
                cadence.seasons());
    }

    static Cadence steps(Cadence cadence, List<Step> steps) {
        return new Cadence(
                cadence.ref(),
                cadence.entry(),
                cadence.cycle(),
                cadence.rules(),
                steps,
                cadence.phases(),
                cadence.seasons());
    }

    static Cadence phases(Cadence cadence, List<Phase> phases) {
        return new Cadence(
                cadence.ref(),
                cadence.entry(),
                cadence.cycle(),
                cadence.rules(),
                cadence.steps(),
                phases,
                cadence.seasons());
    }

    static Cadence seasons(Cadence cadence, List<Season> seasons) {
        return new Cadence(
                cadence.ref(),
                cadence.entry(),
                cadence.cycle(),
                cadence.rules(),
                cadence.steps(),
                cadence.phases(),
                seasons);
    }

    static Cadence time(Cadence cadence, ContactTime time) {
        Rules rules = cadence.rules();
        return rules(cadence, new Rules(time, rules.limits(), rules.release(), rules.waits(), rules.scoring()));
    }

    static Cadence hours(Cadence cadence, ContactHours hours) {
        ContactTime time = cadence.rules().time();
        return time(cadence, new ContactTime(hours, time.fallback(), time.holidays(), time.quiet()));
    }

    static Cadence limits(Cadence cadence, Limits limits) {
        Rules rules = cadence.rules();
        return rules(cadence, new Rules(rules.time(), limits, rules.release(), rules.waits(), rules.scoring()));
    }

    static Cadence release(Cadence cadence, Release release) {
        Rules rules = cadence.rules();
        return rules(cadence, new Rules(rules.time(), rules.limits(), release, rules.waits(), rules.scoring()));
    }
}
