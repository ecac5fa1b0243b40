package dev.seventouch.intake.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.intake.openapi.ApiDocument.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What linters of others ask of a description, as far as it needs nothing but the file. */
class ApiLintTest {
    private static final ApiDocument DOCUMENT = ApiDocument.read(Path.of("openapi.yaml"));
    private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");

    @Test
    void every_operation_has_a_name_of_its_own_and_says_what_it_is_for() {
        Set<Object> names = new HashSet<>();
        Set<Object> tags = ApiDocument.list(DOCUMENT.root(), "tags").stream()
                .map(tag -> tag.get("name"))
                .collect(Collectors.toSet());
        for (Operation operation : DOCUMENT.operations()) {
            assertThat(names.add(operation.node().get("operationId")))
                    .as("%s has an operationId of its own", operation)
                    .isTrue();
            for (String key : List.of("summary", "description")) {
                assertThat((String) operation.node().get(key))
                        .as("%s: %s", operation, key)
                        .isNotBlank();
            }
            assertThat(new ArrayList<Object>((List<?>) operation.node().get("tags")))
                    .as("%s: tags", operation)
                    .hasSize(1)
                    .isSubsetOf(tags);
        }
        assertThat(ApiDocument.object(DOCUMENT.root(), "info")).containsKeys("title", "version", "contact", "license");
    }

    @Test
    void every_part_of_a_path_is_a_parameter_that_is_required() {
        for (Operation operation : DOCUMENT.operations()) {
            Set<String> inPath = new HashSet<>();
            Matcher part = IN_PATH.matcher(operation.path());
            while (part.find()) {
                inPath.add(part.group(1));
            }
            assertThat(operation.parameters("path"))
                    .as(operation.toString())
                    .allMatch(parameter -> Boolean.TRUE.equals(parameter.get("required")))
                    .extracting(parameter -> (String) parameter.get("name"))
                    .containsExactlyInAnyOrderElementsOf(inPath);
        }
    }

    @Test
    void every_component_is_used_and_every_reference_leads_somewhere() {
        Set<String> used = new HashSet<>();
        collect(DOCUMENT.root(), used);
        List<String> there = new ArrayList<>();
        ApiDocument.object(DOCUMENT.root(), "components").forEach((kind, components) -> {
            if (!kind.equals("securitySchemes")) {
                ApiDocument.asObject(components)
                        .keySet()
                        .forEach(name -> there.add("#/components/" + kind + "/" + name));
            }
        });
        assertThat(there).isNotEmpty().containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void whoever_needs_a_key_is_told_what_comes_without_it() {
        for (Operation operation : DOCUMENT.operations()) {
            boolean open = List.of().equals(operation.node().get("security"));
            assertThat(ApiDocument.object(operation.node(), "responses").containsKey("401"))
                    .as("%s describes a 401", operation)
                    .isEqualTo(!open);
        }
    }

    private static void collect(Object node, Set<String> references) {
        switch (node) {
            case Map<?, ?> object -> {
                if (object.get("$ref") instanceof String reference) {
                    references.add(reference);
                }
                object.values().forEach(value -> collect(value, references));
            }
            case List<?> many -> many.forEach(value -> collect(value, references));
            case null, default -> {}
        }
    }
}
