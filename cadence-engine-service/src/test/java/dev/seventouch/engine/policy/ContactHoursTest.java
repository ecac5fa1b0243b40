package dev.seventouch.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seventouch.engine.policy.ContactHours.Opening;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactHoursTest {
    private static final ContactHours OFFICE =
            new ContactHours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), time("09:00"), time("17:30"));

    @ParameterizedTest
    @CsvSource({
        // Berlin puts the clock on from 02:00 to 03:00 …
        "Europe/Berlin, 2027-03-28, 01:00-04:00, 2027-03-28T00:00:00Z, 2027-03-28T02:00:00Z",
        "Europe/Berlin, 2027-03-28, 02:30-04:00, 2027-03-28T01:00:00Z, 2027-03-28T02:00:00Z",
        "Europe/Berlin, 2027-03-28, 01:00-02:30, 2027-03-28T00:00:00Z, 2027-03-28T01:00:00Z",
        "Europe/Berlin, 2027-03-28, 02:15-02:45, 2027-03-28T01:00:00Z, 2027-03-28T01:00:00Z",
        // … and back from 03:00 to 02:00.
        "Europe/Berlin, 2027-10-31, 01:00-04:00, 2027-10-30T23:00:00Z, 2027-10-31T03:00:00Z",
        "Europe/Berlin, 2027-10-31, 02:15-02:45, 2027-10-31T00:15:00Z, 2027-10-31T00:45:00Z",
        "Europe/Berlin, 2027-10-31, 01:00-02:30, 2027-10-30T23:00:00Z, 2027-10-31T00:30:00Z",
        "Europe/Berlin, 2027-10-31, 02:30-04:00, 2027-10-31T01:30:00Z, 2027-10-31T03:00:00Z",
        // Lord Howe goes half an hour, back on 4 April, on on 3 October.
        "Australia/Lord_Howe, 2027-04-04, 01:45-03:00, 2027-04-03T15:15:00Z, 2027-04-03T16:30:00Z",
        "Australia/Lord_Howe, 2027-10-03, 02:15-03:00, 2027-10-02T15:30:00Z, 2027-10-02T16:00:00Z",
        // Samoa had no 30 December 2011.
        "Pacific/Apia, 2011-12-30, 09:00-17:30, 2011-12-30T10:00:00Z, 2011-12-30T10:00:00Z",
        "Pacific/Apia, 2011-12-31, 09:00-17:30, 2011-12-30T19:00:00Z, 2011-12-31T03:30:00Z",
        "Asia/Kathmandu, 2027-06-01, 09:00-17:30, 2027-06-01T03:15:00Z, 2027-06-01T11:45:00Z",
    })
    void follow_the_wall_clock(String zone, LocalDate day, String hours, Instant opens, Instant closes) {
        assertThat(everyDay(hours).on(day, ZoneId.of(zone).getRules())).isEqualTo(new Opening(opens, closes));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-29T06:59:59Z, false", // Monday, 08:59:59
        "2027-03-29T07:00:00Z, true",
        "2027-03-29T15:29:59Z, true",
        "2027-03-29T15:30:00Z, false",
        "2027-03-28T10:00:00Z, false", // Sunday
    })
    void are_open_from_their_opening_until_before_their_closing(Instant instant, boolean open) {
        assertThat(OFFICE.isOpen(instant, ZoneId.of("Europe/Berlin"))).isEqualTo(open);
    }

    @Test
    void of_repeated_hours_only_one_run_is_open() {
        ContactHours night = everyDay("02:15-02:45");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Duration open = Duration.ZERO;
        for (Instant minute = Instant.parse("2027-10-30T22:00:00Z");
                minute.isBefore(Instant.parse("2027-10-31T10:00:00Z"));
                minute = minute.plusSeconds(60)) {
            open = night.isOpen(minute, berlin) ? open.plusMinutes(1) : open;
        }
        assertThat(open).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void a_window_narrows_them() {
        Window window =
                new Window(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), time("08:00"), time("11:30"), null);
        assertThat(OFFICE.narrowedTo(window))
                .isEqualTo(new ContactHours(Set.of(DayOfWeek.FRIDAY), time("09:00"), time("11:30")));
        assertThat(OFFICE.narrowedTo(new Window(Set.of(), time("16:00"), null, null)))
                .isEqualTo(new ContactHours(OFFICE.days(), time("16:00"), time("17:30")));
        assertThat(OFFICE.narrowedTo(Window.ANY)).isSameAs(OFFICE);
    }

    @Test
    void a_window_that_leaves_nothing_does_not_narrow_them() {
        assertThat(OFFICE.narrowedTo(new Window(Set.of(), time("20:00"), time("21:00"), null)))
                .isEqualTo(OFFICE);
        assertThat(OFFICE.narrowedTo(new Window(Set.of(DayOfWeek.SUNDAY), null, null, null)))
                .isEqualTo(OFFICE);
    }

    @Test
    void need_a_day_and_an_order() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ContactHours(Set.of(), time("09:00"), time("17:00")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContactHours(OFFICE.days(), time("09:00"), time("09:00")));
    }

    private static ContactHours everyDay(String hours) {
        String[] ends = hours.split("-");
        return new ContactHours(EnumSet.allOf(DayOfWeek.class), time(ends[0]), time(ends[1]));
    }

    private static LocalTime time(String text) {
        return LocalTime.parse(text);
    }
}
