package dev.seventouch.desk.mail;

import dev.seventouch.desk.away.IntakeAway;
import dev.seventouch.desk.page.Page;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mails that wait for a person, at intake. All methods throw {@link IntakeAway} where it can't be reached. */
public interface UnclearMails {

    /**
     * The newest first.
     *
     * @param after where the page before ended, null for the first; what is no such place is as null
     */
    Page<UnclearMail> newest(@Nullable String after);

    /** @return empty if it does not wait, or waits no longer */
    Optional<UnclearMail> read(String id);

    /**
     * @param who an address or the id of a lead; empty where the mail is nothing
     * @param by who decides
     */
    Decided decide(String id, Is is, String who, String by);

    /** What a mail is. */
    enum Is {
        REPLY,
        STOP,
        NOTHING
    }

    /** What became of a decision. */
    sealed interface Decided {

        /** It is carried out, now or before. */
        record Done() implements Decided {}

        /** Somebody decided otherwise before. */
        record Late() implements Decided {}

        /** No mail waits there. */
        record Gone() implements Decided {}

        /** @param why such as "belongs to no lead" */
        record Refused(String why) implements Decided {}
    }
}
