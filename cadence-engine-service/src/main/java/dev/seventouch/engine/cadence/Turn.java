package dev.seventouch.engine.cadence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done when a place in the plan comes.
 *
 * @param terms on what {@code action} depends
 * @param otherwise what is done if they don't hold; null for nothing
 */
public record Turn(Terms terms, Action action, @Nullable Action otherwise) {

    public static Turn of(Action action) {
        return new Turn(Terms.ALWAYS, action, null);
    }

    public Optional<Action> choose(Facts facts) {
        return Optional.ofNullable(terms.hold(facts) ? action : otherwise);
    }
}
