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
import dev.seventouch.intake.lead.Problem;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** What became of one of many. */
    public sealed interface Verdict {
        record New() implements Verdict {}

        /** Into a lead that is known, or that came before it. */
        record Merged() implements Verdict {}

        record Refused(List<Problem> problems) implements Verdict {}
    }

    /**
     * Takes many in, as of one instant, each with a verdict in its place. The same again at the same instant says the same
     * again.
     *
     * @param way how they came in, such as {@code import}
     * @throws ViewUnreachable if what is known can't be asked; nothing is kept then
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that all were kept
     */
    public List<Verdict> takeAll(List<Submission> submissions, Instant at, String way) {
        Many many = judged(submissions, at);
        leads.sayAll(List.copyOf(many.captured().values()));
        followAll(many.captured().values());
        meters.counter("seventouch.intake.captured", "way", way)
                .increment(many.captured().size());
        log.info("{} leads captured by {}", many.captured().size(), way);
        return many.verdicts();
    }

    /**
     * What {@link #takeAll} would make of them, without keeping anything.
     *
     * @throws ViewUnreachable if what is known can't be asked
     */
    public List<Verdict> lookAt(List<Submission> submissions) {
        return judged(submissions, now()).verdicts();
    }

    private record Many(List<Verdict> verdicts, Map<LeadId, LeadEvent.Captured> captured) {}

    private Many judged(List<Submission> submissions, Instant at) {
        List<Checked> checked = submissions.stream().map(rules::check).toList();
        List<LeadId> ids = checked.stream()
                .filter(Checked.Usable.class::isInstance)
                .map(usable -> identity.of(((Checked.Usable) usable).details().contact()))
                .toList();
        Map<LeadId, LeadEvent.Captured> known = known(ids);
        Map<LeadId, LeadEvent.Captured> captured = new LinkedHashMap<>();
        List<Verdict> verdicts = new ArrayList<>();
        Iterator<LeadId> next = ids.iterator();
        for (Checked each : checked) {
            switch (each) {
                case Checked.Refused(var problems) -> verdicts.add(new Verdict.Refused(problems));
                case Checked.Usable(var details) -> {
                    LeadId id = next.next();
                    LeadEvent.Captured older = captured.getOrDefault(id, known.get(id));
                    // Told again after a crash it is known already, from itself.
                    boolean isNew = !captured.containsKey(id)
                            && (older == null || older.first().equals(at));
                    captured.put(id, oneOfMany(details.of(id), older, at));
                    verdicts.add(isNew ? new Verdict.New() : new Verdict.Merged());
                }
            }
        }
        return new Many(verdicts, captured);
    }

    private Map<LeadId, LeadEvent.Captured> known(List<LeadId> ids) {
        return ids.isEmpty() ? Map.of() : known.findAll(ids);
    }

    /** A list is no act of the lead: whoever has to confirm still has to. */
    private LeadEvent.Captured oneOfMany(Lead newer, LeadEvent.@Nullable Captured older, Instant at) {
        if (older == null) {
            return new LeadEvent.Captured(owned(newer), at, at, at, null);
        }
        // Something else may have been learned since the batch began.
        Instant now = older.at().isAfter(at) ? older.at().plusMillis(1) : at;
        return new LeadEvent.Captured(
                owned(Bounds.on(newer.foldedOver(older.lead()))), now, older.first(), now, older.toConfirm());
    }

    private Lead owned(Lead lead) {
        return lead.owner() == null ? lead.ownedBy(defaultOwner) : lead;
    }

    private void followAll(Collection<LeadEvent.Captured> captured) {
        try {
            known.take(captured.stream()
                    .<LeadView.Change>map(LeadView.Change.Known::new)
                    .toList());
        } catch (ViewUnreachable e) {
            log.warn("{} leads reach the view later: {}", captured.size(), e.getMessage());
        }
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
        Lead lead = owned(folded);
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
