package dev.seventouch.engine.dryrun;

import java.util.List;

/** Something that was given can't be read: one line for each mistake. */
public final class Refused extends RuntimeException {
    public Refused(List<String> lines) {
        super(String.join(System.lineSeparator(), lines), null, false, false);
    }

    public Refused(String line) {
        this(List.of(line));
    }
}
