package dev.seventouch.engine.definition;

import dev.seventouch.engine.policy.ContactHours;
import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Dates;
import dev.seventouch.engine.policy.Window;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads when a touch may come: {@code on}, {@code at} and {@code date}, each held against the contact time. */
final class WindowReader {
    private final Problems problems;
    private final Optional<ContactTime> time;

    /** @param time nothing if it can't be told */
    WindowReader(Problems problems, Optional<ContactTime> time) {
        this.problems = problems;
        this.time = time;
    }

    /** @param dates those that the touch names; nothing for any */
    Window read(Fields touch, Optional<? extends Dates> dates) {
        Set<DayOfWeek> days = touch.has("on") ? TimeReader.weekdays(touch, "on") : Set.of();
        Optional<Times.Hours> hours = touch.value("at", Times::at);
        time.ifPresent(known -> {
            boolean meet = holdDays(touch, days, known.hours());
            hours.ifPresent(at -> holdHours(touch, at, known.hours()));
            if (meet) {
                dates.ifPresent(run -> holdDates(touch, run, days, known));
            }
        });
        return new Window(
                days,
                hours.map(Times.Hours::opens).orElse(null),
                hours.map(Times.Hours::closes).orElse(null),
                dates.orElse(null));
    }

    private boolean holdDays(Fields touch, Set<DayOfWeek> days, ContactHours hours) {
        if (days.isEmpty() || !Collections.disjoint(days, hours.days())) {
            return true;
        }
        problems.at(
                touch.place("on"),
                "nothing goes out on " + Times.words(days) + "; the days of this cadence are "
                        + Times.words(hours.days()));
        return false;
    }

    private void holdHours(Fields touch, Times.Hours at, ContactHours hours) {
        Times.Hours open = new Times.Hours(hours.opens(), hours.closes());
        if (!open.contain(at)) {
            problems.at(touch.place("at"), at + " is not within the hours of this cadence, " + open);
        }
    }

    private void holdDates(Fields touch, Dates dates, Set<DayOfWeek> days, ContactTime time) {
        Set<DayOfWeek> left = EnumSet.copyOf(time.hours().days());
        if (!days.isEmpty()) {
            left.retainAll(days);
        }
        if (!new OpenDays(left, time.quiet()).areIn(dates)) {
            problems.at(
                    touch.place("date"),
                    "nothing goes out on any of these dates: each is quiet, or on another day than "
                            + Times.words(left));
        }
    }
}
