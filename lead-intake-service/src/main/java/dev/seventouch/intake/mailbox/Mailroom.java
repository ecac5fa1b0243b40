package dev.seventouch.intake.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.intake.body.Fingerprint;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.capture.ViewUnreachable;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.mailbox.Inbox.Entry;
import dev.seventouch.intake.outbox.NotKept;
import dev.seventouch.intake.signal.Signals;
import dev.seventouch.intake.suppression.LedgerUnreachable;
import dev.seventouch.service.link.TouchMarks;
import dev.seventouch.service.link.TouchMarks.Mark;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in one mail after the other: what it says becomes a signal, what nobody can tell waits for a person. A mail that is read
 * once more says nothing new: it is known by its bytes, and its signal has the instant at which it came in.
 */
public final class Mailroom {
    private static final Logger log = LoggerFactory.getLogger(Mailroom.class);

    static final int LONGEST_WORDS = 5000;
    private static final int LONGEST_LINE = 200;

    private static final int LONGEST_TEXT = 10_000;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>\"';,:()\\[\\]@]{1,64}@[^\\s<>\"';,:()\\[\\]@]{1,255}");

    /** They turn the words around them, so that an address is read as another one. */
    private static final String TURNING = "[\u202A-\u202E\u2066-\u2069]";

    private final Reader reader;
    private final TouchMarks marks;
    private final Classifier classifier;
    private final Identity identity;
    private final LeadView known;
    private final Signals signals;
    private final Capture capture;
    private final Inbox inbox;
    private final LeadAddresses leads;
    private final MeterRegistry meters;

    public Mailroom(
            TouchMarks marks,
            Identity identity,
            LeadView known,
            Signals signals,
            Capture capture,
            Inbox inbox,
            LeadAddresses leads,
            MeterRegistry meters) {
        this(MailReader::read, marks, identity, known, signals, capture, inbox, leads, meters);
    }

    Mailroom(
            Reader reader,
            TouchMarks marks,
            Identity identity,
            LeadView known,
            Signals signals,
            Capture capture,
            Inbox inbox,
            LeadAddresses leads,
            MeterRegistry meters) {
        this.reader = reader;
        this.marks = marks;
        this.classifier = new Classifier(marks);
        this.identity = identity;
        this.known = known;
        this.signals = signals;
        this.capture = capture;
        this.inbox = inbox;
        this.leads = leads;
        this.meters = meters;
    }

    /** Makes a mail of bytes. */
    @FunctionalInterface
    interface Reader {
        IncomingMail read(byte[] bytes) throws MessagingException;
    }

    /**
     * What it throws, such as {@link InboxUnreachable}, means: come again with the same mail.
     *
     * @param at when it came in, by the house's clock
     */
    void take(byte[] bytes, Instant at) {
        String id = Fingerprint.of(bytes);
        if (inbox.has(id)) {
            return;
        }
        keep(id, heard(id, bytes, at));
    }

    /**
     * Takes in one that can't be had: a person has to look into the mailbox.
     *
     * @param name tells it from others
     * @param at when it was found, by the house's clock
     */
    void takeUnreadable(String name, Instant at) {
        String id = Fingerprint.of(name.getBytes(UTF_8));
        if (!inbox.has(id)) {
            keep(id, unreadable(id, at));
        }
    }

    private void keep(String id, Entry entry) {
        inbox.keep(entry);
        meters.counter("seventouch.intake.mailbox.read", "found", entry.found()).increment();
        log.info("mail={} lead={} {}", id, entry.lead(), entry.found());
    }

    private Entry heard(String id, byte[] bytes, Instant at) {
        try {
            IncomingMail mail = reader.read(bytes);
            return heard(id, mail, classifier.of(mail), at);
        } catch (InboxUnreachable | ViewUnreachable | LedgerUnreachable | NotKept e) {
            throw e;
        } catch (MessagingException | RuntimeException | Error e) {
            // Whatever else was thrown would be thrown again: one odd mail must not hold up those behind it.
            log.warn("mail={} can't be read: {}", id, e.getClass().getSimpleName());
            return unreadable(id, at);
        }
    }

    private static Entry unreadable(String id, Instant at) {
        return new Entry(id, at, "unclear", null, null, "it can't be read", null, null, true, null, Set.of(), null);
    }

    private Entry heard(String id, IncomingMail mail, Finding finding, Instant at) {
        return switch (finding) {
            case Finding.Stop(var mark) -> {
                // Whoever is not known yet has said it all the same.
                Optional<LeadId> lead = mark.map(Mark::lead)
                        .or(() -> Optional.ofNullable(mail.from()).flatMap(identity::ofEmail));
                lead.ifPresent(who -> signals.heard(Signal.Unsubscribed.fromAll(who, touch(mark), at)));
                yield entry(id, mail, at, "unsubscribed", lead, touch(mark));
            }
            case Finding.Reply(var mark, var words) -> {
                Optional<Entry> stranger = mark.isPresent() ? Optional.empty() : stranger(id, mail, at);
                if (stranger.isPresent()) {
                    yield stranger.get();
                }
                Optional<Lead> lead = mark.map(Mark::lead)
                        .flatMap(this::lead)
                        .or(() -> writer(mail).flatMap(this::lead));
                lead.ifPresent(who -> reply(who, touch(mark), words, at));
                yield entry(id, mail, at, "replied", lead.map(Lead::id), touch(mark));
            }
            case Finding.AutoReply(var mark) -> {
                Optional<LeadId> lead = mark.map(Mark::lead)
                        .or(() -> writer(mail))
                        .flatMap(this::lead)
                        .map(Lead::id);
                lead.ifPresent(who -> signals.heard(new Signal.AutoReplied(who, touch(mark), at)));
                yield noted(id, at, "auto-replied", lead.orElse(null), touch(mark), null);
            }
            case Finding.Bounce(var mark, var permanent, var status) -> {
                // Of the address that it came back from, which the person may have left.
                Optional<LeadId> lead = known.find(mark.lead()).map(captured -> mark.lead());
                lead.ifPresent(who ->
                        signals.heard(new Signal.Bounced(who, Medium.EMAIL, permanent, status, mark.touch(), at)));
                yield noted(id, at, "bounced", lead.orElse(null), mark.touch(), status);
            }
            case Finding.Complaint(var mark) -> {
                signals.heard(new Signal.Complained(mark.lead(), mark.touch(), at));
                yield noted(id, at, "complained", mark.lead(), mark.touch(), null);
            }
            case Finding.Nothing(var mark, var why) ->
                noted(id, at, "nothing", mark == null ? null : mark.lead(), mark == null ? null : mark.touch(), why);
            case Finding.Unclear(var why) -> unclear(id, mail, at, why);
        };
    }

    /**
     * What becomes of a mail that makes whoever wrote it a lead; nothing if it doesn't. That it does is kept before it is done: read
     * once more after a crash, it must not be taken for the answer of a lead that is known.
     */
    private Optional<Entry> stranger(String id, IncomingMail mail, Instant at) {
        String to = leads.asked(mail).orElse(null);
        String from = mail.from();
        if (to == null || from == null) {
            return Optional.empty();
        }
        // One that is written to two of these addresses comes twice, and not with the same bytes.
        String once = Fingerprint.of(("lead " + mail.header("Message-ID").orElse(id)).getBytes(UTF_8));
        Optional<Entry> before = inbox.find(once);
        if (before.isPresent() && !id.equals(before.get().why())) {
            return Optional.of(noted(id, at, "nothing", null, null, "another copy of it came before"));
        }
        if (before.isEmpty()) {
            if (writer(mail).isPresent()) {
                return Optional.empty();
            }
            inbox.keep(noted(once, at, "captured", null, null, id));
        }
        return Optional.of(captured(id, mail, to, at));
    }

    private Entry captured(String id, IncomingMail mail, String to, Instant at) {
        Capture.Verdict verdict = captured(mail, to, at, true);
        // A name or a language that is none costs nobody a lead.
        return switch (verdict instanceof Capture.Verdict.Refused ? captured(mail, to, at, false) : verdict) {
            case Capture.Verdict.New(var lead) -> noted(id, at, "captured", lead, null, null);
            case Capture.Verdict.Merged(var lead) -> noted(id, at, "captured", lead, null, null);
            case Capture.Verdict.Refused(var problems) ->
                unclear(
                        id,
                        mail,
                        at,
                        "it can't be a lead: " + problems.getFirst().field() + " "
                                + problems.getFirst().message());
        };
    }

    private Capture.Verdict captured(IncomingMail mail, String to, Instant at, boolean whole) {
        return capture.takeEach(
                        List.of(leads.submission(mail, to, at, Mailroom::shown, whole)),
                        at.truncatedTo(ChronoUnit.MILLIS),
                        "mail")
                .getFirst();
    }

    private void reply(Lead lead, @Nullable TouchId touch, String words, Instant at) {
        if (!words.isBlank()) {
            // Words are kept with the lead, where a tombstone reaches them; the signal has ids only.
            capture.remember(lead, new Conversation(at, cut(words, LONGEST_WORDS), null));
        }
        signals.heard(new Signal.Replied(lead.id(), touch, at));
    }

    private static @Nullable TouchId touch(Optional<Mark> mark) {
        return mark.map(Mark::touch).orElse(null);
    }

    /** The lead whose address stands in From. That can be made up, so nothing but what a person says is believed by it. */
    private Optional<LeadId> writer(IncomingMail mail) {
        return Optional.ofNullable(mail.from())
                .flatMap(identity::ofEmail)
                .flatMap(this::lead)
                .map(Lead::id);
    }

    /** As whom the person is followed up. */
    private Optional<Lead> lead(LeadId id) {
        return known.person(id).known().map(LeadEvent.Captured::lead);
    }

    private Entry entry(
            String id, IncomingMail mail, Instant at, String found, Optional<LeadId> lead, @Nullable TouchId touch) {
        return lead.isPresent()
                ? noted(id, at, found, lead.get(), touch, null)
                : unclear(id, mail, at, found + ", by nobody who is known");
    }

    private static Entry noted(
            String id, Instant at, String found, @Nullable LeadId lead, @Nullable TouchId touch, @Nullable String why) {
        return new Entry(id, at, found, lead, touch, why, null, null, false, null, Set.of(), null);
    }

    /** By the ids of whoever has an address in what is kept of it, lead or not, a tombstone reaches it. */
    private Entry unclear(String id, IncomingMail mail, Instant at, String why) {
        String from = mail.from();
        String author = from == null ? null : shown(from, LONGEST_LINE);
        String subject = shown(mail.subject(), LONGEST_LINE);
        String text = inbox.isFull() ? null : shown(words(mail), LONGEST_TEXT);
        return new Entry(
                id,
                at,
                "unclear",
                from == null ? null : identity.ofEmail(from).orElse(null),
                null,
                why,
                author,
                subject,
                true,
                text,
                people(mail, Stream.of(author, subject, text).filter(Objects::nonNull)),
                null);
    }

    /** Of a report without words, what it says to machines. */
    private static String words(IncomingMail mail) {
        return !mail.text().isBlank()
                ? mail.text().replace("\r\n", "\n")
                : mail.delivery().stream()
                        .map(recipient -> recipient.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(field -> field.getKey() + ": " + field.getValue())
                                .collect(Collectors.joining("\n")))
                        .collect(Collectors.joining("\n\n"));
    }

    /** Also whose mail of ours it is about, if it tells. */
    private Set<LeadId> people(IncomingMail mail, Stream<String> kept) {
        Set<LeadId> people = new LinkedHashSet<>();
        Stream.concat(Classifier.recipients(mail), Stream.of(mail.returned(), mail.text()))
                .flatMap(text -> marks.in(text).stream())
                .map(Mark::lead)
                .forEach(people::add);
        kept.forEach(text -> ADDRESS.matcher(text)
                .results()
                .forEach(address -> identity.ofEmail(address.group().replaceAll("[.!?]+$", ""))
                        .ifPresent(people::add)));
        return people;
    }

    private static String shown(String words, int most) {
        return cut(words.replaceAll(TURNING, " "), most);
    }

    /** Plain text: what a document could not hold is not kept, half a character neither. */
    static String cut(String words, int most) {
        String plain = words.replaceAll("[\\p{Cc}\\p{Cs}&&[^\\n\\t]]", " ").strip();
        if (plain.length() <= most) {
            return plain;
        }
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(most - 1)) ? most - 1 : most);
    }
}
