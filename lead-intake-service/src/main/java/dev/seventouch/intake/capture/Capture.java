package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Rep;
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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a lead in, whichever way it came: check, identify, fold over what is known, say so on the log. */
public final class Capture {
    private static final Logger log = LoggerFactory.getLogger(Capture.class);

    private final Folding folding;
    private final LeadView known;
    private final LeadLog leads;
    private final InstantSource clock;
    private final MeterRegistry meters;

    public Capture(
            LeadRules rules,
            Identity identity,
            LeadView known,
            LeadLog leads,
            InstantSource clock,
            @Nullable Rep defaultOwner,
            MeterRegistry meters) {
        this.folding = new Folding(rules, identity, defaultOwner);
        this.known = known;
        this.leads = leads;
        this.clock = clock;
        this.meters = meters;
    }

    /** What became of one submission. */
    public sealed interface Verdict {
        record New(LeadId lead) implements Verdict {}

        /** Into a lead that is known, or that came before it. */
        record Merged(LeadId lead) implements Verdict {}

        record Refused(List<Problem> problems) implements Verdict {}
    }

    /**
     * Takes a submission in. What it returned from is kept.
     *
     * @param way how it came in, such as {@code form}
     * @throws BadRequest if its details can't be used; nothing is kept then
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that it was kept
     */
    public LeadId take(Submission submission, String way) {
        return accepted(takeEach(List.of(submission), now(), way).getFirst());
    }

    /**
     * Takes submissions in that came together, as of one instant, each with a verdict in its place. What it returned from is
     * kept. The same again at the same instant says the same again.
     *
     * @param way how they came in, such as {@code api}
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that all were kept
     */
    public List<Verdict> takeEach(List<Submission> submissions, Instant at, String way) {
        Folding.Many many = folding.fold(submissions, this::knownOfAny, Way.SENT, at);
        leads.keepAll(List.copyOf(many.captured().values()));
        follow(many);
        count(many, way);
        for (Verdict verdict : many.verdicts()) {
            switch (verdict) {
                case Verdict.New(var lead) -> log.info("lead={} captured by {}", lead, way);
                case Verdict.Merged(var lead) -> log.info("lead={} captured by {}, again", lead, way);
                case Verdict.Refused _ -> {}
            }
        }
        return many.verdicts();
    }

    /**
     * Takes a list in, past nothing that waits for the log.
     *
     * @param way how they came in, such as {@code import}
     * @throws ViewUnreachable if what is known can't be asked; nothing is kept then
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that all were kept
     */
    public List<Verdict> takeList(List<Submission> submissions, Instant at, String way) {
        Folding.Many many = folding.fold(submissions, known::findAll, Way.LISTED, at);
        leads.sayAll(List.copyOf(many.captured().values()));
        follow(many);
        count(many, way);
        log.info("{} leads captured by {}", many.captured().size(), way);
        return many.verdicts();
    }

    /**
     * What {@link #takeList} would make of them, without keeping anything.
     *
     * @throws ViewUnreachable if what is known can't be asked
     */
    public List<Verdict> lookAt(List<Submission> submissions) {
        return folding.fold(submissions, known::findAll, Way.LISTED, now()).verdicts();
    }

    /** Whose the submissions are, each in its place, whether or not they are known; nothing is kept. */
    public List<Verdict> identify(List<Submission> submissions) {
        return folding.fold(submissions, _ -> Map.of(), Way.SENT, now()).verdicts();
    }

    /**
     * The lead that a submission became.
     *
     * @throws BadRequest if it was refused
     */
    public static LeadId accepted(Verdict verdict) {
        return switch (verdict) {
            case Verdict.New(var lead) -> lead;
            case Verdict.Merged(var lead) -> lead;
            case Verdict.Refused(var problems) ->
                throw new BadRequest(problems.stream()
                        .map(problem -> new FieldProblem(problem.field(), problem.message()))
                        .toList());
        };
    }

    private void count(Folding.Many many, String way) {
        long refused = many.verdicts().stream()
                .filter(Verdict.Refused.class::isInstance)
                .count();
        meters.counter("seventouch.intake.refused", "way", way).increment(refused);
        meters.counter("seventouch.intake.captured", "way", way)
                .increment(many.captured().size());
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
        follow(List.of(new LeadView.Change.Forgotten(lead)));
        meters.counter("seventouch.intake.erased").increment();
        log.info("lead={} erased", lead);
    }

    private Lead say(Lead newer, Optional<LeadEvent.Captured> older, Instant now, Instant latest, boolean toConfirm) {
        Lead lead =
                folding.kept(older.map(known -> newer.foldedOver(known.lead())).orElse(newer));
        LeadEvent.Captured captured = new LeadEvent.Captured(
                lead, now, older.map(LeadEvent.Captured::first).orElse(now), latest, toConfirm ? true : null);
        leads.say(captured);
        follow(List.of(new LeadView.Change.Known(captured)));
        return lead;
    }

    /** Better to say what just came in than to refuse a lead: whoever reads the log folds newer over older. */
    private Map<LeadId, LeadEvent.Captured> knownOfAny(Collection<LeadId> leads) {
        try {
            return known.findAll(leads);
        } catch (ViewUnreachable e) {
            log.warn("{} leads are taken in without what is known of them: {}", leads.size(), e.getMessage(), e);
            return Map.of();
        }
    }

    private Optional<LeadEvent.Captured> knownOf(LeadId lead) {
        return Optional.ofNullable(knownOfAny(List.of(lead)).get(lead));
    }

    private void follow(Folding.Many many) {
        follow(many.captured().values().stream()
                .<LeadView.Change>map(LeadView.Change.Known::new)
                .toList());
    }

    /** The view follows the log anyway; taken in here as well, the sender's next request already finds it. */
    private void follow(List<LeadView.Change> changes) {
        try {
            known.take(changes);
        } catch (ViewUnreachable e) {
            log.warn("{} leads reach the view later: {}", changes.size(), e.getMessage());
        }
    }

    /** To the millisecond, which is what the store keeps: the order of captures must be the same in both. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
