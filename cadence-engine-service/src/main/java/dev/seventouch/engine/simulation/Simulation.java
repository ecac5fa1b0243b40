package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Evolution;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.engine.enrollment.Pace;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.TouchEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays a cadence forward for one lead whose every touch is handed over at once. */
public final class Simulation {
    private final FollowUp followUp;
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Enrollment enrollment;
    private String why = "at once";

    private Simulation(Catalogue catalogue) {
        this.followUp = new FollowUp(catalogue, Pace.USUAL);
    }

    /** The touches from {@code from} to {@code until}, exclusive, and the steps that are passed over. */
    public static List<Line> run(Cadence cadence, Library library, Lead lead, Instant from, Instant until) {
        Simulation simulation = new Simulation(new Only(cadence, library));
        simulation.tell(new Input.Captured(new LeadEvent.Captured(lead, from)), from);
        for (Instant now = from; now.isBefore(until); now = simulation.wakeAt().orElse(until)) {
            simulation.tell(new Input.Woken(), now);
        }
        return simulation.lines;
    }

    private Optional<Instant> wakeAt() {
        return enrollment == null ? Optional.empty() : enrollment.wakeAt();
    }

    private void tell(Input input, Instant now) {
        List<TouchEvent.Due> touched = new ArrayList<>();
        for (Decision decision : followUp.decide(enrollment, input, now)) {
            enrollment = Evolution.apply(enrollment, decision);
            switch (decision) {
                case Decision.Touched(var touch, var due, var _) -> {
                    lines.add(Line.touch(now, touch.place(), due, why));
                    touched.add(due);
                }
                case Decision.Skipped(var place, var reason, var _) -> lines.add(Line.skipped(now, place, reason));
                case Decision.Planned(var next) -> why = next.why();
                case Decision.LeftUnplaced _,
                        Decision.AskedToConfirm _,
                        Decision.Started _,
                        Decision.Migrated _,
                        Decision.Learned _,
                        Decision.Done _,
                        Decision.Noted _,
                        Decision.ErrandAdded _,
                        Decision.ErrandDone _,
                        Decision.Reached _,
                        Decision.Closed _,
                        Decision.CameBack _,
                        Decision.Wished _,
                        Decision.Interested _,
                        Decision.Held _,
                        Decision.Finished _ -> {}
            }
        }
        touched.forEach(due -> tell(new Input.Answered(new TouchOutcome.HandedOver(due.touch(), null, now)), now));
    }

    /** A world in which only one cadence is published. */
    private record Only(Cadence only, Library library) implements Catalogue {
        @Override
        public Optional<Cadence> cadence(CadenceRef ref) {
            return Optional.of(only);
        }

        @Override
        public Optional<Cadence> taking(String source) {
            return Optional.of(only);
        }

        @Override
        public Optional<Cadence> newest(String id) {
            return Optional.of(only);
        }

        @Override
        public CadenceRef inForce(CadenceRef ref) {
            return ref;
        }
    }
}
