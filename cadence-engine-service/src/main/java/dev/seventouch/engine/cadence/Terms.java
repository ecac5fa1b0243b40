package dev.seventouch.engine.cadence;

import java.util.List;

/**
 * On what a touch depends.
 *
 * @param all each of these must hold
 * @param none and none of these may
 */
public record Terms(List<Term> all, List<Term> none) {
    public static final Terms ALWAYS = new Terms(List.of(), List.of());

    public Terms {
        all = List.copyOf(all);
        none = List.copyOf(none);
    }

    public boolean hold(Facts facts) {
        return all.stream().allMatch(term -> term.holds(facts)) && none.stream().noneMatch(term -> term.holds(facts));
    }
}
