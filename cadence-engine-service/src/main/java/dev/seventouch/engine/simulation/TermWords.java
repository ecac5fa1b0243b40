package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.Facts;
import dev.seventouch.engine.cadence.Term;
import dev.seventouch.engine.cadence.Terms;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** On what a touch depends, in words. */
final class TermWords {

    private TermWords() {}

    /** What speaks against it; nothing if it holds. */
    static List<String> against(Terms terms, Facts facts) {
        return Stream.concat(
                        terms.all().stream().filter(term -> !term.holds(facts)).map(term -> words(term, "not ")),
                        terms.none().stream().filter(term -> term.holds(facts)).map(term -> words(term, "")))
                .toList();
    }

    /** All that it depends on; empty for nothing. */
    static List<String> all(Terms terms) {
        return Stream.concat(
                        terms.all().stream().map(term -> words(term, "")),
                        terms.none().stream().map(term -> words(term, "not ")))
                .toList();
    }

    /** @param not empty, or {@code "not "} */
    private static String words(Term term, String not) {
        return switch (term) {
            case Term.Is(var fact, var values) -> word(fact) + " is " + not + or(values);
            case Term.Attribute(var name, var values) -> name + " is " + not + or(values);
            case Term.Value(var comparison, var amount) ->
                "value is " + not + comparison.sign() + " " + amount.toPlainString();
            case Term.Score(var comparison, var score) -> "score is " + not + comparison.sign() + " " + score;
            case Term.Has(var known) ->
                String.join(
                                " and ",
                                known.stream().sorted().map(TermWords::word).toList())
                        + (not.isEmpty() ? " known" : " not known");
            case Term.Reachable(var media) ->
                "reachable by " + not
                        + String.join(
                                " and ",
                                media.stream().sorted().map(TermWords::word).toList());
            case Term.Clicked(var steps) -> or(steps) + " is " + not + "clicked";
            case Term.Answered(var step, var answers) -> step + " is " + not + "answered " + or(answers);
        };
    }

    private static String or(Collection<String> values) {
        return String.join(" or ", values.stream().sorted().toList());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
