package dev.seventouch.intake.signal;

import dev.seventouch.events.lead.Consent;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.intake.body.JsonFields;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.capture.ViewUnreachable;
import dev.seventouch.intake.suppression.Ledger;
import dev.seventouch.intake.suppression.LedgerUnreachable;
import dev.seventouch.intake.suppression.Reason;
import dev.seventouch.service.web.NotFound;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what a lead did or said. A stop is in the ledger before anything else happens. */
public final class Signals {
    private static final Logger log = LoggerFactory.getLogger(Signals.class);

    private final LeadView known;
    private final Capture capture;
    private final Ledger ledger;
    private final SignalLog signals;
    private final InstantSource clock;
    private final MeterRegistry meters;

    public Signals(
            LeadView known,
            Capture capture,
            Ledger ledger,
            SignalLog signals,
            InstantSource clock,
            MeterRegistry meters) {
        this.known = known;
        this.capture = capture;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Takes in what was reported of a lead.
     *
     * @param at when it was reported
     * @throws dev.seventouch.service.web.BadRequest if the report is wrong
     * @throws NotFound if the lead is not known
     * @throws ViewUnreachable if it is not certain whether it is; a stop is taken in all the same
     */
    public void report(LeadId id, JsonFields fields, Instant at) {
        report(seen(id, isStop(fields), false), fields, at);
    }

    /**
     * The same of whoever has the address that {@code id} was derived from. A stop holds for whoever is not known yet as well:
     * it is in the ledger before the first capture, which is contacted by nobody then.
     */
    public void reportOfAddress(LeadId id, JsonFields fields, Instant at) {
        report(seen(id, isStop(fields), isStop(fields)), fields, at);
    }

    /** @throws dev.seventouch.service.web.BadRequest if there is no type, or one that can't be reported */
    public static boolean isStop(JsonFields fields) {
        SignalType type = SignalReader.typeOf(fields);
        return type == SignalType.UNSUBSCRIBED || type == SignalType.COMPLAINED;
    }

    /**
     * Whether it tells of a look at a mail: the same report again is the same look.
     *
     * @throws dev.seventouch.service.web.BadRequest if there is no type, or one that can't be reported
     */
    public static boolean isVisit(JsonFields fields) {
        SignalType type = SignalReader.typeOf(fields);
        return type == SignalType.OPENED || type == SignalType.CLICKED;
    }

    /**
     * What is reported, such as {@code ready-to-buy}.
     *
     * @throws dev.seventouch.service.web.BadRequest if there is no type, or one that can't be reported
     */
    public static String typeOf(JsonFields fields) {
        return SignalReader.typeOf(fields).title();
    }

    private void report(LeadView.Person person, JsonFields fields, Instant at) {
        Optional<Lead> lead = person.known().map(LeadEvent.Captured::lead);
        ZoneId zone = lead.flatMap(found -> Optional.ofNullable(found.contact().zone()))
                .orElse(ZoneOffset.UTC);
        SignalReport report = SignalReader.read(fields, person.lead(), zone, at.truncatedTo(ChronoUnit.MILLIS));
        Conversation words = report.words();
        if (words != null) {
            lead.ifPresent(found -> capture.remember(found, words));
        }
        Signal signal = report.signal();
        forbid(signal, Reason.OPERATOR);
        say(signal);
        keepIfConfirmed(signal);
    }

    public void unsubscribe(LeadId lead, @Nullable TouchId touch) {
        take(Signal.Unsubscribed.fromAll(lead, touch, now()));
    }

    /**
     * Says what the ledger has already.
     *
     * @param from the media that are forbidden
     */
    public void sayStopped(LeadId lead, Set<Medium> from) {
        say(new Signal.Unsubscribed(personOf(lead), from, null, now()));
    }

    /**
     * @param callAt when the lead wishes to be called, as its own clock shows it; what is no such time is no wish, and it is
     *     called at once
     */
    public void readyToBuy(LeadId lead, @Nullable TouchId touch, @Nullable String callAt) {
        Instant now = now();
        take(new Signal.ReadyToBuy(
                lead, touch, Moments.onTheirClock(callAt, now).orElse(null), now));
    }

    /**
     * The lead itself confirms.
     *
     * @param ip where it does so from
     * @param touch the mail that asked
     */
    public void confirm(LeadId lead, String ip, @Nullable TouchId touch) {
        Instant now = now();
        Signal said = take(new Signal.Confirmed(lead, now));
        capture.confirmed(said.lead(), new Consent.Confirmation(now, ip, touch == null ? null : touch.value()));
    }

    /**
     * @param media those that are welcome; none means no wish
     * @param topics those that are welcome; none means no wish
     */
    public void prefer(LeadId lead, boolean lessOften, Set<Medium> media, Set<String> topics) {
        take(new Signal.Preferred(lead, lessOften, media, topics, now()));
    }

    /** Nothing comes for {@code length} from now, as a calendar counts it. */
    public void pause(LeadId lead, Period length) {
        Instant now = now();
        take(new Signal.Paused(lead, now.atOffset(ZoneOffset.UTC).plus(length).toInstant(), now));
    }

    public void resume(LeadId lead) {
        take(new Signal.Resumed(lead, now()));
    }

    /** What was heard otherwise, such as by mail: taken in as it is, with its own instant. */
    public void heard(Signal signal) {
        keepIfConfirmed(take(signal));
    }

    private void keepIfConfirmed(Signal said) {
        if (said instanceof Signal.Confirmed) {
            capture.confirmed(said.lead(), new Consent.Confirmation(said.at(), null, null));
        }
    }

    /**
     * What was seen of a mail: said if the log can be reached now. It only scores, so nothing waits for it.
     *
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that it is on the log
     */
    public void saw(Signal seen) {
        signals.sayAtOnce(seen);
        said(seen);
    }

    /** As it was said: of the person as whom the lead is followed up. */
    private Signal take(Signal signal) {
        forbid(signal, Reason.ASKED);
        Signal addressed = Addressed.to(personOf(signal.lead()), signal);
        say(addressed);
        return addressed;
    }

    /** As whom the lead is followed up; itself if nobody can be asked. A stop is in the ledger for all of its ids anyway. */
    private LeadId personOf(LeadId lead) {
        try {
            return known.person(lead).lead();
        } catch (ViewUnreachable e) {
            return lead;
        }
    }

    /** @param told why, if it is a stop */
    private void forbid(Signal signal, Reason told) {
        Set<Medium> media = forbiddenBy(signal);
        if (media.isEmpty()) {
            return;
        }
        try {
            ledger.forbid(
                    signal.lead(), media, signal instanceof Signal.Complained ? Reason.COMPLAINED : told, signal.at());
        } catch (LedgerUnreachable e) {
            // The engine stops by the signal, whatever becomes of the ledger; the sender hears that it must ask again.
            signals.sayAtOnce(signal);
            throw e;
        }
        log.info("lead={} must not be contacted by {}", signal.lead(), media);
    }

    private void say(Signal signal) {
        signals.say(signal);
        said(signal);
    }

    private void said(Signal signal) {
        String type = nameOf(signal);
        meters.counter("seventouch.intake.signals", "type", type).increment();
        log.info("lead={} signal {}", signal.lead(), type);
    }

    /** Such as {@code ready-to-buy}. */
    private static String nameOf(Signal signal) {
        return signal.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static Set<Medium> forbiddenBy(Signal signal) {
        return switch (signal) {
            case Signal.Unsubscribed stop -> stop.from();
            case Signal.Complained _ -> EnumSet.allOf(Medium.class);
            case Signal.ReadyToBuy _,
                    Signal.Confirmed _,
                    Signal.Replied _,
                    Signal.AutoReplied _,
                    Signal.Bounced _,
                    Signal.Opened _,
                    Signal.Clicked _,
                    Signal.Conversed _,
                    Signal.Paused _,
                    Signal.Resumed _,
                    Signal.Converted _,
                    Signal.Preferred _ -> Set.of();
        };
    }

    /**
     * @param evenUnseen whether it does without a look
     * @param evenUnknown whether it does where nobody is seen
     */
    private LeadView.Person seen(LeadId id, boolean evenUnseen, boolean evenUnknown) {
        try {
            LeadView.Person person = known.person(id);
            if (person.known().isEmpty() && !evenUnknown) {
                throw new NotFound("No lead has this id; capture it first.");
            }
            return person;
        } catch (ViewUnreachable e) {
            if (evenUnseen) {
                return new LeadView.Person(id, Optional.empty());
            }
            throw e;
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
