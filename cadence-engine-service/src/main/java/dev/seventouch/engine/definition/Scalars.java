package dev.seventouch.engine.definition;

import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Single values: their text, and how they are told of in a message. */
final class Scalars {
    private static final int LONGEST = 2_000;
    private static final int LONGEST_QUOTED = 60;

    private Scalars() {}

    /** The text of a single value, or nothing after noting what is wrong with it. */
    static Optional<String> text(Node node, Problems problems) {
        if (!(node instanceof ScalarNode scalar) || isNothing(scalar)) {
            problems.at(node, "expected a single value; found " + kindOf(node));
            return Optional.empty();
        }
        String text = scalar.getValue().strip();
        if (text.length() > LONGEST) {
            problems.at(node, "expected at most %,d characters; found %,d".formatted(LONGEST, text.length()));
            return Optional.empty();
        }
        Optional<String> stray = text.codePoints()
                .filter(Scalars::isStray)
                .mapToObj("the character U+%04X has no place in a text"::formatted)
                .findFirst();
        stray.ifPresent(message -> problems.at(node, message));
        return stray.isPresent() ? Optional.empty() : Optional.of(text);
    }

    /** A value read by {@code read}, which throws IllegalArgumentException with what was expected. */
    static <T> Optional<T> value(Node node, Function<String, T> read, Problems problems) {
        Optional<String> text = text(node, problems);
        try {
            return text.map(read);
        } catch (IllegalArgumentException e) {
            problems.at(node, quoted(text.orElse("")) + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    static String kindOf(Node node) {
        return switch (node.getNodeType()) {
            case MAPPING -> "a mapping";
            case SEQUENCE -> "a list";
            case SCALAR ->
                node instanceof ScalarNode scalar && !isNothing(scalar) ? quoted(scalar.getValue()) : "nothing";
            case ANCHOR -> "an alias";
        };
    }

    /** As it is shown in a message: on one line, and not at any length. */
    static String quoted(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_QUOTED
                ? "\"" + line + "\""
                : "\"" + line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTED)) + "…\"";
    }

    private static boolean isNothing(ScalarNode scalar) {
        return scalar.getValue().isBlank() || scalar.getTag().equals(Tag.NULL);
    }

    // Escapes can smuggle in what a text itself can't hold.
    private static boolean isStray(int character) {
        return (Character.isISOControl(character) && character != '\n' && character != '\t')
                || Character.getType(character) == Character.SURROGATE;
    }
}
