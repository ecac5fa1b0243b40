package dev.seventouch.mailer.delivery;

import static java.util.Objects.requireNonNull;

import dev.seventouch.mailer.delivery.Claim.Result;
import dev.seventouch.service.work.Together;
import java.util.Collections;
import java.util.List;

/**
 * Keeps and tells what became of hand-overs, each as soon as it is known: only what is on its way at the moment of a crash is in
 * doubt afterwards, not its whole batch. Those whose end comes while others are being kept go together.
 */
final class Results {

    private static final int MOST_TOGETHER = 500;

    private final Delivery.House house;
    private final Story story;
    private final Together<Job, Boolean> ends;

    Results(Delivery.House house, Story story) {
        this.house = house;
        this.story = story;
        this.ends = new Together<>(job -> List.of(job.id()), this::keepEach, _ -> true, MOST_TOGETHER);
    }

    /** Returns once it is kept and told. What the store or the log throws is passed on; until it comes again, it is remembered. */
    void keep(Job done) {
        house.inFlight().remember(done.claim());
        ends.ask(done);
    }

    /** Keeps what was known before its hand-over began. */
    void keepAll(List<Job> done) {
        if (!done.isEmpty()) {
            keepEach(done);
        }
    }

    private List<Boolean> keepEach(List<Job> done) {
        List<Claim> claims = done.stream().map(Job::claim).toList();
        house.claims().record(claims);
        house.inFlight().recorded(claims);
        house.outcomes()
                .tell(done.stream().map(job -> story.done(job, resultOf(job))).toList());
        return Collections.nCopies(done.size(), true);
    }

    private static Result resultOf(Job job) {
        return requireNonNull(job.claim().result());
    }
}
