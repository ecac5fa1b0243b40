package dev.seventouch.engine.cadence;

import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Limits;
import dev.seventouch.engine.policy.Timing;
import dev.seventouch.events.lead.Contact;

/** What holds for every touch of a cadence. */
public record Rules(ContactTime time, Limits limits, Release release, Waits waits, Scoring scoring) {

    /** The time of one lead: on its wall clock, with the holidays of its country. */
    public Timing timing(Contact contact) {
        return Timing.of(time, limits, contact.zone(), contact.phone(), contact.country());
    }

    public static Rules of(ContactTime time, Limits limits) {
        return new Rules(time, limits, Release.AT_ONCE, Waits.USUAL, Scoring.USUAL);
    }
}
