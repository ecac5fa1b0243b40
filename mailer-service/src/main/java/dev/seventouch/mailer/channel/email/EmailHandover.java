package dev.seventouch.mailer.channel.email;

import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.delivery.Handover;
import dev.seventouch.mailer.delivery.RelayDays;
import dev.seventouch.mailer.delivery.Sending;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Email: written, held back where its domain wants to be left alone, and handed to one of the relays. */
public final class EmailHandover implements Handover, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmailHandover.class);

    /** While one goes ahead to find out whether the set-up is mended, the others wait so long. */
    private static final Duration PROBE = Duration.ofMinutes(1);

    private final Spread spread = new Spread();
    private final MailWriter writer;
    private final Relays relays;
    private final Domains domains;
    private final Sending sending;
    private final DomainLimits limits;

    /** Why mail that is to be signed can't be. */
    private final @Nullable String unsigned;

    private final InstantSource wall;
    private final MeterRegistry meters;

    /**
     * @param keys for the domain of the address, the first one that is aligned with it is used
     * @param relays in order of preference
     * @param days counts the mails of relays and domains that warm up
     * @param sending paused by what is wrong with our own set-up
     * @param wall real time: goes into Date, and connections grow old by it
     */
    public EmailHandover(
            Letterhead head,
            List<DkimKey> keys,
            List<Relay> relays,
            DomainLimits limits,
            RelayDays days,
            Sending sending,
            InstantSource wall,
            MeterRegistry meters) {
        this(head, keys, relays, limits, days, sending, wall, System::nanoTime, meters);
    }

    /** @param ticker as {@link System#nanoTime}: what is learned of recipients' domains grows old by it */
    EmailHandover(
            Letterhead head,
            List<DkimKey> keys,
            List<Relay> relays,
            DomainLimits limits,
            RelayDays days,
            Sending sending,
            InstantSource wall,
            LongSupplier ticker,
            MeterRegistry meters) {
        String domain = head.address().substring(head.address().lastIndexOf('@') + 1);
        DkimSignature signature = DkimSignature.of(keys, domain.toLowerCase(Locale.ROOT));
        if (signature == null && keys.isEmpty()) {
            log.warn("mail from {} goes unsigned: there is no DKIM key", domain);
        }
        this.unsigned = signature == null && !keys.isEmpty() ? "none of the DKIM keys is for " + domain : null;
        this.writer = new MailWriter(head, signature);
        this.relays = new Relays(relays, days, wall, ticker, meters);
        this.domains = new Domains(limits, days, wall, ticker);
        this.limits = limits;
        this.sending = sending;
        this.wall = wall;
        this.meters = meters;
        meters.gauge("seventouch.mail.domains.held", domains, Domains::held);
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.EMAIL);
    }

    @Override
    public @Nullable String obstacle(TouchEvent.Due due) {
        String address = addressOf(due);
        if (due.to() == Recipient.OWNER) {
            return address == null ? "nobody owns the lead" : null;
        }
        if (address == null) {
            return "no email address";
        }
        try {
            MailAddress.of(address, null);
            return null;
        } catch (AddressException e) {
            return "no usable email address";
        }
    }

    @Override
    public Prospect prospect(TouchEvent.Due due, boolean first) {
        String address = addressOf(due);
        if (address == null) {
            return new Prospect.Usual(); // it never comes to a domain
        }
        try {
            return switch (domains.of(domainOf(MailAddress.of(address, null))).outlook(first)) {
                case Domain.Outlook.Usual() -> new Prospect.Usual();
                case Domain.Outlook.Slow() -> new Prospect.Slow();
                case Domain.Outlook.Shut(var turned) -> new Prospect.Shut(turnedAway(turned));
            };
        } catch (AddressException e) {
            return new Prospect.Usual();
        }
    }

    /** Null if there is none. */
    private static @Nullable String addressOf(TouchEvent.Due due) {
        return switch (due.to()) {
            case OWNER -> due.lead().owner() == null ? null : due.lead().owner().email();
            case LEAD -> {
                String email = due.lead().contact().email();
                yield email == null || email.isBlank() ? null : email;
            }
        };
    }

    @Override
    public Answer handOver(Parcel parcel, LastLook lastLook) {
        if (unsigned != null) {
            sending.refused(unsigned);
        }
        Duration pause = sending.wait(PROBE);
        if (pause != null) {
            meters.counter("seventouch.mail.turned.away").increment();
            return new Answer.Held("sending is paused: " + why(sending.paused()), pause.plus(spread.next()));
        }
        WrittenMail mail;
        Domain domain;
        try {
            checkWaysOut(parcel);
            mail = writer.write(parcel, wall.instant());
            domain = domains.of(domainOf(mail.recipient()));
        } catch (MessagingException | RuntimeException e) {
            return new Answer.Never(
                    Fault.CONTENT, "can't be written as a mail: " + Refusal.withoutAddress(e.getMessage()));
        }
        if (!domain.allowance().take(parcel.first())) {
            meters.counter("seventouch.mail.turned.away").increment();
            return new Answer.Held("its domain warms up and has had its mails of today", tillTomorrow());
        }
        Answer answer = enter(mail, parcel, lastLook, domain);
        if (!(answer instanceof Answer.Taken)) {
            domain.allowance().giveBack();
        }
        return answer;
    }

    private Answer enter(WrittenMail mail, Parcel parcel, LastLook lastLook, Domain domain) {
        try {
            return switch (domain.enter(parcel.first())) {
                case Domain.Entry.TurnedAway turned -> turnedAway(turned);
                case Domain.Entry.Admitted entry -> send(mail, parcel, lastLook, domain, entry);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.NotNow("the mailer is stopping", limits.comeAgain(), false);
        }
    }

    private Answer turnedAway(Domain.Entry.TurnedAway turned) {
        meters.counter("seventouch.mail.turned.away").increment();
        return new Answer.NotNow(turned.why(), turned.pause(), false);
    }

    private Answer send(
            WrittenMail mail, Parcel parcel, LastLook lastLook, Domain domain, Domain.Entry.Admitted entry) {
        Relays.Told told = new Relays.Told.Nobody();
        try {
            told = relays.send(mail, parcel.first(), () -> {
                boolean mayGo = lastLook.mayGo();
                domain.begun(entry);
                return mayGo;
            });
        } finally {
            if (told instanceof Relays.Told.Refused(var refusal) && refusal.isOfDomain()) {
                domain.refused(entry, refusal);
                if (refusal.isOfSetUp()) {
                    // Ours to mend, and more of it would cost more reputation.
                    log.error("a recipients' domain refuses our set-up: {}", refusal.words());
                    meters.counter("seventouch.mail.refused.as.sender").increment();
                    sending.refusedBy(domainOf(mail.recipient()), refusal.words());
                }
            } else {
                domain.left(entry, told instanceof Relays.Told.Taken);
            }
        }
        return switch (told) {
            case Relays.Told.Taken(var reply) -> {
                sending.taken();
                yield new Answer.Taken(reply);
            }
            case Relays.Told.Refused(var refusal)
            when refusal.isOfSender() -> {
                sending.refused(refusal.words());
                // Not the lead's fault and not the mail's: it goes when the set-up is mended.
                yield new Answer.Held(refusal.words(), limits.comeAgain());
            }
            case Relays.Told.Spent() ->
                new Answer.Held("the relays warm up and have had their mails of today", tillTomorrow());
            case Relays.Told.Paced(var pause) ->
                new Answer.Held("the relays have had their share of this minute", pause.plus(spread.next()));
            case Relays.Told.Refused(var refusal) ->
                refusal.stage() == SmtpConversation.Stage.OPEN
                        ? new Answer.NotNow(refusal.words(), limits.comeAgain(), false)
                        : refusal.answer();
            case Relays.Told.Unable() ->
                new Answer.Never(
                        Fault.SENDER,
                        "the address has letters beyond ASCII before the at sign, and no relay of ours offers SMTPUTF8");
            case Relays.Told.Stopped() -> new Answer.Stopped();
            case Relays.Told.Nobody() ->
                new Answer.NotNow("every connection to the relays is busy", limits.comeAgain(), false);
        };
    }

    private static String why(Sending.@Nullable Pause pause) {
        return pause == null ? "one goes ahead" : pause.why();
    }

    /** Days are counted in UTC. All at midnight would be a burst. */
    private Duration tillTomorrow() {
        Instant now = wall.instant();
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        return Duration.between(now, midnight).plus(spread.next());
    }

    private static String domainOf(InternetAddress recipient) {
        String address = recipient.getAddress();
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Whatever the template says: no mail to a lead without a way out that can be seen. */
    private static void checkWaysOut(Parcel parcel) throws MessagingException {
        if (parcel.ways() == null) {
            return;
        }
        String link = parcel.ways().unsubscribe().toString();
        String text = parcel.content().text();
        if (!parcel.content().html().contains(link) || text == null || !text.contains(link)) {
            throw new MessagingException("it shows no way to stop it");
        }
    }

    @Override
    public void close() {
        relays.close();
    }
}
