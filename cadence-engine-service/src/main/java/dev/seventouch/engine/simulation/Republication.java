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
import dev.seventouch.engine.enrollment.Touch;
import java.time.Instant;
import java.util.Optional;

/** What would become of those who are enrolled if a version were published for them. Nothing is published. */
public final class Republication {
    private final FollowUp followUp;

    /** @param next the version to be */
    public Republication(Catalogue catalogue, Cadence next) {
        this.followUp = new FollowUp(new With(catalogue, next), Pace.USUAL);
    }

    /** The touch that would come next. */
    public Touch next(Enrollment.Active active, Instant now) {
        Enrollment after = active;
        for (Decision decision : followUp.decide(active, new Input.Republished(), now)) {
            after = Evolution.apply(after, decision);
        }
        return ((Enrollment.Active) after).next();
    }

    /** What is published, and one more version. */
    private record With(Catalogue published, Cadence next) implements Catalogue {
        @Override
        public Optional<Cadence> cadence(CadenceRef ref) {
            return ref.equals(next.ref()) ? Optional.of(next) : published.cadence(ref);
        }

        @Override
        public Optional<Cadence> taking(String source) {
            return published.taking(source);
        }

        @Override
        public Optional<Cadence> newest(String id) {
            return id.equals(next.ref().id()) ? Optional.of(next) : published.newest(id);
        }

        @Override
        public CadenceRef inForce(CadenceRef ref) {
            return ref.id().equals(next.ref().id()) ? next.ref() : published.inForce(ref);
        }

        @Override
        public Library library() {
            return published.library();
        }
    }
}
