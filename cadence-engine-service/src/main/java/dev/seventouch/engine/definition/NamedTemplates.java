package dev.seventouch.engine.definition;

import dev.seventouch.events.touch.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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

    private static final String FENCE = "---";

    private final Looker looker;

    private NamedTemplates(Looker looker) {
        this.looker = looker;
    }

    /** Looks at each template that is named. */
    private interface Looker {

        /** @param framesAnItem whether the touch takes an item of the library */
        void at(Node place, String template, boolean framesAnItem);
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
        TreeSet<String> known = new TreeSet<>(published);
        return known.isEmpty()
                ? List.of()
                : problems(yaml, problems -> (place, template, _) -> {
                    if (!known.contains(template)) {
                        problems.at(
                                place,
                                "there is no template " + Scalars.quoted(template) + Nearest.hint(template, known));
                    }
                });
    }

    /**
     * Those that frame an item of the library where there is none: that touch could never be made.
     *
     * @param yaml a cadence that can be read
     * @param framing the templates that need an item, by id
     */
    public static List<Problem> withoutItem(String yaml, Set<String> framing) {
        return problems(yaml, problems -> (place, template, framesAnItem) -> {
            if (!framesAnItem && framing.contains(template)) {
                problems.at(
                        place,
                        "the template " + Scalars.quoted(template)
                                + " frames an item of the library; write { from: library, template: " + template
                                + " }, or name another template");
            }
        });
    }

    /** Whether a template says of itself that it frames an item: {@code needs: item} in its front matter. */
    static boolean needsAnItem(String source) {
        return source.startsWith(FENCE)
                && source.lines()
                        .skip(1)
                        .takeWhile(line -> !line.startsWith(FENCE))
                        .anyMatch(line -> line.strip().matches("needs:\\s*item"));
    }

    /** The templates in a directory of campaigns that need an item, by their files. */
    public static Set<String> framingIn(Path campaigns) {
        return Campaigns.files(campaigns.resolve("templates"), ".ftl").stream()
                .filter(NamedTemplates::needsAnItem)
                .map(file -> Campaigns.idOf(file.getFileName().toString()))
                .collect(Collectors.toSet());
    }

    private static boolean needsAnItem(Path file) {
        try {
            return needsAnItem(Files.readString(file));
        } catch (IOException e) {
            return false; // the mailer, which publishes it, says what is wrong with it
        }
    }

    private static List<Problem> problems(String yaml, Function<Problems, Looker> looker) {
        Problems problems = new Problems(yaml, 0);
        NamedTemplates named = new NamedTemplates(looker.apply(problems));
        Yaml.root(yaml, new Problems(yaml, 0))
                .map(root -> Fields.of(root, CadenceReader.FIELDS, new Problems(yaml, 0)))
                .stream()
                .flatMap(cadence ->
                        Stream.of("confirm", "steps", "then", "seasons").map(cadence::node))
                .flatMap(Optional::stream)
                .forEach(named::look);
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
            boolean framesAnItem = detail(details, "from").isPresent();
            detail(details, "template")
                    .ifPresentOrElse(
                            template -> check(template, framesAnItem),
                            () -> looker.at(touch.getKeyNode(), ActionReader.USUAL_FRAME, framesAnItem));
        } else {
            check(touch.getValueNode(), false);
        }
    }

    private static Optional<Node> detail(MappingNode details, String name) {
        return details.getValue().stream()
                .filter(detail -> text(detail.getKeyNode()).equals(Optional.of(name)))
                .findFirst()
                .map(NodeTuple::getValueNode);
    }

    private void check(Node name, boolean framesAnItem) {
        text(name).ifPresent(template -> looker.at(name, template, framesAnItem));
    }

    private static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue().strip()) : Optional.empty();
    }
}
