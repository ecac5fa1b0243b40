package dev.seventouch.intake.web;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.service.web.NotFound;

/** Ids of leads in addresses. */
final class LeadIds {
    private LeadIds() {}

    /** @throws NotFound if {@code text} can't be the id of a lead */
    static LeadId read(String text) {
        try {
            return new LeadId(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound("That is not the id of a lead: " + e.getMessage() + ".");
        }
    }

    static NotFound unknown() {
        return new NotFound("No lead has this id.");
    }
}
