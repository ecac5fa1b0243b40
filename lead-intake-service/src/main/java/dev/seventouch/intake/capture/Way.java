package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.intake.lead.Details;
import org.jspecify.annotations.Nullable;

/** What a capture tells of the lead's own will. */
enum Way {
    /** By itself or on its behalf, now. Who has confirmed once, or came in another way, is not asked (again). */
    SENT {
        @Override
        boolean hasToConfirm(Details details, LeadEvent.@Nullable Captured older) {
            return details.toConfirm() && (older == null || older.waitsForConfirmation());
        }
    },
    /** On a list, which is no act of the lead: whoever has to confirm still has to. */
    LISTED {
        @Override
        boolean hasToConfirm(Details details, LeadEvent.@Nullable Captured older) {
            return older != null && older.waitsForConfirmation();
        }
    };

    abstract boolean hasToConfirm(Details details, LeadEvent.@Nullable Captured older);
}
