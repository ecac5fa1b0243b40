package dev.seventouch.engine.definition;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * What a cadence says that others must fit, each where it is said. It is known even of a text with mistakes elsewhere, so that
 * one broken cadence doesn't make others look broken.
 *
 * @param sources the sources whose leads it takes
 * @param otherwise that it takes all whose source nobody names
 * @param customers where its customers go on
 */
record Claims(Optional<Said> id, List<Said> sources, Optional<Said> otherwise, Optional<Said> customers) {

    record Said(String text, Node place) {}

    static Claims of(String yaml) {
        // What is wrong in the text itself is noted where it is read in earnest.
        Problems unheard = new Problems(yaml, 0);
        Optional<Fields> cadence = Yaml.root(yaml, unheard).map(root -> Fields.of(root, CadenceReader.FIELDS, unheard));
        Optional<Fields> audience = cadence.flatMap(fields -> fields.mapping("for", "source", "otherwise"));
        return new Claims(
                cadence.flatMap(fields -> said(fields, "id")),
                audience.map(fields -> fields.each("source").stream()
                                .flatMap(node -> said(node).stream())
                                .toList())
                        .orElse(List.of()),
                audience.filter(fields -> fields.value("otherwise", false, Values::yes))
                        .map(fields -> new Said("otherwise", fields.place("otherwise"))),
                cadence.flatMap(fields -> said(fields, "customers")));
    }

    private static Optional<Said> said(Fields fields, String name) {
        return fields.node(name).flatMap(Claims::said);
    }

    private static Optional<Said> said(Node node) {
        return node instanceof ScalarNode scalar && !scalar.getValue().isBlank()
                ? Optional.of(new Said(scalar.getValue().strip(), node))
                : Optional.empty();
    }
}
