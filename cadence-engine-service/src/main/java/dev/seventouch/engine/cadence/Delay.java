package dev.seventouch.engine.cadence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How long after one touch the next one comes. */
public sealed interface Delay {
    Delay NONE = new Exactly(Duration.ZERO);

    /** The first day on which the touch may come. */
    LocalDate dayAfter(Instant touch, ZoneId zone);

    /** The first instant at which the touch may come. */
    Instant after(Instant touch, ZoneId zone);

    Delay twice();

    /** Calendar days on the lead's calendar: at whatever hour of that day, a day is a day when clocks change. */
    record Days(int count) implements Delay {
        @Override
        public LocalDate dayAfter(Instant touch, ZoneId zone) {
            return touch.atZone(zone).toLocalDate().plusDays(count);
        }

        @Override
        public Instant after(Instant touch, ZoneId zone) {
            return dayAfter(touch, zone).atStartOfDay(zone).toInstant();
        }

        @Override
        public Days twice() {
            return new Days(Math.multiplyExact(2, count));
        }

        @Override
        public String toString() {
            return count + "d";
        }
    }

    /** So much elapsed time. */
    record Exactly(Duration duration) implements Delay {
        @Override
        public LocalDate dayAfter(Instant touch, ZoneId zone) {
            return after(touch, zone).atZone(zone).toLocalDate();
        }

        @Override
        public Instant after(Instant touch, ZoneId zone) {
            return touch.plus(duration);
        }

        @Override
        public Exactly twice() {
            return new Exactly(duration.multipliedBy(2));
        }

        @Override
        public String toString() {
            return duration.toMinutesPart() == 0 ? duration.toHours() + "h" : duration.toMinutes() + "m";
        }
    }
}
