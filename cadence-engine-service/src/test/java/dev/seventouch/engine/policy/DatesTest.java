package dev.seventouch.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.MonthDay;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final Dates.Yearly OVER_NEW_YEAR = new Dates.Yearly(MonthDay.of(12, 24), MonthDay.of(1, 6));
    private static final Dates.Yearly LEAP_DAY = new Dates.Yearly(MonthDay.of(2, 29), MonthDay.of(2, 29));

    @Test
    void a_run_may_go_over_the_turn_of_the_year() {
        assertThat(OVER_NEW_YEAR.contains(day("2026-12-23"))).isFalse();
        assertThat(OVER_NEW_YEAR.contains(day("2026-12-24"))).isTrue();
        assertThat(OVER_NEW_YEAR.contains(day("2027-01-06"))).isTrue();
        assertThat(OVER_NEW_YEAR.contains(day("2027-01-07"))).isFalse();
        assertThat(OVER_NEW_YEAR.notBefore(day("2027-01-03")))
                .contains(new Dates.Once(day("2026-12-24"), day("2027-01-06")));
        assertThat(OVER_NEW_YEAR.notBefore(day("2027-01-07")))
                .contains(new Dates.Once(day("2027-12-24"), day("2028-01-06")));
    }

    @Test
    void the_29th_of_february_is_the_28th_where_there_is_none() {
        assertThat(LEAP_DAY.contains(day("2027-02-28"))).isTrue();
        assertThat(LEAP_DAY.contains(day("2028-02-28"))).isFalse();
        assertThat(LEAP_DAY.contains(day("2028-02-29"))).isTrue();
    }

    @Test
    void what_comes_once_is_over_some_day() {
        Dates.Once once = new Dates.Once(day("2027-03-05"), day("2027-03-09"));
        assertThat(once.notBefore(day("2027-03-09"))).contains(once);
        assertThat(once.notBefore(day("2027-03-10"))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Dates.Once(day("2027-03-05"), day("2027-03-04")));
    }

    @Test
    void reads_as_it_is_written() {
        assertThat(OVER_NEW_YEAR).hasToString("12-24..01-06");
        assertThat(new Dates.Once(day("2027-03-05"), day("2027-03-05"))).hasToString("2027-03-05");
        assertThat(new Dates.Once(day("2027-03-05"), day("2027-03-09"))).hasToString("2027-03-05..2027-03-09");
    }

    @Property(tries = 3000)
    void a_day_is_in_the_run_if_it_is_between_the_ends_on_the_circle_of_the_year(
            @ForAll @IntRange(min = 1, max = 365) int first,
            @ForAll @IntRange(min = 1, max = 365) int last,
            @ForAll @IntRange(min = 0, max = 20_000) int since2000) {
        LocalDate day = day("2000-01-01").plusDays(since2000);
        Dates.Yearly yearly = new Dates.Yearly(monthDay(first), monthDay(last));
        MonthDay today = MonthDay.from(day);
        boolean inIt = monthDay(last).isBefore(monthDay(first))
                ? !today.isBefore(monthDay(first)) || !today.isAfter(monthDay(last))
                : !today.isBefore(monthDay(first)) && !today.isAfter(monthDay(last));
        assertThat(yearly.contains(day)).isEqualTo(inIt);

        LocalDate next = day;
        while (!yearly.contains(next)) {
            next = next.plusDays(1);
        }
        assertThat(yearly.notBefore(day).orElseThrow().contains(next)).isTrue();
        assertThat(yearly.notBefore(day).orElseThrow().last()).isAfterOrEqualTo(day);
    }

    private static MonthDay monthDay(int dayOf2027) {
        return MonthDay.from(LocalDate.ofYearDay(2027, dayOf2027));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
