package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Pace;
import dev.seventouch.engine.policy.Leveller;
import dev.seventouch.events.lead.Lead;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Plays a cadence forward for one lead, by the functions that decide in production. */
public final class Simulation {

    private Simulation() {}

    /** The touches from {@code from} to {@code until}, exclusive, and what is passed over. */
    public static List<Line> run(Cadence cadence, Library library, Lead lead, Instant from, Instant until) {
        return run(World.of(cadence, library), new Scenario(lead, from, until)).lines();
    }

    /** @throws IllegalArgumentException if no cadence takes the lead */
    public static Calendar run(Catalogue catalogue, Scenario scenario) {
        Lead lead = scenario.lead();
        Instant from = scenario.from();
        Cadence cadence = catalogue
                .taking(lead.origin().source())
                .orElseThrow(() -> new IllegalArgumentException("no cadence takes the lead"));
        ZoneId zone = Explanation.zone(lead.contact(), cadence);
        Cues cues = new Cues(scenario.script(), from, zone);
        Diary diary = new Diary(catalogue);
        Play play =
                new Play(new FollowUp(catalogue, Pace.USUAL), new Leveller(Play.PARTITIONS), diary, from).with(cues);
        play.capture(lead, scenario.toConfirm());
        Optional<Instant> next = play.nextAt().filter(scenario.until()::isAfter);
        while (next.isPresent() && diary.size() < scenario.most()) {
            play.goOn(next.get());
            next = play.nextAt().filter(scenario.until()::isAfter);
        }
        Instant until = next.orElse(scenario.until());
        return new Calendar(
                cadence.ref(),
                lead,
                zone,
                from,
                until,
                next.isEmpty(),
                diary.before(until),
                cues.left(),
                play.enrollment());
    }
}
