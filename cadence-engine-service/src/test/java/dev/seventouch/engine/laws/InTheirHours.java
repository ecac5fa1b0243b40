package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Pace;
import dev.seventouch.engine.policy.Limits;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.touch.TouchEvent;
import java.time.Duration;
import java.time.Instant;

/** 7. Past the first, or if the first is let out at a rate, a touch falls within the hours, on a day that is open, and at a distance from those before. */
final class InTheirHours implements Law {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    @Override
    public void saw(Moment moment, Witness witness) {
        for (Decision decision : moment.decisions()) {
            if (decision instanceof Decision.Touched(var touch, var due, var _)
                    && moment.before() instanceof Active active
                    && !Player.isErrand(due)) {
                Cadence cadence = cadence(moment, due);
                if (!isAtOnce(active, cadence, touch.place())) {
                    Contact contact = witness.lead().orElseThrow().contact();
                    inHours(Oracle.of(cadence, touch.place(), contact), due, moment.now());
                    keepsDistance(cadence.rules().limits(), due, witness);
                }
            }
        }
    }

    private static Cadence cadence(Moment moment, TouchEvent.Due due) {
        String id = due.touch().enrollment().cadence().orElseThrow();
        return moment.shelf().cadence(new CadenceRef(id, due.touch().version())).orElseThrow();
    }

    private static boolean isAtOnce(Active active, Cadence cadence, Place place) {
        return place.equals(cadence.first())
                && !active.progress().hasMovedIn()
                && !cadence.rules().release().first();
    }

    private void inHours(Oracle oracle, TouchEvent.Due due, Instant now) {
        String against = oracle.against(due.dueAt());
        if (against != null) {
            throw broken(due.touch().step() + " was due at " + due.dueAt() + ", but " + against);
        }
        Instant lately = now.minus(Pace.USUAL.lateness()).minusNanos(1);
        if (lately.isAfter(due.dueAt()) && oracle.against(lately) != null) {
            throw broken(due.touch().step() + " was due at " + due.dueAt() + ", and went out too late for it");
        }
        if (now.isBefore(due.dueAt())) {
            throw broken(due.touch().step() + " went out before its time");
        }
    }

    private void keepsDistance(Limits limits, TouchEvent.Due due, Witness witness) {
        int inTheWeek = 1;
        int inTheMonth = 1;
        for (Instant before : witness.reachedAt()) {
            if (due.dueAt().isBefore(before.plus(limits.gap()))) {
                throw broken(
                        due.touch().step() + " was due at " + due.dueAt() + ", too soon after the one of " + before);
            }
            inTheWeek += due.dueAt().isBefore(before.plus(WEEK)) ? 1 : 0;
            inTheMonth += due.dueAt().isBefore(before.plus(MONTH)) ? 1 : 0;
        }
        if (inTheWeek > limits.perWeek()) {
            throw broken(due.touch().step() + " was the " + inTheWeek + "th in a week");
        }
        if (limits.perMonth() != null && inTheMonth > limits.perMonth()) {
            throw broken(due.touch().step() + " was the " + inTheMonth + "th in a month");
        }
    }
}
