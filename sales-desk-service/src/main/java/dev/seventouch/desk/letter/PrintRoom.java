package dev.seventouch.desk.letter;

import dev.seventouch.desk.away.MailerAway;
import dev.seventouch.events.touch.TouchId;
import java.util.Optional;
import java.util.Set;

/** The mailer's print room. All of its methods throw {@link MailerAway} where it can't be reached. */
public interface PrintRoom {

    PrintQueue queue();

    /** @return empty if there is no such batch */
    Optional<Stack> stack(String batch);

    /** Makes a batch of what waits now. @return empty if nothing does */
    Optional<Batch> makeBatch();

    /** @return whether {@code by} has it now; not if somebody else was quicker */
    boolean claim(String batch, String by);

    /** Gives it back, for somebody else to print. @return whether it was claimed */
    boolean release(String batch, String by);

    /** Its letters are handed over. Said again, it does what was left undone. @return whether somebody had claimed it */
    boolean posted(String batch, String by);

    /** These came back: their leads count as undeliverable by post. @return how many of them were posted with this batch */
    int returned(String batch, Set<TouchId> touches);

    /** @return the file; empty if there is no such batch */
    Optional<byte[]> fetch(String batch, Paper paper);
}
