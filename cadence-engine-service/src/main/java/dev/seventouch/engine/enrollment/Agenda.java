package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Cadence.Following;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Season;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.policy.Dates;
import dev.seventouch.engine.policy.Opportunity;
import dev.seventouch.engine.policy.Opportunity.Slot;
import dev.seventouch.engine.policy.Timing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A lead's calendar: its plan on its wall clock, with all that keeps touches apart. */
record Agenda(Active active, Cadence cadence, Timing timing) {

    static Agenda of(Active active, Cadence cadence) {
        return new Agenda(active, cadence, cadence.rules().timing(active.lead().contact()));
    }

    LocalDate dayOf(Instant instant) {
        return instant.atZone(timing.zone()).toLocalDate();
    }

    Following following() {
        return cadence.following(
                active.progress(), timing.zone(), active.history().wishes().isLessOften());
    }

    /** When {@code place} comes by the plan. */
    Following at(Place place) {
        return cadence.at(
                place,
                active.progress(),
                timing.zone(),
                active.history().wishes().isLessOften());
    }

    Opportunity slot(Following following, Instant now) {
        return slot(following.place(), following.day(), Instants.later(following.notBefore(), now));
    }

    Opportunity slot(Place place, LocalDate day, Instant notBefore) {
        Instant earliest = active.heldUntil() == null ? notBefore : Instants.later(notBefore, active.heldUntil());
        return timing.slot(
                day, earliest, cadence.window(place), active.history().touched(), seed(place));
    }

    // As different from touch to touch as its id, and made in no time.
    private String seed(Place place) {
        return active.id().value() + '/' + place.key() + '/' + place.occurrence();
    }

    /** The touch of a season, if one comes before {@code plan}. */
    Optional<Touch.Planned> season(Slot plan, Instant now) {
        Touch.Planned earliest = null;
        Instant before = plan.at();
        for (Season season : cadence.seasons()) {
            Dates.Once run = season.dates().notBefore(dayOf(now)).orElseThrow();
            int latest = active.progress().latest(season.key());
            if (run.first().getYear() <= latest) {
                run = season.dates().in(latest + 1);
            }
            Place place = new Place(season.key(), run.first().getYear());
            Instant opens = run.first().atStartOfDay(timing.zone()).toInstant();
            if (!opens.isBefore(before)) {
                continue;
            }
            Opportunity opportunity = slot(place, run.first(), Instants.later(opens, now));
            if (opportunity instanceof Slot(var at, var until, var _) && at.isBefore(before)) {
                earliest = new Touch.Planned(place, 1, opens, at, until, "its season", null, null);
                before = at;
            }
        }
        return Optional.ofNullable(earliest);
    }

    /**
     * Whether a planned touch may still go out that is noticed so late that it counts as of {@code lately}. The window it was
     * planned for may have moved: the lead turned out to live by another clock, or goes on by another version.
     */
    boolean acceptsAt(Touch.Planned planned, Instant lately) {
        return !lately.isAfter(planned.dueAt()) || isOpen(planned.place(), lately);
    }

    /** Whether the moment of a planned touch is still a good one. */
    boolean accepts(Touch.Planned planned) {
        Instant held = active.heldUntil();
        return (held == null || !planned.dueAt().isBefore(held))
                && (Planner.isAtOnce(active, cadence, planned.place()) || isOpen(planned.place(), planned.dueAt()));
    }

    private boolean isOpen(Place place, Instant at) {
        return timing.accepts(at, cadence.window(place), active.history().touched());
    }
}
