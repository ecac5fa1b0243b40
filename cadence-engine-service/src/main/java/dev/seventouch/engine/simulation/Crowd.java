package dev.seventouch.engine.simulation;

import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Pace;
import dev.seventouch.engine.policy.Leveller;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Many leads that are captured at one instant and followed up side by side, in the order of time: as the leads of one of the
 * engine's {@link #SHARES} partitions, which has that share of every rate.
 */
public final class Crowd {
    /** Leads are played in so many crowds, one after the other, so that only a share of them is held at a time. */
    public static final int SHARES = Play.PARTITIONS;

    private final FollowUp followUp;
    private final Leveller leveller = new Leveller(SHARES);
    private final Instant from;
    private final Instant until;
    private final Tally tally;
    private final Map<LeadId, Play> plays = new HashMap<>();

    public Crowd(Catalogue catalogue, Instant from, Instant until, Tally tally) {
        this.followUp = new FollowUp(catalogue, Pace.USUAL);
        this.from = from;
        this.until = until;
        this.tally = tally;
    }

    public void capture(Lead lead) {
        Play known = plays.get(lead.id());
        if (known != null) {
            tally.capturedAgain();
            known.captureAgain(lead, from);
        } else {
            tally.captured();
            Play play = new Play(followUp, leveller, tally.lead(), from);
            plays.put(lead.id(), play);
            play.capture(lead, false);
        }
    }

    /** Plays all that were captured, up to the end. */
    public void play() {
        PriorityQueue<Wake> line =
                new PriorityQueue<>(Comparator.comparing(Wake::at).thenComparing(Wake::lead));
        plays.forEach((lead, play) -> queue(lead, play, line));
        for (Wake next = line.poll(); next != null; next = line.poll()) {
            next.play().goOn(next.at());
            queue(next.lead(), next.play(), line);
        }
    }

    private void queue(String lead, Play play, PriorityQueue<Wake> line) {
        play.nextAt().filter(until::isAfter).ifPresent(at -> line.add(new Wake(at, lead, play)));
    }

    private void queue(LeadId lead, Play play, PriorityQueue<Wake> line) {
        queue(lead.value(), play, line);
    }

    private record Wake(Instant at, String lead, Play play) {}
}
