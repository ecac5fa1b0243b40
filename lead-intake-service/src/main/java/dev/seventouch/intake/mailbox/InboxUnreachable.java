package dev.seventouch.intake.mailbox;

/** What has been read of mailboxes can't be asked or kept now. */
public final class InboxUnreachable extends RuntimeException {
    public InboxUnreachable(Throwable cause) {
        super("the inbox can't be reached", cause);
    }
}
