package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.intake.lead.Checked;
import dev.seventouch.intake.lead.Details;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.lead.LeadRules;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a lead in, whichever way it came: check, identify, fold over what is known, say so on the log. */
public final class Capture {
    private static final Logger log = LoggerFactory.getLogger(Capture.class);

    private final LeadRules rules;
    private final Identity identity;
    private final LeadView known;
    private final LeadLog leads;
    private final InstantSource clock;
    private final @Nullable Rep defaultOwner;
    private final MeterRegistry meters;

    public Capture(
            LeadRules rules,
            Identity identity,
            LeadView known,
            LeadLog leads,
            InstantSource clock,
            @Nullable Rep defaultOwner,
            MeterRegistry meters) {
        this.rules = rules;
        this.identity = identity;
        this.known = known;
        this.leads = leads;
        this.clock = clock;
        this.defaultOwner = defaultOwner;
        this.meters = meters;
    }

    /**
     * Takes a submission in. What it returned from is kept.
     *
     * @param way how it came in, such as {@code form}
     * @throws BadRequest if its details can't be used; nothing is kept then
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that it was kept
     */
    public LeadId take(Submission submission, String way) {
        return switch (rules.check(submission)) {
            case Checked.Usable(var details) -> keep(details, way);
            case Checked.Refused(var problems) -> {
                meters.counter("seventouch.intake.refused", "way", way).increment();
                throw new BadRequest(problems.stream()
                        .map(problem -> new FieldProblem(problem.field(), problem.message()))
                        .toList());
            }
        };
    }

    private LeadId keep(Details details, String way) {
        LeadId id = identity.of(details.contact());
        Optional<LeadEvent.Captured> older = knownOf(id);
        Instant now = now();
        // Who has confirmed once, or came in another way, is not asked (again).
        boolean toConfirm = details.toConfirm()
                && older.map(LeadEvent.Captured::waitsForConfirmation).orElse(true);
        Lead lead = say(details.of(id), older, now, now, toConfirm);
        meters.counter("seventouch.intake.captured", "way", way).increment();
        log.info("lead={} captured from {} by {}{}", id, lead.origin().source(), way, older.isEmpty() ? "" : ", again");
        return id;
    }

    /** Keeps what was said with a lead in the one place that an erasure reaches. */
    public void remember(Lead lead, Conversation conversation) {
        Optional<LeadEvent.Captured> older = knownOf(lead.id());
        Instant now = now();
        say(
                lead.ownedBy(null).withConversation(conversation),
                older,
                now,
                older.map(LeadEvent.Captured::latest).orElse(now),
                older.map(LeadEvent.Captured::waitsForConfirmation).orElse(false));
        log.info("lead={} conversation kept", lead.id());
    }

    /** Keeps that the lead has confirmed: the topic of leads alone must tell it to whoever is built anew from it. */
    public void confirmed(LeadId lead) {
        Optional<LeadEvent.Captured> older = knownOf(lead).filter(LeadEvent.Captured::waitsForConfirmation);
        older.ifPresent(known -> say(known.lead(), older, now(), known.latest(), false));
    }

    /** Forgets the lead: on the log first, then here. */
    public void erase(LeadId lead) {
        leads.erase(lead);
        follow(new LeadView.Change.Forgotten(lead));
        meters.counter("seventouch.intake.erased").increment();
        log.info("lead={} erased", lead);
    }

    private Lead say(Lead newer, Optional<LeadEvent.Captured> older, Instant now, Instant latest, boolean toConfirm) {
        Lead folded =
                Bounds.on(older.map(known -> newer.foldedOver(known.lead())).orElse(newer));
        Lead lead = folded.owner() == null ? folded.ownedBy(defaultOwner) : folded;
        LeadEvent.Captured captured = new LeadEvent.Captured(
                lead, now, older.map(LeadEvent.Captured::first).orElse(now), latest, toConfirm ? true : null);
        leads.say(captured);
        follow(new LeadView.Change.Known(captured));
        return lead;
    }

    private Optional<LeadEvent.Captured> knownOf(LeadId id) {
        try {
            return known.find(id);
        } catch (ViewUnreachable e) {
            // Better to say what just came in than to refuse a lead: whoever reads the log folds newer over older.
            log.warn("lead={} is taken in without what is known of it: {}", id, e.getMessage(), e);
            return Optional.empty();
        }
    }

    /** The view follows the log anyway; taken in here as well, the sender's next request already finds it. */
    private void follow(LeadView.Change change) {
        try {
            known.take(List.of(change));
        } catch (ViewUnreachable e) {
            log.warn("lead={} reaches the view later: {}", change.lead(), e.getMessage());
        }
    }

    /** To the millisecond, which is what the store keeps: the order of captures must be the same in both. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
