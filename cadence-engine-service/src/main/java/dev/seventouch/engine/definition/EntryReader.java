package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Again;
import dev.seventouch.engine.cadence.Audience;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Entry;
import dev.seventouch.engine.cadence.OptIn;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads who comes into a cadence and where to from it: {@code for}, {@code customers}, {@code again}, {@code confirm}. */
final class EntryReader {
    private final Problems problems;

    EntryReader(Problems problems) {
        this.problems = problems;
    }

    /** Customers may name the cadence itself: who buys again stays. */
    Entry read(Fields cadence) {
        Optional<String> customers = cadence.value("customers", Values::id);
        return new Entry(audience(cadence), again(cadence), optIn(cadence), customers.orElse(null));
    }

    /** Without {@code for} only those are taken that move in from other cadences. */
    private Audience audience(Fields cadence) {
        Optional<Fields> fields = cadence.mapping("for", "source", "otherwise");
        if (fields.isEmpty()) {
            return new Audience(Set.of(), false);
        }
        Fields audience = fields.get();
        if (audience.lacks("source") && audience.lacks("otherwise")) {
            problems.at(
                    cadence.place("for"),
                    "this takes nobody; name a source, or leave \"for\" out if leads only move in from other cadences");
        }
        return new Audience(
                Set.copyOf(audience.someValues("source", Values::source)),
                audience.value("otherwise", false, Values::yes));
    }

    private Again again(Fields cadence) {
        Optional<Fields> fields = cadence.mapping("again", "after", "earliest");
        if (fields.isEmpty()) {
            return Again.NEVER;
        }
        Fields again = fields.get();
        again.require("after", "[ready-to-buy]");
        return new Again(
                Set.copyOf(again.someValues("after", EntryReader::ending)),
                again.value("earliest", Again.NEVER.earliest(), Spans::duration));
    }

    private static Ending ending(String text) {
        if (text.equals(Values.word(Ending.STOPPED))) {
            throw new IllegalArgumentException("nobody who said stop starts again");
        }
        // Whoever has moved is followed up as another lead, and never starts as this one.
        return Values.oneOf(EnumSet.complementOf(EnumSet.of(Ending.STOPPED, Ending.MOVED)), text);
    }

    private static OptIn optIn(Fields cadence) {
        return cadence.mapping("confirm", "email", "within")
                .map(confirm -> new OptIn(
                        confirm.value("email", OptIn.USUAL.template(), Values::id),
                        confirm.value("within", OptIn.USUAL.within(), Spans::some)))
                .orElse(OptIn.USUAL);
    }
}
