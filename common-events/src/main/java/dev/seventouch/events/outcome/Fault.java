package dev.seventouch.events.outcome;

/** Whose fault a failed hand-over is. */
public enum Fault {
    /** The lead's address does not work. */
    LEAD,
    /** The address may work again: its mailbox is full, or its server can't take mail. It counts as what comes back for now. */
    MAILBOX,
    /** Our own set-up is refused: authentication, reputation, policy. */
    SENDER,
    /** The content can't be rendered or is refused. */
    CONTENT
}
