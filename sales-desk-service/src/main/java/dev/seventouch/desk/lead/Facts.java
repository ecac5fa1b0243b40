package dev.seventouch.desk.lead;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.Rep;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who a lead is. This is the only place of the desk that holds personal data, so that erasing it erases all.
 *
 * @param phone E.164
 * @param source where the lead came from, such as {@code website}
 * @param said what was said in the last conversation
 * @param agreed what was agreed to happen next, in words
 * @param capturedAt when the lead last left its details, in house time
 */
public record Facts(
        @Nullable String name,
        @Nullable String company,
        @Nullable String email,
        @Nullable String phone,
        String source,
        @Nullable Rep owner,
        @Nullable String said,
        @Nullable String agreed,
        Instant capturedAt) {

    public static Facts of(Lead lead, Instant capturedAt) {
        Contact contact = lead.contact();
        Conversation last = lead.lastConversation();
        return new Facts(
                contact.name(),
                contact.company(),
                contact.email(),
                contact.phone(),
                lead.origin().source(),
                lead.owner(),
                last == null ? null : last.said(),
                last == null ? null : last.agreed(),
                capturedAt);
    }
}
