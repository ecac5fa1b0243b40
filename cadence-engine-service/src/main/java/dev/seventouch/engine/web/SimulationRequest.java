package dev.seventouch.engine.web;

import dev.seventouch.engine.definition.FactsReader;
import dev.seventouch.engine.definition.Problem;
import dev.seventouch.engine.definition.Reading;
import dev.seventouch.engine.definition.ScriptReader;
import dev.seventouch.engine.dryrun.Usual;
import dev.seventouch.engine.simulation.LeadFacts;
import dev.seventouch.engine.simulation.Script;
import dev.seventouch.events.wire.Json;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to be played.
 *
 * @param from when the lead is captured; now unless given
 * @param days how long to play; a year unless given
 * @param toConfirm whether the capture waits for a confirmation
 * @param lead what is known of the lead, and nothing else; one that is reached everywhere unless given
 * @param script as in {@link ScriptReader}, in JSON
 */
record SimulationRequest(
        @Nullable Instant from,
        @Nullable Integer days,
        @Nullable Boolean toConfirm,
        @Nullable Map<String, JsonNode> lead,
        @Nullable List<JsonNode> script) {
    private static final JsonMapper JSON = Json.conventions().build();

    static final SimulationRequest USUAL = new SimulationRequest(null, null, null, null, null);

    /** @throws BadRequest naming each field that is wrong */
    @Nullable LeadFacts facts() {
        if (lead == null) {
            return null;
        }
        List<FieldProblem> problems = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        lead.forEach((name, value) -> put(values, name, value, problems));
        values.keySet().stream()
                .filter(name -> !name.startsWith("attributes.") && !FactsReader.FIELDS.contains(name))
                .forEach(name -> problems.add(new FieldProblem(
                        "lead." + name,
                        "is not known here; there are " + String.join(", ", FactsReader.FIELDS) + ", attributes.*")));
        LeadFacts facts = FactsReader.read(
                values, Usual.REGION, (field, why) -> problems.add(new FieldProblem("lead." + field, why)));
        if (!problems.isEmpty()) {
            throw new BadRequest(problems);
        }
        return facts;
    }

    private static void put(Map<String, String> values, String name, JsonNode value, List<FieldProblem> problems) {
        if (value.isObject() && !name.contains(".")) {
            value.properties().forEach(part -> put(values, name + "." + part.getKey(), part.getValue(), problems));
        } else if (value.isValueNode()) {
            values.put(name, value.isNull() ? "" : value.asString());
        } else {
            problems.add(new FieldProblem("lead." + name, "expected a single value"));
        }
    }

    /**
     * @param steps the keys of all places to which the lead may come
     * @throws BadRequest naming each entry that is wrong
     */
    Script played(Set<String> steps) {
        if (script == null || script.isEmpty()) {
            return Script.NONE;
        }
        // JSON is YAML: with an entry on each line, the line of a mistake tells its entry.
        String lines = script.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n,", "[", "\n]"));
        return switch (ScriptReader.read(lines, steps)) {
            case Reading.Read<Script>(var read) -> read;
            case Reading.Broken<Script>(var problems) ->
                throw new BadRequest(
                        problems.stream().map(SimulationRequest::ofEntry).toList());
        };
    }

    private static FieldProblem ofEntry(Problem problem) {
        return new FieldProblem("script[" + (problem.line() - 1) + "]", problem.message());
    }
}
