package dev.seventouch.engine.cadence;

/** What ends an enrollment. Nothing else does. */
public enum Ending {
    /** The lead said stop, or complained. */
    STOPPED,
    READY_TO_BUY,
    /** No medium is left on which the lead can be reached. */
    UNDELIVERABLE,
    /** The lead bought, and no cadence is named for customers. */
    CONVERTED,
    /** The lead was asked to confirm and did not. */
    UNCONFIRMED,
    /** The lead's address has changed, and the person is followed up as another lead. */
    MOVED
}
