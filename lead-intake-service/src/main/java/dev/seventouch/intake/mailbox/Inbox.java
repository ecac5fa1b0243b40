package dev.seventouch.intake.mailbox;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has been read of mailboxes, and what of it waits for a person. */
public interface Inbox {

    /** @throws InboxUnreachable if it can't be asked */
    boolean has(String id);

    /**
     * Keeps what came of a mail; the same mail again alters nothing.
     *
     * @throws InboxUnreachable if it is not certain that it was kept
     */
    void keep(Entry entry);

    /**
     * Those that wait for a person, newest first.
     *
     * @throws InboxUnreachable if it can't be asked
     */
    List<Entry> waiting(int most);

    /**
     * Somebody has seen to it: who wrote it and about what is erased.
     *
     * @return whether it waited
     * @throws InboxUnreachable if it is not certain
     */
    boolean done(String id);

    /**
     * Erases who wrote what waits, and about what, of people who are to be forgotten.
     *
     * @throws InboxUnreachable if it is not certain
     */
    void forget(Collection<LeadId> writers);

    /**
     * Forgets what is older.
     *
     * @throws InboxUnreachable if it is not certain
     */
    void forgetBefore(Instant before);

    /** @throws InboxUnreachable if it can't be asked */
    Optional<Checkpoint> checkpoint(String mailbox);

    /** @throws InboxUnreachable if it is not certain that it was kept */
    void keep(String mailbox, Checkpoint reached);

    /**
     * How far a mailbox has been read.
     *
     * @param validity what UIDs are counted under (RFC 9051 2.3.1.1)
     * @param uid the last one that was read
     */
    record Checkpoint(long validity, long uid) {}

    /**
     * One mail.
     *
     * @param id derived from its bytes
     * @param at when it came in
     * @param found such as {@code bounced} or {@code unclear}
     * @param lead whom it is about; of what waits for a person, whoever has the address that it came from
     * @param why in words, without personal data
     * @param from who wrote it; only of what waits for a person
     * @param subject only of what waits for a person
     * @param waits whether a person has to look at it
     */
    record Entry(
            String id,
            Instant at,
            String found,
            @Nullable LeadId lead,
            @Nullable TouchId touch,
            @Nullable String why,
            @Nullable String from,
            @Nullable String subject,
            boolean waits) {}
}
