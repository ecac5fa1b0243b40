package dev.seventouch.intake.mailbox;

import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.mailbox.Inbox.Claim;
import dev.seventouch.intake.mailbox.Inbox.Entry;
import dev.seventouch.intake.signal.Signals;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person decides about a mail that nobody else could tell. It counts as of the instant at which the mail came in, so what is
 * decided the same once more says nothing new.
 */
public final class Sorting {
    private static final Logger log = LoggerFactory.getLogger(Sorting.class);

    private final Inbox inbox;
    private final LeadView known;
    private final Capture capture;
    private final Signals signals;
    private final MeterRegistry meters;

    public Sorting(Inbox inbox, LeadView known, Capture capture, Signals signals, MeterRegistry meters) {
        this.inbox = inbox;
        this.known = known;
        this.capture = capture;
        this.signals = signals;
        this.meters = meters;
    }

    /** What a mail is, in the eyes of a person. */
    public sealed interface Verdict {

        /** A known lead answered. */
        record Reply(LeadId of) implements Verdict {}

        /** Somebody, known or not, says stop. */
        record Stop(LeadId of) implements Verdict {}

        /** It changes nothing. */
        record Nothing() implements Verdict {}

        /** Whom it is about. */
        default Optional<LeadId> lead() {
            return switch (this) {
                case Reply(var of) -> Optional.of(of);
                case Stop(var of) -> Optional.of(of);
                case Nothing() -> Optional.empty();
            };
        }

        /** What it was, as mails are that could be told. */
        default String found() {
            return switch (this) {
                case Reply _ -> "replied";
                case Stop _ -> "unsubscribed";
                case Nothing() -> "nothing";
            };
        }
    }

    /**
     * Carries a decision out. What threw is decided, and carried out when the same is decided once more.
     *
     * @param mail as it waits
     * @return {@link Claim#OPEN} if it is carried out now
     * @throws InboxUnreachable if it is not certain that it was noted
     * @throws dev.seventouch.intake.suppression.LedgerUnreachable if a stop could not be written
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that its signal was kept
     */
    public Claim decide(Entry mail, Verdict verdict) {
        String decision =
                verdict.found() + verdict.lead().map(lead -> " " + lead).orElse("");
        Claim claim = inbox.claim(mail.id(), decision);
        if (claim == Claim.OPEN) {
            carryOut(mail, verdict);
            inbox.settle(mail.id(), verdict.found(), verdict.lead().orElse(null));
            meters.counter("seventouch.intake.mailbox.decided", "found", verdict.found())
                    .increment();
            log.info(
                    "mail={} lead={} {}, decided by a person",
                    mail.id(),
                    verdict.lead().orElse(null),
                    verdict.found());
        }
        return claim;
    }

    private void carryOut(Entry mail, Verdict verdict) {
        switch (verdict) {
            case Verdict.Reply(var of) -> {
                known.person(of).known().map(LeadEvent.Captured::lead).ifPresent(lead -> remember(lead, mail));
                signals.heard(new Signal.Replied(of, null, mail.at()));
            }
            case Verdict.Stop(var of) -> signals.heard(Signal.Unsubscribed.fromAll(of, null, mail.at()));
            case Verdict.Nothing() -> {}
        }
    }

    /** Unless the lead has said something since. */
    private void remember(Lead lead, Entry mail) {
        Conversation last = lead.lastConversation();
        String words = mail.text() == null ? "" : StopWords.newWords(mail.text());
        if (!words.isBlank() && (last == null || last.at().isBefore(mail.at()))) {
            capture.remember(lead, new Conversation(mail.at(), Mailroom.cut(words, Mailroom.LONGEST_WORDS), null));
        }
    }
}
