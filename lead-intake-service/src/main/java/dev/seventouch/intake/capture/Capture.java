package dev.seventouch.intake.capture;

import dev.seventouch.events.lead.Consent;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.lead.LeadRules;
import dev.seventouch.intake.lead.Problem;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.intake.outbox.NotKept;
import dev.seventouch.service.web.BadRequest;
import dev.seventouch.service.web.FieldProblem;
import dev.seventouch.service.work.Together;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a lead in, whichever way it came: check, identify, fold over what is known, say so on the log. */
public final class Capture {
    private static final Logger log = LoggerFactory.getLogger(Capture.class);

    /** Leads of captures that go together. */
    private static final int MOST_TOGETHER = 500;

    private final Folding folding;
    private final LeadView known;
    private final LeadLog leads;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final DistributionSummary together;
    private final Together<Telling, Optional<Folding.Many>> tellings;

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
        this.tellings = new Together<>(Telling::leads, this::tellAll, NotKept.class::isInstance, MOST_TOGETHER);
        this.together = DistributionSummary.builder("seventouch.intake.together")
                .description("captures that were kept by one round trip")
                .register(meters);
        Gauge.builder("seventouch.intake.capturing", tellings, Together::waiting)
                .description("captures that wait for those before them")
                .register(meters);
    }

    /**
     * What is to be said of some leads.
     *
     * @param of what is to be said, given what is known of them
     */
    private record Telling(Set<LeadId> leads, Function<Map<LeadId, LeadEvent.Captured>, Folding.Many> of) {}

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
     * @param at when it came in; the same again at the same instant says nothing more
     * @param way how it came in, such as {@code form}
     * @throws BadRequest if its details can't be used; nothing is kept then
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that it was kept
     */
    public LeadId take(Submission submission, Instant at, String way) {
        return accepted(takeEach(List.of(submission), at, way).getFirst());
    }

    /**
     * Takes submissions in that came together, as of one instant, each with a verdict in its place. What it returned from is
     * kept. The same again at the same instant says nothing that is known, and the same under the same id otherwise.
     *
     * @param way how they came in, such as {@code api}
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that all were kept
     */
    public List<Verdict> takeEach(List<Submission> submissions, Instant at, String way) {
        // Looked at one by one, before they go together.
        List<Folding.Read> read = folding.read(submissions);
        Folding.Many many = tellOf(read, way, at);
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

    /** Of whoever is followed up as another lead, it is said of that. */
    private Folding.Many tellOf(List<Folding.Read> read, String way, Instant at) {
        List<Folding.Read> asked = read;
        for (int i = 0; i < LeadView.MOST_MOVES; i++) {
            List<Folding.Read> now = asked;
            Set<LeadId> leads = Folding.leadsOf(now);
            Map<LeadId, LeadId> moved = new ConcurrentHashMap<>();
            Folding.Many many = tell(leads, known -> {
                moved.putAll(Folding.moved(known));
                moved.keySet().retainAll(leads);
                return moved.isEmpty() ? folding.fold(now, known, Way.SENT, way, at) : Folding.Many.NOTHING;
            });
            if (moved.isEmpty()) {
                return many;
            }
            asked = now.stream().map(each -> each.as(moved)).toList();
        }
        throw new IllegalStateException("leads that are followed up as one another");
    }

    /** Some submissions of a list, and what is known of those whom they are about. */
    private record Looked(List<Folding.Read> read, Map<LeadId, LeadView.Seen> before) {}

    private Looked look(List<Folding.Read> read) {
        List<Folding.Read> asked = read;
        Map<LeadId, LeadView.Seen> before = known.findAll(Folding.leadsOf(asked));
        Map<LeadId, LeadId> moved = Folding.moved(captured(before));
        for (int i = 0; i < LeadView.MOST_MOVES && !moved.isEmpty(); i++) {
            Map<LeadId, LeadId> others = moved;
            asked = asked.stream().map(each -> each.as(others)).toList();
            before = known.findAll(Folding.leadsOf(asked));
            moved = Folding.moved(captured(before));
        }
        return new Looked(asked, before);
    }

    /**
     * Takes a list in, past nothing that waits for the log.
     *
     * @param way how they came in, such as {@code import}
     * @throws ViewUnreachable if what is known can't be asked; nothing is kept then
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that all were kept
     */
    public List<Verdict> takeList(List<Submission> submissions, Instant at, String way) {
        Looked looked = look(folding.read(submissions));
        Map<LeadId, LeadView.Seen> before = looked.before();
        Folding.Many many = folding.fold(looked.read(), captured(before), Way.LISTED, way, at);
        leads.sayAll(List.copyOf(many.captured().values()));
        follow(many.captured().values(), before);
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
        Looked looked = look(folding.read(submissions));
        return folding.fold(looked.read(), captured(looked.before()), Way.LISTED, "looked at", now())
                .verdicts();
    }

    /** Whose the submissions are, each in its place, whether or not they are known; nothing is kept. */
    public List<Verdict> identify(List<Submission> submissions) {
        List<Folding.Read> read = folding.read(submissions);
        return folding.fold(asFollowedUp(read), Map.of(), Way.SENT, "looked at", now())
                .verdicts();
    }

    private List<Folding.Read> asFollowedUp(List<Folding.Read> read) {
        try {
            return look(read).read();
        } catch (ViewUnreachable e) {
            return read; // who is followed up as another lead can't be told
        }
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

    /**
     * Keeps that a lead is reached at another address, with the facts of whoever was known by that; who that was is followed up
     * as this lead from now on.
     *
     * @param lead is known, and followed up as itself
     * @param other whoever is, or would be, known by {@code theirs}; {@code lead} itself if that is it
     * @param email by which the lead is reached, normalised
     * @param theirs by which {@code other} is, or would be, known, normalised
     */
    public void move(LeadId lead, LeadId other, String email, String theirs) {
        Move move = new Move(lead, other, email, theirs, folding);
        tell(move.leads(), known -> move.of(known, now()));
        log.info("lead={} has another address, by which lead={} was or would be known", lead, other);
    }

    /** Keeps what was said with a lead in the one place that an erasure reaches. */
    public void remember(Lead lead, Conversation conversation) {
        tell(Set.of(lead.id()), known -> {
            LeadEvent.Captured older = known.get(lead.id());
            Lead newer = lead.ownedBy(null).withConversation(conversation);
            return said(
                    older == null
                            ? new LeadEvent.Captured(newer, now())
                            : folding.again(older, newer.foldedOver(older.lead()), now()));
        });
        log.info("lead={} conversation kept", lead.id());
    }

    /**
     * Keeps that the lead has confirmed, with the proof: the topic of leads alone must tell it to whoever is built anew from
     * it. The first proof stays.
     */
    public void confirmed(LeadId lead, Consent.Confirmation proof) {
        tell(Set.of(lead), known -> {
            LeadEvent.Captured older = known.get(lead);
            if (older == null) {
                return Folding.Many.NOTHING;
            }
            Lead proven = older.lead().confirmed(proof);
            return !older.waitsForConfirmation() && proven.equals(older.lead())
                    ? Folding.Many.NOTHING
                    : said(new LeadEvent.Captured(
                            proven, now(), older.first(), older.latest(), null, older.origins(), older.sameAs()));
        });
    }

    /**
     * Says all that is known of leads of whom the log's last word lacks some of it: two processes said something at the same
     * time, or one while the store was away. Of a compacted topic the last word alone is left.
     *
     * @throws dev.seventouch.intake.outbox.NotKept if it is not certain that all were kept
     */
    public void sayAgain(Set<LeadId> lacking) {
        Folding.Many again = tell(lacking, known -> {
            // Whoever was erased meanwhile is not known.
            return Folding.Many.of(lacking.stream()
                    .map(known::get)
                    .filter(Objects::nonNull)
                    .map(each -> folding.again(each, each.lead(), now()))
                    .toList());
        });
        again.captured().keySet().forEach(lead -> log.info("lead={} said again, with all that is known", lead));
    }

    /** Forgets the lead: on the log first, then here. */
    public void erase(LeadId lead) {
        tell(Set.of(lead), _ -> {
            leads.erase(lead);
            forget(lead);
            return Folding.Many.NOTHING;
        });
        meters.counter("seventouch.intake.erased").increment();
        log.info("lead={} erased", lead);
    }

    private static Folding.Many said(LeadEvent.Captured captured) {
        return Folding.Many.of(List.of(captured));
    }

    /** Of one lead one thing at a time: of two captures that come at once, the later knows the earlier. */
    private Folding.Many tell(Set<LeadId> leads, Function<Map<LeadId, LeadEvent.Captured>, Folding.Many> what) {
        return leads.isEmpty()
                ? what.apply(Map.of())
                : tellings.ask(new Telling(leads, what)).orElseThrow(NotKept::tooMuchWaits);
    }

    /** Each in its place, of other leads than the others; nothing if it was not kept, as too much waits of a lead. */
    private List<Optional<Folding.Many>> tellAll(List<Telling> tellings) {
        Optional<Map<LeadId, LeadView.Seen>> seen = seenOfAny(
                tellings.stream().flatMap(each -> each.leads().stream()).toList());
        Map<LeadId, LeadEvent.Captured> before = captured(seen.orElse(Map.of()));
        List<Folding.Many> told =
                tellings.stream().map(each -> each.of().apply(before)).toList();
        List<LeadEvent.Captured> captured =
                told.stream().flatMap(each -> each.captured().values().stream()).toList();
        Set<LeadId> refused = leads.keepAll(captured);
        together.record(captured.size());
        // If the store is away, they would all wait for it once more.
        seen.ifPresent(looked -> follow(
                captured.stream()
                        .filter(each -> !refused.contains(each.lead().id()))
                        .toList(),
                looked));
        return told.stream()
                .map(each -> Optional.of(each)
                        .filter(many -> Collections.disjoint(many.captured().keySet(), refused)))
                .toList();
    }

    /** Nothing if the store is away. Better to say what just came in than to refuse a lead: whoever reads the log folds newer over older. */
    private Optional<Map<LeadId, LeadView.Seen>> seenOfAny(Collection<LeadId> leads) {
        try {
            return Optional.of(known.findAll(leads));
        } catch (ViewUnreachable e) {
            log.warn("{} leads are taken in without what is known of them: {}", leads.size(), e.getMessage(), e);
            return Optional.empty();
        }
    }

    private static Map<LeadId, LeadEvent.Captured> captured(Map<LeadId, LeadView.Seen> seen) {
        Map<LeadId, LeadEvent.Captured> captured = new HashMap<>();
        seen.forEach((lead, each) -> captured.put(lead, each.captured()));
        return captured;
    }

    /** The view follows the log anyway; taken in here as well, the sender's next request already finds it. */
    private void follow(Collection<LeadEvent.Captured> said, Map<LeadId, LeadView.Seen> before) {
        try {
            known.follow(said, before);
        } catch (ViewUnreachable e) {
            log.warn("{} leads reach the view later: {}", said.size(), e.getMessage());
        }
    }

    private void forget(LeadId lead) {
        try {
            known.take(List.of(new LeadView.Change.Forgotten(lead)));
        } catch (ViewUnreachable e) {
            log.warn("lead={} is forgotten by the view later: {}", lead, e.getMessage());
        }
    }

    /** To the millisecond, which is what the store keeps: the order of captures must be the same in both. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
