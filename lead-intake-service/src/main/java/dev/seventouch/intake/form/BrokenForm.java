package dev.seventouch.intake.form;

import org.jspecify.annotations.Nullable;

/** A form's declaration can't be used: its author's mistake, named so that it can be mended. */
final class BrokenForm extends RuntimeException {
    private final @Nullable String key;
    private final String what;

    /**
     * @param where it stands, such as its file
     * @param key such as {@code fill-time.at-least}; null if it is about the whole
     * @param what is wrong, and the cure; reads on after the key
     */
    BrokenForm(String where, @Nullable String key, String what) {
        super(where + ": " + (key == null ? "" : key + ": ") + what, null, false, false);
        this.key = key;
        this.what = what;
    }

    @Nullable String key() {
        return key;
    }

    String what() {
        return what;
    }
}
