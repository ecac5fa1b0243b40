package dev.seventouch.intake.link;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.capture.ViewUnreachable;
import java.time.Duration;
import java.time.InstantSource;

/** How long a request to confirm stands: the engine ends it as well, and a late "yes" must not look as if it counted. */
public record Confirmations(LeadView known, InstantSource clock, Duration within) {

    boolean isTooLate(LeadId lead) {
        try {
            return known.find(lead)
                    .filter(captured -> captured.waitsForConfirmation()
                            && captured.latest().plus(within).isBefore(clock.instant()))
                    .isPresent();
        } catch (ViewUnreachable e) {
            return false; // better to take a "yes" than to lose it: the engine looks at the time again
        }
    }
}
