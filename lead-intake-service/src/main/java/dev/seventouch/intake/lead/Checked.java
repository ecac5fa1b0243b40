package dev.seventouch.intake.lead;

import java.util.List;

/** What became of a submission that was looked at. */
public sealed interface Checked {

    /** It can be used. */
    record Usable(Details details) implements Checked {}

    /** It can't: every field that is wrong, with its cure. */
    record Refused(List<Problem> problems) implements Checked {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
