package dev.seventouch.engine.faults;

import dev.seventouch.events.lead.LeadId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Where leads stand, as the engine tells it. */
record Standings(Map<LeadId, JsonNode> byLead) {
    /** What an engine decides by its own clock is a moment later than what it was told. */
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private static final Comparator<JsonNode> SAME =
            (one, other) -> one.equals(other) || isTheSameMoment(one, other) ? 0 : 1;

    static Standings toldBy(Engine engine, int leads) {
        Map<LeadId, JsonNode> byLead = new LinkedHashMap<>();
        for (int number = 0; number < leads; number++) {
            LeadId lead = Leads.id(number);
            byLead.put(lead, engine.standingOf(lead));
        }
        return new Standings(byLead);
    }

    /** One line for each lead that stands elsewhere now. */
    List<String> movedTo(Standings now) {
        return byLead.entrySet().stream()
                .filter(stood -> !stood.getValue().equals(SAME, now.byLead().get(stood.getKey())))
                .map(stood -> "%s%n  stood at  %s%n  stands at %s"
                        .formatted(
                                Life.of(Leads.numberOf(stood.getKey())),
                                stood.getValue(),
                                now.byLead().get(stood.getKey())))
                .toList();
    }

    private static boolean isTheSameMoment(JsonNode one, JsonNode other) {
        if (!one.isString() || !other.isString()) {
            return false;
        }
        try {
            Duration apart = Duration.between(Instant.parse(one.stringValue()), Instant.parse(other.stringValue()));
            return apart.abs().compareTo(A_MOMENT) < 0;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
