package dev.seventouch.mailer.delivery;

import dev.seventouch.events.outcome.TouchOutcome;
import java.util.ArrayList;
import java.util.List;

/** One batch on its way: each touch moves from list to list until its outcome is told. */
final class Round {

    final List<Job> toTake = new ArrayList<>();
    final List<Job> toHandOver = new ArrayList<>();
    final List<Job> toRecord = new ArrayList<>();
    final List<TouchOutcome> toTell = new ArrayList<>();

    /** Whoever holds the claim now hands over, unless it is decided already. */
    void held(Job job) {
        (job.claim().result() == null ? toHandOver : toRecord).add(job);
    }
}
