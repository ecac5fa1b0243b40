package dev.seventouch.engine.faults;

import dev.seventouch.events.lead.LeadId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where leads stand, as the engine tells it. */
record Standings(Map<LeadId, JsonNode> byLead) {
    /** What nobody has answered is put on its way once more, under its id; how long it has for that begins anew. */
    private static final String BEGINS_ANEW = "expiresAt";

    static Standings toldBy(Engine engine, int leads) {
        Map<LeadId, JsonNode> byLead = new LinkedHashMap<>();
        for (int number = 0; number < leads; number++) {
            LeadId lead = Leads.id(number);
            JsonNode standing = engine.standingOf(lead);
            standing.findParents(BEGINS_ANEW).forEach(touch -> ((ObjectNode) touch).remove(BEGINS_ANEW));
            byLead.put(lead, standing);
        }
        return new Standings(byLead);
    }

    /** One line for each lead that stands elsewhere now. */
    List<String> movedTo(Standings now) {
        return byLead.entrySet().stream()
                .filter(stood -> !stood.getValue().equals(now.byLead().get(stood.getKey())))
                .map(stood -> "%s%n  stood at  %s%n  stands at %s"
                        .formatted(
                                Life.of(Leads.numberOf(stood.getKey())),
                                stood.getValue(),
                                now.byLead().get(stood.getKey())))
                .toList();
    }
}
