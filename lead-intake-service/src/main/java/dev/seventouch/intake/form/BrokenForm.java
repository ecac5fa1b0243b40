package dev.seventouch.intake.form;

/** A form's declaration can't be used: its author's mistake, named so that it can be mended. */
final class BrokenForm extends RuntimeException {
    private final String what;

    /** @param where it stands, such as its file */
    BrokenForm(String where, String what) {
        super(where + ": " + what, null, false, false);
        this.what = what;
    }

    /** The key and what is wrong with it, without where it stands. */
    String what() {
        return what;
    }
}
