package dev.seventouch.engine.definition;

import dev.seventouch.events.touch.Channel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The templates that a cadence names. One that nobody has published is no mistake of the cadence, as it may be published yet;
 * but until then its touches can't be made.
 */
public final class NamedTemplates {
    private static final Set<String> CHANNELS = Arrays.stream(Channel.values())
            .filter(Channel::isAutomatic)
            .map(Values::word)
            .collect(Collectors.toUnmodifiableSet());
    /** What a touch depends on: a lead may have an attribute of a channel's name. */
    private static final Set<String> TERMS = Set.of("when", "unless");

    private final TreeSet<String> published;
    private final Problems problems;

    private NamedTemplates(Set<String> published, Problems problems) {
        this.published = new TreeSet<>(published);
        this.problems = problems;
    }

    /** The ids of the templates in a directory of campaigns, by their files. */
    public static Set<String> in(Path campaigns) {
        return Campaigns.files(campaigns.resolve("templates"), ".ftl").stream()
                .map(file -> Campaigns.idOf(file.getFileName().toString()))
                .collect(Collectors.toSet());
    }

    /**
     * Those that nobody has published, each where it is named.
     *
     * @param yaml a cadence that can be read
     * @param published by id; as long as there are none, nothing is known of templates here
     */
    public static List<Problem> unknown(String yaml, Set<String> published) {
        Problems problems = new Problems(yaml, 0);
        if (!published.isEmpty()) {
            NamedTemplates named = new NamedTemplates(published, problems);
            Yaml.root(yaml, new Problems(yaml, 0)).map(root -> Fields.of(root, CadenceReader.FIELDS, problems)).stream()
                    .flatMap(cadence ->
                            Stream.of("confirm", "steps", "then", "seasons").map(cadence::node))
                    .flatMap(Optional::stream)
                    .forEach(named::look);
        }
        return problems.all();
    }

    private void look(Node node) {
        switch (node) {
            case SequenceNode list -> list.getValue().forEach(this::look);
            case MappingNode mapping -> mapping.getValue().forEach(this::look);
            default -> {}
        }
    }

    private void look(NodeTuple field) {
        String name = text(field.getKeyNode()).orElse("");
        if (CHANNELS.contains(name)) {
            named(field);
        } else if (!TERMS.contains(name)) {
            look(field.getValueNode());
        }
    }

    private void named(NodeTuple touch) {
        if (touch.getValueNode() instanceof MappingNode details) {
            details.getValue().stream()
                    .filter(detail -> text(detail.getKeyNode()).equals(Optional.of("template")))
                    .findFirst()
                    .map(NodeTuple::getValueNode)
                    .ifPresentOrElse(this::check, () -> check(touch.getKeyNode(), ActionReader.USUAL_FRAME));
        } else {
            check(touch.getValueNode());
        }
    }

    private void check(Node name) {
        text(name).ifPresent(template -> check(name, template));
    }

    private void check(Node place, String template) {
        if (!published.contains(template)) {
            problems.at(place, "there is no template " + Scalars.quoted(template) + Nearest.hint(template, published));
        }
    }

    private static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue().strip()) : Optional.empty();
    }
}
