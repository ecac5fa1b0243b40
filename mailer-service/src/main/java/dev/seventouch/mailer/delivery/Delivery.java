package dev.seventouch.mailer.delivery;

import static java.util.Objects.requireNonNull;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.delivery.Claim.Result;
import dev.seventouch.mailer.delivery.Handover.Prospect;
import dev.seventouch.service.clock.HouseClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One lane of delivery: claim, ask the ledger, hand over, record, tell. Claims and ledger cost a round trip or two per batch.
 * The last look at the ledger and the record are for each touch; those that come at the same time go together.
 */
public final class Delivery {

    private final House house;
    private final Map<Channel, Handover> channels = new EnumMap<>(Channel.class);
    private final Errand errand;
    private final Crew crew;
    private final Times times;
    private final Story story;
    private final Results results;
    private final Late late;

    /** What all lanes share. */
    public record House(
            Claims claims,
            Ledger ledger,
            Outcomes outcomes,
            Composer composer,
            List<Handover> channels,
            InFlight inFlight,
            Claim.Owner me,
            HouseClock clock,
            Patience patience,
            MeterRegistry meters) {}

    /**
     * @param workers the lane's own, so that it never waits behind another lane
     * @param first whether its touches go ahead of all others
     */
    public Delivery(House house, ExecutorService workers, boolean first) {
        this.house = house;
        house.channels().forEach(channel -> channel.channels().forEach(name -> channels.put(name, channel)));
        this.times = new Times(house.clock());
        this.errand = new Errand(house.composer(), house.ledger(), times, house.patience(), first);
        this.crew = new Crew(workers, house.patience().batch());
        this.story = new Story(house.meters());
        this.results = new Results(house, story);
        this.late = new Late(house, first ? "first" : "others");
    }

    /**
     * Sees to all automatic touches of {@code batch}. When it returns, each has an outcome or has expired; one whose
     * hand-over takes long is told as deferred first, and its end when that is known. What the store or the log throws is
     * passed on; the batch can come again, then and at any other time.
     */
    public void deliver(List<TouchEvent.Due> batch) {
        Map<TouchId, TouchEvent.Due> wanted = wanted(batch);
        if (wanted.isEmpty()) {
            return;
        }
        Set<TouchId> mine = house.inFlight().board(wanted.keySet());
        try {
            Round round = new Round();
            claimNew(wanted.values(), mine, round);
            takeFree(round);
            handOver(round, mine);
            results.keepAll(round.toRecord);
            house.outcomes().tell(round.toTell);
        } finally {
            house.inFlight().leave(mine);
        }
    }

    private Map<TouchId, TouchEvent.Due> wanted(List<TouchEvent.Due> batch) {
        Instant now = times.house();
        Map<TouchId, TouchEvent.Due> wanted = new LinkedHashMap<>();
        for (TouchEvent.Due due : batch) {
            if (!channels.containsKey(due.touch().channel())) {
                continue;
            }
            if (due.expiresAt().isAfter(now)) {
                wanted.put(due.touch().id(), due);
            } else {
                story.expired(due);
            }
        }
        return wanted;
    }

    private void claimNew(Collection<TouchEvent.Due> wanted, Set<TouchId> mine, Round round) {
        List<Job> fresh = fresh(
                wanted.stream().filter(due -> mine.contains(due.touch().id())).toList());
        Map<TouchId, Claim> standing =
                house.claims().insert(fresh.stream().map(Job::claim).toList());
        for (Job job : fresh) {
            Claim before = standing.get(job.id());
            Result already = job.claim().result();
            if (before != null) {
                meet(before, job, round);
            } else if (already == null) {
                round.toHandOver.add(job);
            } else {
                round.toTell.add(story.done(job, already)); // kept with its result in the same write
            }
        }
        // Another lane of this very process has it: the same touch came on both topics, or its partition moved.
        wanted.stream()
                .filter(due -> !mine.contains(due.touch().id()))
                .forEach(due -> round.toTell.add(story.busy(due, untilLeaseEnds(leaseFromNow()))));
    }

