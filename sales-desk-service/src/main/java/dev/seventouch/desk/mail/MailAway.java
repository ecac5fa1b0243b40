package dev.seventouch.desk.mail;

/** Intake can't be asked now, or its answer can't be understood: what was wished may have been done, or not. */
public final class MailAway extends RuntimeException {

    /** @param why for the log */
    public MailAway(String why, Throwable cause) {
        super(why, cause);
    }

    public MailAway(String why) {
        super(why);
    }
}
