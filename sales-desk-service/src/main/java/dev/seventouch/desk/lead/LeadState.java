package dev.seventouch.desk.lead;

/** How a lead stands. */
public enum LeadState {
    /** It is followed up. */
    ACTIVE,
    /** It asked for a break; its place is kept. */
    PAUSED,
    /** A person takes over now. */
    READY_TO_BUY,
    /** It bought. */
    CONVERTED,
    /** It said stop, on every medium. */
    UNSUBSCRIBED,
    /** No automatic touch will follow, for another reason. */
    ENDED
}
