package dev.seventouch.engine.enrollment;

/** What ends an enrollment. Nothing else does. */
public enum Ending {
    /** The lead said stop, or complained. */
    STOPPED,
    READY_TO_BUY,
    /** No medium is left on which the lead can be reached. */
    UNDELIVERABLE,
    CONVERTED
}
