package dev.seventouch.engine.definition;

import dev.seventouch.engine.simulation.LeadFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Reads a lead that somebody wrote down for a dry run. */
public final class LeadReader {
    private static final String ATTRIBUTES = "attributes";
    private static final String OWNER = "owner";
    private static final List<String> FIELDS = Stream.concat(
                    FactsReader.FIELDS.stream().filter(field -> !field.startsWith(OWNER + ".")), Stream.of(ATTRIBUTES))
            .toList();

    private LeadReader() {}

    /** @param region where a phone number without a country code is dialled, as {@link FactsReader#read} takes it */
    public static Reading<LeadFacts> read(String yaml, String region) {
        return Yaml.read(yaml, 0, (root, problems) -> facts(Fields.of(root, FIELDS, problems), region, problems));
    }

    static LeadFacts facts(Fields lead, String region, Problems problems) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : lead.names()) {
            if (name.equals(ATTRIBUTES)) {
                put(values, name, Fields.named(lead.place(name), "attribute", problems));
            } else if (name.equals(OWNER) && lead.place(name) instanceof MappingNode owner) {
                put(values, name, Fields.of(owner, List.of("name", "email", "phone"), problems));
            } else {
                lead.text(name).ifPresent(text -> values.put(name, text));
            }
        }
        return FactsReader.read(
                values, region, (field, message) -> problems.at(lead.place(field), "\"" + field + "\": " + message));
    }

    private static void put(Map<String, String> values, String name, Fields fields) {
        for (String part : fields.names()) {
            fields.text(part).ifPresent(text -> values.put(name + "." + part, text));
        }
    }

    static List<String> fields() {
        return FIELDS;
    }
}
