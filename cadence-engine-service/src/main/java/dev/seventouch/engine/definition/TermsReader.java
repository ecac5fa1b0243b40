package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Term;
import dev.seventouch.engine.cadence.Term.Comparison;
import dev.seventouch.engine.cadence.Term.Fact;
import dev.seventouch.engine.cadence.Term.Known;
import dev.seventouch.engine.cadence.Terms;
import dev.seventouch.events.touch.Medium;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads on what a touch depends: {@code when} and {@code unless}. */
final class TermsReader {
    private static final List<String> TERMS = List.of(
            "source", "country", "language", "value", "score", "has", "reachable", "attributes", "clicked", "answered");
    private static final Pattern COMPARED = Pattern.compile("(<=|>=|<|>|=)\\s*(\\S+)");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,2})?");
    private static final Pattern POINTS = Pattern.compile("\\d{1,7}");
    private static final int MOST = 100;

    private final Problems problems;
    private final Keys keys;

    TermsReader(Problems problems, Keys keys) {
        this.problems = problems;
        this.keys = keys;
    }

    Terms read(Fields turn, Keys.Owner asker) {
        Terms terms = new Terms(terms(turn, "when", asker), terms(turn, "unless", asker));
        int count = terms.all().size() + terms.none().size();
        if (count > MOST) {
            problems.at(
                    turn.place(turn.has("when") ? "when" : "unless"),
                    "expected at most " + MOST + " terms; found " + count);
        }
        return terms;
    }

    private List<Term> terms(Fields turn, String name, Keys.Owner asker) {
        return turn.node(name).map(node -> Fields.of(node, TERMS, problems)).stream()
                .flatMap(fields -> fields.names().stream().flatMap(term -> terms(term, fields, asker)))
                .toList();
    }

    /** What one field says; nothing where it can't be read. */
    private Stream<Term> terms(String name, Fields fields, Keys.Owner asker) {
        return switch (name) {
            case "source" -> is(Fact.SOURCE, fields, name, Values::source);
            case "country" -> is(Fact.COUNTRY, fields, name, Regions::country);
            case "language" -> is(Fact.LANGUAGE, fields, name, Regions::language);
            case "value" -> fields.value(name, TermsReader::value).stream();
            case "score" -> fields.value(name, TermsReader::score).stream();
            case "has" ->
                Stream.of(new Term.Has(Set.copyOf(fields.someValues(name, text -> Values.oneOf(Known.class, text)))));
            case "reachable" ->
                Stream.of(new Term.Reachable(
                        Set.copyOf(fields.someValues(name, text -> Values.oneOf(Medium.class, text)))));
            case "attributes" -> attributes(fields.place(name));
            case "clicked" -> clicked(fields, asker);
            default -> answered(fields.place(name), asker);
        };
    }

    private static Stream<Term> is(Fact fact, Fields fields, String name, Function<String, String> read) {
        return Stream.of(new Term.Is(fact, Set.copyOf(fields.someValues(name, read))));
    }

    private static Term value(String text) {
        return compared(
                text,
                "\">= 5000\"",
                AMOUNT,
                (comparison, amount) -> new Term.Value(comparison, new BigDecimal(amount)));
    }

    private static Term score(String text) {
        return compared(
                text, "\"> 10\"", POINTS, (comparison, score) -> new Term.Score(comparison, Integer.parseInt(score)));
    }

    private static Term compared(
            String text, String example, Pattern number, BiFunction<Comparison, String, Term> term) {
        Matcher compared = COMPARED.matcher(text);
        if (!compared.matches() || !number.matcher(compared.group(2)).matches()) {
            throw new IllegalArgumentException("expected <, <=, =, >= or > and a number, such as " + example);
        }
        return term.apply(
                Arrays.stream(Comparison.values())
                        .filter(comparison -> comparison.sign().equals(compared.group(1)))
                        .findFirst()
                        .orElseThrow(),
                compared.group(2));
    }

    private Stream<Term> attributes(Node node) {
        Fields attributes = Fields.named(node, "attribute", problems);
        return attributes.names().stream()
                .map(name -> new Term.Attribute(name, Set.copyOf(attributes.someValues(name, text -> text))));
    }

    private Stream<Term> clicked(Fields fields, Keys.Owner asker) {
        fields.each("clicked").forEach(step -> keys.ask(asker, Keys.Ask.CLICKED, step));
        return Stream.of(new Term.Clicked(Set.copyOf(fields.someValues("clicked", step -> step))));
    }

    private Stream<Term> answered(Node node, Keys.Owner asker) {
        Fields answers = Fields.named(node, "step", problems);
        return answers.names().stream().map(step -> {
            keys.ask(asker, Keys.Ask.ANSWERED, answers.key(step));
            return new Term.Answered(step, Set.copyOf(answers.someValues(step, Values::answer)));
        });
    }
}
