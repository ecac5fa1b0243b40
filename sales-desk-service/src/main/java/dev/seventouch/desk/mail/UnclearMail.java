package dev.seventouch.desk.mail;

import dev.seventouch.events.lead.LeadId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail that waits for a person. What is in it was written by anybody.
 *
 * @param at when it came in
 * @param lead whoever has the address that it came from, known or not
 * @param why nobody but a person can tell
 * @param text what it says, without markup; only where one mail is read, and null if it is not kept
 * @param decision what was decided about it, and is not carried out yet
 */
public record UnclearMail(
        String id,
        Instant at,
        @Nullable LeadId lead,
        @Nullable String why,
        @Nullable String from,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String decision) {}
