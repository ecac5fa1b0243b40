package dev.seventouch.intake.form;

/** Somebody who tells people from machines. */
public interface Challenge {

    enum Verdict {
        PERSON,
        MACHINE,
        /** It could not be asked. */
        UNKNOWN
    }

    /**
     * Judges what a page got from the challenge that it showed.
     *
     * @param ip of whoever sent it
     */
    Verdict judge(String token, String ip);
}
