package dev.seventouch.engine.definition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The fields of one mapping. Every mistake is noted at its place, and reading goes on, so that all are named at once. */
final class Fields {
    private final Node node;
    private final Map<String, NodeTuple> tuples = new LinkedHashMap<>();
    private final Set<String> meant = new HashSet<>();
    private final Problems problems;

    private Fields(Node node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    /** @param known the fields that there are, in the order in which they are told */
    static Fields of(Node node, List<String> known, Problems problems) {
        Fields fields = new Fields(node, problems);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> fields.add(tuple, known));
        } else {
            problems.at(
                    node, "expected a mapping with " + String.join(", ", known) + "; found " + Scalars.kindOf(node));
        }
        return fields;
    }

    /** @param what what the names are of that the author is free to choose */
    static Fields named(Node node, String what, Problems problems) {
        Fields fields = new Fields(node, problems);
        if (node instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(tuple ->
                            Scalars.text(tuple.getKeyNode(), problems).ifPresent(name -> fields.put(name, tuple)));
        } else {
            problems.at(node, "expected a mapping by " + what + "; found " + Scalars.kindOf(node));
        }
        return fields;
    }

    private void add(NodeTuple tuple, List<String> known) {
        Node key = tuple.getKeyNode();
        if (key instanceof ScalarNode scalar && known.contains(scalar.getValue())) {
            put(scalar.getValue(), tuple);
            return;
        }
        if (problems.isFull()) {
            return;
        }
        String found = key instanceof ScalarNode scalar ? scalar.getValue() : Scalars.kindOf(key);
        Optional<String> near = Nearest.to(found, known);
        near.ifPresent(meant::add);
        problems.at(
                key,
                Scalars.quoted(found) + " is not known here"
                        + near.map(Nearest::hint).orElse("; there are " + String.join(", ", known)));
    }

    private void put(String name, NodeTuple tuple) {
        if (tuples.putIfAbsent(name, tuple) != null) {
            problems.at(tuple.getKeyNode(), Scalars.quoted(name) + " is here a second time");
        }
    }

    /** Whether there are fields at all; that there are none is noted already. */
    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean has(String name) {
        return tuples.containsKey(name);
    }

    /** Whether a field is neither there nor what the author meant by another name: that is noted already. */
    boolean lacks(String name) {
        return isMapping() && !has(name) && !meant.contains(name);
    }

    /** The fields that are there, in the order of the text. */
    List<String> names() {
        return List.copyOf(tuples.keySet());
    }

    Optional<Node> node(String name) {
        return Optional.ofNullable(tuples.get(name)).map(NodeTuple::getValueNode);
    }

    /** Where the field's value is, else where the mapping begins: the place for a mistake about its value. */
    Node place(String name) {
        return node(name).orElse(node);
    }

    /** Where the field's name is, else where the mapping begins: the place for a mistake about its being there. */
    Node key(String name) {
        return Optional.ofNullable(tuples.get(name)).map(NodeTuple::getKeyNode).orElse(node);
    }

    void require(String name, String example) {
        if (lacks(name)) {
            problems.at(node, "\"" + name + "\" is missing; for example " + name + ": " + example);
        }
    }

    void refuse(String name, String why) {
        if (has(name)) {
            problems.at(key(name), "leave \"" + name + "\" out: " + why);
        }
    }

    Optional<String> text(String name) {
        return node(name).flatMap(value -> Scalars.text(value, problems));
    }

    /** The field read by {@code read}, which throws IllegalArgumentException with what was expected. */
    <T> Optional<T> value(String name, Function<String, T> read) {
        return node(name).flatMap(value -> Scalars.value(value, read, problems));
    }

    <T> T value(String name, T otherwise, Function<String, T> read) {
        return value(name, read).orElse(otherwise);
    }

    /** The entries of a list; a single value counts as a list of one, and no field as an empty one. */
    List<Node> each(String name) {
        return node(name)
                .map(value -> value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value))
                .orElse(List.of());
    }

    /** Each entry read by {@code read}; none twice. */
    <T> List<T> values(String name, Function<String, T> read) {
        List<T> values = new ArrayList<>();
        Set<T> unique = new HashSet<>();
        for (Node entry : each(name)) {
            Scalars.value(entry, read, problems).ifPresent(value -> {
                if (unique.add(value)) {
                    values.add(value);
                } else {
                    problems.at(entry, Scalars.kindOf(entry) + " is here a second time");
                }
            });
        }
        return values;
    }

    /** {@link #values}, of which there is at least one if the field is there. */
    <T> List<T> someValues(String name, Function<String, T> read) {
        if (has(name) && each(name).isEmpty()) {
            problems.at(place(name), "expected at least one; found an empty list");
        }
        return values(name, read);
    }

    /** The entries of a list of at most so many. */
    List<Node> entries(String name, int most) {
        Optional<Node> value = node(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof SequenceNode sequence)) {
            problems.at(value.get(), "expected a list; found " + Scalars.kindOf(value.get()));
            return List.of();
        }
        List<Node> entries = sequence.getValue();
        if (entries.size() > most) {
            problems.at(value.get(), "expected at most " + most + "; found " + entries.size());
            return entries.subList(0, most);
        }
        return entries;
    }

    Optional<Fields> mapping(String name, String... known) {
        return node(name).map(value -> of(value, List.of(known), problems));
    }
}
