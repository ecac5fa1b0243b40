package dev.seventouch.intake.consent;

import dev.seventouch.events.lead.Consent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a lead has agreed to, before it is known when.
 *
 * @param wording the very words that the lead agreed to
 * @param ip the address the agreement came from; null where the sender is not the lead
 */
public record Agreement(String wording, @Nullable String ip) {

    public Consent given(String source, Instant at) {
        return new Consent(wording, at, source, ip);
    }
}
