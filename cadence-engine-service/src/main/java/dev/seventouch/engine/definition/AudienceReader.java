package dev.seventouch.engine.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the leads that a library item is for: by fact or attribute, the values of which the lead's is one. */
final class AudienceReader {
    private static final Map<String, Function<String, String>> FACTS =
            Map.of("source", Values::source, "country", Regions::country, "language", Regions::language);

    private final Problems problems;

    AudienceReader(Problems problems) {
        this.problems = problems;
    }

    /** The audience of {@code for}; empty means everybody. */
    Map<String, Set<String>> read(Fields item) {
        Map<String, Set<String>> audience = new LinkedHashMap<>();
        item.mapping("for", "source", "country", "language", "attributes").ifPresent(fields -> {
            for (String name : fields.names()) {
                Function<String, String> fact = FACTS.get(name);
                if (fact == null) {
                    attributes(Fields.named(fields.place(name), "attribute", problems), audience);
                } else {
                    put(audience, name, fields.someValues(name, fact));
                }
            }
        });
        return audience;
    }

    private void attributes(Fields attributes, Map<String, Set<String>> audience) {
        for (String name : attributes.names()) {
            if (FACTS.containsKey(name)) {
                problems.at(
                        attributes.key(name),
                        "\"" + name + "\" is a fact, not an attribute; name it beside \"attributes\"");
            } else {
                put(audience, name, attributes.someValues(name, value -> value));
            }
        }
    }

    private static void put(Map<String, Set<String>> audience, String name, List<String> values) {
        audience.put(name, Set.copyOf(values));
    }
}
