package dev.seventouch.engine.definition;

import dev.seventouch.engine.policy.Dates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which days are left, when weekdays and quiet days are taken away. */
final class OpenDays {
    private static final Year ORDINARY = Year.of(2001);
    private static final Year LEAP = Year.of(2000);
    /** A run of more days than this has an open one somewhere. */
    private static final int MOST_DAYS = 1_000;

    private final Set<DayOfWeek> days;
    private final Collection<Dates> quiet;

    OpenDays(Set<DayOfWeek> days, Collection<Dates> quiet) {
        this.days = days;
        this.quiet = quiet;
    }

    /** Whether a year has no other days. */
    static boolean coverAYear(Collection<Dates> dates) {
        return Stream.concat(
                        Stream.of(ORDINARY),
                        dates.stream()
                                .filter(Dates.Once.class::isInstance)
                                .map(Dates.Once.class::cast)
                                .flatMap(once -> IntStream.rangeClosed(0, 1)
                                        .mapToObj(
                                                later -> Year.from(once.first()).plusYears(later))))
                .anyMatch(year -> days(new Dates.Once(year.atDay(1), year.atDay(year.length())))
                        .allMatch(day -> isIn(dates, day)));
    }

    /** Whether anything that is to come within {@code dates} can come. */
    boolean areIn(Dates dates) {
        return switch (dates) {
            case Dates.Once once -> isLong(once) || days(once).anyMatch(this::isOpen);
            // Over the years, every date falls on every day of the week, and what is quiet once is open in others.
            case Dates.Yearly yearly ->
                days(yearly.in(LEAP.getValue()))
                        .anyMatch(day -> quiet.stream()
                                .filter(Dates.Yearly.class::isInstance)
                                .noneMatch(run -> run.contains(day)));
        };
    }

    private boolean isOpen(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !isIn(quiet, day);
    }

    private static boolean isIn(Collection<Dates> dates, LocalDate day) {
        return dates.stream().anyMatch(run -> run.contains(day));
    }

    private static boolean isLong(Dates.Once run) {
        return run.first().plusDays(MOST_DAYS).isBefore(run.last());
    }

    private static Stream<LocalDate> days(Dates.Once run) {
        return run.first().datesUntil(run.last().plusDays(1));
    }
}
