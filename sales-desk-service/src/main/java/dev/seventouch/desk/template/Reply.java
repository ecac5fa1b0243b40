package dev.seventouch.desk.template;

import java.util.List;

/** What the mailer said to a wish. */
public sealed interface Reply<T> {

    record Done<T>(T what) implements Reply<T> {}

    /** @param whys each in one line, for whoever wished it */
    record Refused<T>(List<String> whys) implements Reply<T> {}
}
