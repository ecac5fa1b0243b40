package dev.seventouch.intake.form;

import java.nio.file.Path;

/** A form's file can't be used: its author's mistake, named so that it can be mended. */
final class BrokenForm extends RuntimeException {
    BrokenForm(Path file, String what) {
        super(file + ": " + what, null, false, false);
    }
}
