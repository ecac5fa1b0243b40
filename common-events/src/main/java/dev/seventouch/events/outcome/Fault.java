package dev.seventouch.events.outcome;

/** Whose fault a failed hand-over is. */
public enum Fault {
    /** The lead's address does not work. */
    LEAD,
    /** Our own set-up is refused: authentication, reputation, policy. */
    SENDER,
    /** The content can't be rendered or is refused. */
    CONTENT
}
