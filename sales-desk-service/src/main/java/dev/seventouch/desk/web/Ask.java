package dev.seventouch.desk.web;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.service.web.BadRequest;
import org.jspecify.annotations.Nullable;

/** Reads what a client asks for; a mistake becomes a 400 that names the field. */
final class Ask {

    private Ask() {}

    static LeadId leadId(String text) {
        try {
            return new LeadId(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("leadId", String.valueOf(e.getMessage()));
        }
    }

    static @Nullable LeadId leadIdIfAny(@Nullable String text) {
        return text == null || text.isBlank() ? null : leadId(text.strip());
    }

    /** @param most what is allowed at most; an answer is never longer */
    static int limit(@Nullable String text, int usual, int most) {
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            int limit = Integer.parseInt(text.strip());
            if (limit >= 1 && limit <= most) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Answered below, as any other number that is not allowed.
        }
        throw new BadRequest("limit", "is a whole number from 1 to " + most);
    }
}
