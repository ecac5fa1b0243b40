package dev.seventouch.desk.away;

/** The mailer can't be asked now, or its answer can't be understood: what was wished may have been done, or not. */
public final class MailerAway extends RuntimeException {

    /** @param why for the log */
    public MailerAway(String why, Throwable cause) {
        super(why, cause);
    }

    public MailerAway(String why) {
        super(why);
    }
}
