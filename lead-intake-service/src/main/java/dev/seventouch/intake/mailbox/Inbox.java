package dev.seventouch.intake.mailbox;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
     * @param before only what stands behind it; null for the first
     * @throws InboxUnreachable if it can't be asked
     */
    List<Entry> waiting(@Nullable Place before, int most);

    /** Where a mail stands among those that wait. */
    record Place(Instant at, String id) {}

    /**
     * Whether so many wait that words are not kept any more.
     *
     * @throws InboxUnreachable if it can't be asked
     */
    boolean isFull();

    /** @throws InboxUnreachable if it can't be asked */
    Optional<Entry> find(String id);

    /**
     * Notes what a person decides about a mail, before it is carried out: of two who decide differently, one is the first.
     *
     * @throws InboxUnreachable if it is not certain
     */
    Claim claim(String id, String decision);

    /** What became of a decision. */
    enum Claim {
        /** It is to be carried out. It may have been begun before. */
        OPEN,
        /** The same was decided and carried out before. */
        DONE,
        /** Something else was decided. */
        OTHERWISE,
        /** Nothing waits under this id. */
        GONE
    }

    /**
     * What was decided is carried out: who wrote it, and what, is erased.
     *
     * @param found what it was, such as {@code replied}
     * @param lead whom it was about
     * @throws InboxUnreachable if it is not certain
     */
    void settle(String id, String found, @Nullable LeadId lead);

    /**
     * Erases what waits, whoever wrote it, of people who are to be forgotten.
     *
     * @param people who wrote it, or whom it names
     * @throws InboxUnreachable if it is not certain
     */
    void forget(Collection<LeadId> people);

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
     * @param text what it says, without markup; only of what waits for a person, and null if it is not kept
     * @param people whoever has an address that stands in it, lead or not; only of what waits for a person
     * @param decision what a person decided about it, carried out or about to be
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
            boolean waits,
            @Nullable String text,
            Set<LeadId> people,
            @Nullable String decision) {

        public Entry {
            people = Set.copyOf(people);
        }
    }
}
