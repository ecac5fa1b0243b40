package dev.seventouch.mailer.domain;

/**
 * One thing that was looked at.
 *
 * @param what such as SPF
 * @param is what was found there
 * @param cure what to do; empty if it is in order
 */
public record Finding(Grade grade, String what, String is, String cure) {

    /** How much it matters. */
    public enum Grade {
        GOOD,
        /** Mail arrives, but not as surely as it could. */
        WEAK,
        /** Large receivers refuse or bury the mail. */
        MISSING
    }

    static Finding good(String what, String is) {
        return new Finding(Grade.GOOD, what, is, "");
    }

    static Finding weak(String what, String is, String cure) {
        return new Finding(Grade.WEAK, what, is, cure);
    }

    static Finding missing(String what, String is, String cure) {
        return new Finding(Grade.MISSING, what, is, cure);
    }
}
