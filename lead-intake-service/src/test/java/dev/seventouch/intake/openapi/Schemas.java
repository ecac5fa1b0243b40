package dev.seventouch.intake.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Makes values by a schema, breaks them, and holds answers against one: as much of JSON Schema as the document uses. */
public final class Schemas {
    private final ApiDocument document;

    public Schemas(ApiDocument document) {
        this.document = document;
    }

    /** A value that the schema allows. */
    public Object valid(Map<String, Object> node, Random dice) {
        Map<String, Object> schema = document.resolved(node);
        if (schema.get("examples") instanceof List<?> examples) {
            return examples.get(dice.nextInt(examples.size()));
        }
        if (schema.get("enum") instanceof List<?> constants) {
            return constants.get(dice.nextInt(constants.size()));
        }
        if (schema.containsKey("const")) {
            return schema.get("const");
        }
        return switch (String.valueOf(schema.get("type"))) {
            case "object" -> validObject(schema, dice);
            case "array" -> {
                List<Object> items = new ArrayList<>();
                for (int i = 0; i < 1 + dice.nextInt(3); i++) {
                    items.add(valid(ApiDocument.object(schema, "items"), dice));
                }
                yield items;
            }
            case "boolean" -> dice.nextBoolean();
            case "integer" -> dice.nextInt(1000);
            default -> text(schema, dice);
        };
    }

    private Map<String, Object> validObject(Map<String, Object> schema, Random dice) {
        List<Object> needed = new ArrayList<>((List<?>) schema.getOrDefault("required", List.of()));
        List<Map<String, Object>> choices = ApiDocument.list(schema, "anyOf");
        if (!choices.isEmpty()) {
            needed.addAll((List<?>) choices.get(dice.nextInt(choices.size())).get("required"));
        }
        Map<String, Object> made = new LinkedHashMap<>();
        ApiDocument.object(schema, "properties").forEach((name, property) -> {
            if (needed.contains(name) || dice.nextInt(3) == 0) {
                made.put(name, valid(ApiDocument.asObject(property), dice));
            }
        });
        if (schema.get("additionalProperties") instanceof Map<?, ?> more && dice.nextBoolean()) {
            made.put("more" + dice.nextInt(3), valid(ApiDocument.asObject(more), dice));
        }
        return made;
    }

    private static String text(Map<String, Object> schema, Random dice) {
        String pattern = (String) schema.get("pattern");
        if (pattern == null) {
            return List.of("Weiß & Söhne", "a", "two words", "日本", "O'Brien", "x".repeat(200))
                    .get(dice.nextInt(6));
        }
        return List.of("fair", "abc-1", "12.50", "0".repeat(32), "a".repeat(26)).stream()
                .filter(text -> Pattern.matches(pattern, text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no text is made for " + pattern));
    }

    /** A value that the schema forbids, made from one that it allows. */
    public Object broken(Map<String, Object> node, Random dice) {
        Map<String, Object> schema = document.resolved(node);
        if (!(valid(schema, dice) instanceof Map<?, ?> valid) || dice.nextInt(6) == 0) {
            return List.of(7, true, List.of(), List.of(List.of()), "text").get(dice.nextInt(5));
        }
        Map<String, Object> made = new LinkedHashMap<>(ApiDocument.asObject(valid));
        List<String> names = new ArrayList<>(made.keySet());
        String chosen = names.get(dice.nextInt(names.size()));
        switch (dice.nextInt(4)) {
            case 0 -> made.put("no such field", "x");
            case 1 -> made.put(chosen, Map.of("$ne", 1));
            case 2 -> made.put(chosen, 7.5);
            default -> made.put(chosen, List.of(Map.of("deep", List.of())));
        }
        return made;
    }

    /** What is wrong with {@code value}; empty if nothing is. */
    public List<String> faults(Map<String, Object> node, JsonNode value, String at) {
        Map<String, Object> schema = document.resolved(node);
        List<String> faults = new ArrayList<>();
        if (schema.get("enum") instanceof List<?> constants
                && constants.stream().noneMatch(each -> String.valueOf(each).equals(value.asString("")))) {
            faults.add(at + " is " + value + ", none of " + constants);
        }
        switch (String.valueOf(schema.get("type"))) {
            case "object" -> {
                if (!value.isObject()) {
                    faults.add(at + " is no object: " + value);
                }
                for (Object name : (List<?>) schema.getOrDefault("required", List.of())) {
                    if (!value.has((String) name)) {
                        faults.add(at + " lacks " + name);
                    }
                }
                ApiDocument.object(schema, "properties").forEach((name, property) -> {
                    if (value.has(name)) {
                        faults.addAll(faults(ApiDocument.asObject(property), value.get(name), at + "." + name));
                    }
                });
            }
            case "array" -> {
                if (!value.isArray()) {
                    faults.add(at + " is no array: " + value);
                }
                value.forEach(each -> faults.addAll(faults(ApiDocument.object(schema, "items"), each, at + "[]")));
            }
            case "string" -> {
                String pattern = (String) schema.get("pattern");
                if (!value.isString() || (pattern != null && !Pattern.matches(pattern, value.asString()))) {
                    faults.add(at + " is " + value + ", no text like " + pattern);
                }
            }
            case "integer" -> addIf(!value.isIntegralNumber(), at + " is no integer: " + value, faults);
            case "boolean" -> addIf(!value.isBoolean(), at + " is no boolean: " + value, faults);
            default -> {
                // an enum, looked at above
            }
        }
        return faults;
    }

    private static void addIf(boolean wrong, String fault, List<String> faults) {
        if (wrong) {
            faults.add(fault);
        }
    }
}
