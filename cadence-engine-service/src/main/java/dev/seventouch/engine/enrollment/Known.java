package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Facts;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import java.util.Optional;

/** What is known of a lead when a touch depends on something. */
public record Known(Lead lead, EnrollmentId id, History history) implements Facts {

    public static Known of(Enrollment.Active active) {
        return new Known(active.lead(), active.id(), active.history());
    }

    @Override
    public int score() {
        return history.interest().score();
    }

    @Override
    public boolean clicked(String step) {
        return history.interest().clicked().contains(Place.of(step).idIn(id));
    }

    @Override
    public boolean reaches(Medium medium) {
        return Reach.of(lead.contact()).contains(medium) && !history.isClosed(medium);
    }

    @Override
    public Optional<String> answer(String step) {
        return Optional.ofNullable(history.answers().get(step));
    }
}
