package dev.seventouch.intake.mailbox;

import dev.seventouch.service.link.TouchMarks.Mark;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a mail turned out to be. */
sealed interface Finding {

    /**
     * A person answered.
     *
     * @param mark of the touch that is answered, if the mail names one
     * @param words that are new in it
     */
    record Reply(Optional<Mark> mark, String words) implements Finding {}

    /** A person says stop, and nothing else. */
    record Stop(Optional<Mark> mark) implements Finding {}

    /** A machine answered (RFC 3834). */
    record AutoReply(Optional<Mark> mark) implements Finding {}

    /**
     * A mail of ours came back.
     *
     * @param status such as {@code 5.1.1}
     */
    record Bounce(Mark mark, boolean permanent, String status) implements Finding {}

    /** A lead called a mail of ours spam (RFC 5965). */
    record Complaint(Mark mark) implements Finding {}

    /** It changes nothing and needs nobody. */
    record Nothing(@Nullable Mark mark, String why) implements Finding {}

    /** A person has to look at it. */
    record Unclear(String why) implements Finding {}
}
