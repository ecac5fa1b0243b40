package dev.seventouch.engine.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/** A run of days on the calendar. */
public sealed interface Dates {

    boolean contains(LocalDate day);

    /** The first run that does not end before {@code day}: the one {@code day} is in, else the next; nothing if all are over. */
    Optional<Once> notBefore(LocalDate day);

    /** A run of days that comes once. Both ends are inclusive. */
    record Once(LocalDate first, LocalDate last) implements Dates {
        /** @throws IllegalArgumentException if the last day is before the first */
        public Once {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("the last day is before the first");
            }
        }

        @Override
        public boolean contains(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        @Override
        public Optional<Once> notBefore(LocalDate day) {
            return last.isBefore(day) ? Optional.empty() : Optional.of(this);
        }

        @Override
        public String toString() {
            return first.equals(last) ? first.toString() : first + ".." + last;
        }
    }

    /** A run of days that comes every year, over the turn of the year if it ends before it begins. Both ends are inclusive. */
    record Yearly(MonthDay first, MonthDay last) implements Dates {
        @Override
        public boolean contains(LocalDate day) {
            return notBefore(day).orElseThrow().contains(day);
        }

        @Override
        public Optional<Once> notBefore(LocalDate day) {
            Once last = in(day.getYear() - 1);
            Once current = in(day.getYear());
            return Optional.of(
                    !last.last().isBefore(day)
                            ? last
                            : !current.last().isBefore(day) ? current : in(day.getYear() + 1));
        }

        /** The run that begins in {@code year}. 29 February is the 28th where there is none. */
        public Once in(int year) {
            return new Once(first.atYear(year), last.atYear(last.isBefore(first) ? year + 1 : year));
        }

        @Override
        public String toString() {
            return text(first) + ".." + text(last);
        }

        private static String text(MonthDay day) {
            return day.toString().substring(2);
        }
    }
}