    /** Claims as they are if nobody else has one; what the ledger forbids is decided in the same write. */
    private List<Job> fresh(List<TouchEvent.Due> wanted) {
        Set<LeadId> asked = wanted.stream()
                .filter(due -> due.to() == Recipient.LEAD)
                .map(due -> due.touch().lead())
                .collect(Collectors.toSet());
        Map<LeadId, Set<Medium>> forbidden =
                asked.isEmpty() ? Map.of() : house.ledger().forbidden(asked);
        Instant lease = leaseFromNow();
        return wanted.stream()
                .map(due -> new Job(
                        due,
                        new Claim(
                                due.touch(),
                                1,
                                house.me(),
                                lease,
                                due.attempt(),
                                0,
                                due.dueAt(),
                                stopped(due, forbidden))))
                .toList();
    }

    private @Nullable Result stopped(TouchEvent.Due due, Map<LeadId, Set<Medium>> forbidden) {
        boolean stopped = due.to() == Recipient.LEAD
                && forbidden
                        .getOrDefault(due.touch().lead(), Set.of())
                        .contains(due.touch().channel().medium());
        return stopped ? new Result.Skipped(Errand.STOPPED, times.house()) : null;
    }

    private void meet(Claim before, Job job, Round round) {
        Claim unrecorded = house.inFlight().remembered(job.id());
        if (unrecorded != null) {
            round.toRecord.add(job.with(unrecorded));
            return;
        }
        switch (Standing.of(before, job.due(), house.me(), times.wall(), times.house())) {
            case Standing.Decided(var result) -> round.toTell.add(story.again(job.due(), result));
            case Standing.Busy(var until) -> round.toTell.add(story.busy(job.due(), untilLeaseEnds(until)));
            case Standing.Free() -> {
                Job taken = job.with(before.takenBy(
                        house.me(), job.claim().leaseUntil(), job.claim().attempt()));
                if (before.result() == null) {
                    story.inDoubt(taken);
                }
                Result stopped = job.claim().result();
                round.toTake.add(stopped == null ? taken : taken.resulting(stopped));
            }
        }
    }

    private void takeFree(Round round) {
        if (round.toTake.isEmpty()) {
            return;
        }
        Set<TouchId> won =
                house.claims().take(round.toTake.stream().map(Job::claim).toList());
        for (Job job : round.toTake) {
            if (won.contains(job.id())) {
                round.held(job);
            } else {
                round.toTell.add(story.busy(job.due(), untilLeaseEnds(leaseFromNow())));
            }
        }
    }

    private void handOver(Round round, Set<TouchId> mine) {
        List<Run> awaited = new ArrayList<>();
        List<Run> unawaited = new ArrayList<>();
        for (Job job : round.toHandOver) {
            switch (errand.prospect(job.due(), channelOf(job))) {
                case Prospect.Usual() -> awaited.add(new Run(job, this::run, () -> late.end(job)));
                case Prospect.Slow() -> unawaited.add(Run.unawaited(job, this::run, () -> late.end(job)));
                case Prospect.Shut(var answer) -> round.toRecord.add(job.with(errand.answered(job.claim(), answer)));
            }
        }
        late.add(unawaited.size());
        unawaited.forEach(run -> goOnWithout(run.job(), mine, round));
        crew.begin(unawaited);
        crew.work(awaited);
        for (Run run : awaited) {
            if (run.leaveIfOpen()) {
                late.add(1);
                goOnWithout(run.job(), mine, round);
            }
        }
    }

    /** It is slower than its batch can wait for, and no longer the batch's; the engine asks for it again if need be. */
    private void goOnWithout(Job job, Set<TouchId> mine, Round round) {
        mine.remove(job.id());
        round.toTell.add(story.slow(job.due(), untilLeaseEnds(leaseFromNow())));
    }

    private Handover channelOf(Job job) {
        return requireNonNull(channels.get(job.due().touch().channel()));
    }

    private void run(Job job) {
        Job done = job.with(errand.run(job.claim(), job.due(), channelOf(job)));
        if (done.claim().doubts() > job.claim().doubts()) {
            story.inDoubt(done);
        }
        results.keep(done);
    }

    private Instant leaseFromNow() {
        return times.wall().plus(house.patience().lease());
    }

    private Result.Deferred untilLeaseEnds(Instant lease) {
        return new Result.Deferred("somebody is busy with it", times.houseAt(lease), times.house());
    }
}
