package dev.seventouch.engine.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The fields of one mapping. Every mistake is noted at its place, and reading goes on, so that all are named at once. */
final class Fields {
    private final Node node;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Problems problems;

    private Fields(Node node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    /** @param known the fields that there are */
    static Fields of(Node node, Set<String> known, Problems problems) {
        Fields fields = new Fields(node, problems);
        if (!(node instanceof MappingNode mapping)) {
            problems.at(node, "expected a mapping with " + String.join(", ", known) + "; found " + kindOf(node));
            return fields;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            Node key = tuple.getKeyNode();
            if (!(key instanceof ScalarNode scalar) || !known.contains(scalar.getValue())) {
                problems.at(key, unknown(key, known));
            } else if (fields.values.put(scalar.getValue(), tuple.getValueNode()) != null) {
                problems.at(key, "\"" + scalar.getValue() + "\" is here a second time");
            }
        }
        return fields;
    }

    private static String unknown(Node key, Set<String> known) {
        String found = key instanceof ScalarNode scalar ? scalar.getValue() : kindOf(key);
        return "\"" + found + "\" is not known here"
                + Nearest.to(found, known)
                        .map(meant -> "; did you mean \"" + meant + "\"?")
                        .orElse("; there are " + String.join(", ", known));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Optional<Node> node(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The node of a field that is there, else of the mapping: where a mistake about the field is noted. */
    Node place(String name) {
        return values.getOrDefault(name, node);
    }

    /** The field's value, or nothing after noting that it is missing. */
    Optional<String> required(String name, String example) {
        if (!has(name)) {
            problems.at(node, "\"" + name + "\" is missing; for example " + name + ": " + example);
        }
        return text(name);
    }

    Optional<String> text(String name) {
        return node(name).flatMap(this::scalar);
    }

    /** The field read by {@code read}, which throws IllegalArgumentException with what was expected. */
    <T> @Nullable T value(String name, @Nullable T otherwise, Function<String, T> read) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return read.apply(text.get());
        } catch (IllegalArgumentException e) {
            problems.at(place(name), "\"" + text.get() + "\": " + e.getMessage());
            return otherwise;
        }
    }

    /** The entries of a list; a single scalar counts as a list of one. */
    List<String> texts(String name) {
        Optional<Node> value = node(name);
        if (value.isPresent() && value.get() instanceof SequenceNode sequence) {
            List<String> texts = new ArrayList<>();
            sequence.getValue().forEach(entry -> scalar(entry).ifPresent(texts::add));
            return texts;
        }
        return text(name).map(List::of).orElse(List.of());
    }

    List<Node> entries(String name) {
        Optional<Node> value = node(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.at(value.get(), "expected a list; found " + kindOf(value.get()));
        return List.of();
    }

    private Optional<String> scalar(Node value) {
        if (value instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        problems.at(value, "expected a single value; found " + kindOf(value));
        return Optional.empty();
    }

    private static String kindOf(Node node) {
        return switch (node.getNodeType()) {
            case MAPPING -> "a mapping";
            case SEQUENCE -> "a list";
            case SCALAR -> "\"" + ((ScalarNode) node).getValue() + "\"";
            case ANCHOR -> "an alias";
        };
    }
}
