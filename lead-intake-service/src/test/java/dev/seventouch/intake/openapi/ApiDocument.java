package dev.seventouch.intake.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The API's description, read as far as tests need it (OpenAPI 3.1). */
public final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final Map<String, Object> root;

    private ApiDocument(Map<String, Object> root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked")
    public static ApiDocument read(Path file) {
        try {
            return new ApiDocument((Map<String, Object>)
                    new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Object> root() {
        return root;
    }

    /** @param node of the operation itself */
    public record Operation(
            String method, String path, List<Map<String, Object>> parameters, Map<String, Object> node) {

        public List<Map<String, Object>> parameters(String in) {
            return parameters.stream().filter(each -> each.get("in").equals(in)).toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        object(root, "paths")
                .forEach((path, item) -> asObject(item).forEach((method, node) -> {
                    if (METHODS.contains(method)) {
                        List<Map<String, Object>> parameters = new ArrayList<>(list(asObject(item), "parameters"));
                        parameters.addAll(list(asObject(node), "parameters"));
                        operations.add(new Operation(
                                method.toUpperCase(java.util.Locale.ROOT),
                                path,
                                parameters.stream().map(this::resolved).toList(),
                                asObject(node)));
                    }
                }));
        return operations;
    }

    /** What stands behind a reference, if {@code node} is one; parts that are put together are one. */
    public Map<String, Object> resolved(Map<String, Object> node) {
        Map<String, Object> resolved = node;
        while (resolved.get("$ref") instanceof String reference) {
            Map<String, Object> target = root;
            for (String step : reference.substring(2).split("/", -1)) {
                target = object(target, step);
            }
            resolved = target;
        }
        if (!resolved.containsKey("allOf")) {
            return resolved;
        }
        Map<String, Object> all = new LinkedHashMap<>();
        for (Map<String, Object> part : list(resolved, "allOf")) {
            add(resolved(part), all);
        }
        add(resolved, all);
        all.remove("allOf");
        return all;
    }

    private static void add(Map<String, Object> part, Map<String, Object> all) {
        part.forEach((key, value) -> all.merge(key, value, (old, fresh) -> switch (key) {
            case "properties" -> {
                Map<String, Object> both = new LinkedHashMap<>(asObject(old));
                both.putAll(asObject(fresh));
                yield both;
            }
            case "required" -> {
                List<Object> both = new ArrayList<>((List<?>) old);
                both.addAll((List<?>) fresh);
                yield both;
            }
            default -> fresh;
        }));
    }

    static Map<String, Object> object(Map<String, Object> of, String name) {
        return asObject(of.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> asObject(Object node) {
        return (Map<String, Object>) node;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> list(Map<String, Object> of, String name) {
        return (List<Map<String, Object>>) of.getOrDefault(name, List.of());
    }
}
