package dev.seventouch.events.touch;

/** Whom a touch is addressed to. */
public enum Recipient {
    LEAD,
    /** The lead's owner: an alert or a list. What the lead forbade does not bind it. */
    OWNER
}
