package dev.seventouch.mailer.lint;

import java.util.stream.Stream;

/** Something to be said about a template as a whole. */
interface Rule {

    Stream<Finding> look(Draft draft);
}
