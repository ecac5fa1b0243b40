package dev.seventouch.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> MON_FRI = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);
    private static final ContactHours OFFICE = hours(MON_FRI, "09:00-17:30");
    private static final Limits LIMITS = new Limits(Duration.ofHours(20), 3, 8);

    @Test
    void a_good_day_is_taken_as_planned() {
        Opportunity.Slot slot = slot(german("de"), "2027-03-02", Window.ANY);
        assertThat(slot.at()).isBetween(Instant.parse("2027-03-02T08:00:00Z"), Instant.parse("2027-03-02T16:29:59Z"));
        assertThat(slot.until()).isEqualTo(Instant.parse("2027-03-02T16:30:00Z"));
        assertThat(slot.why()).isEqualTo("as planned");
    }

    @ParameterizedTest
    @CsvSource({
        "2028-10-03, de,    Europe/Berlin,    2028-10-04, off German Unity Day",
        "2027-03-29, de,    Europe/Berlin,    2027-03-30, off Easter Monday",
        "2027-03-26, de,    Europe/Berlin,    2027-03-30, off Easter Monday", // from Good Friday on
        "2027-01-06, de,    Europe/Berlin,    2027-01-06, as planned",
        "2027-01-06, de-by, Europe/Berlin,    2027-01-07, off Epiphany",
        "2027-11-25, us,    America/New_York, 2027-11-26, off Thanksgiving Day",
        "2027-12-31, us,    America/New_York, 2028-01-03, within contact hours", // New Year's Day, observed; then a
        // weekend
        "2027-03-29, qq,    Europe/Berlin,    2027-03-29, as planned",
        "2027-03-06, de,    Europe/Berlin,    2027-03-08, within contact hours",
    })
    void holidays_and_weekends_move_the_day(LocalDate planned, String region, ZoneId zone, LocalDate day, String why) {
        Timing timing = new Timing(time(OFFICE, List.of(region), List.of()), LIMITS, zone, List.of(region));
        Opportunity.Slot slot = slot(timing, planned.toString(), Window.ANY);
        assertThat(day(slot, zone)).isEqualTo(day);
        assertThat(slot.why()).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-23, 2026-12-23, as planned",
        "2026-12-24, 2027-01-07, a quiet day",
        "2027-01-06, 2027-01-07, a quiet day"
    })
    void quiet_days_may_go_over_the_turn_of_the_year(LocalDate planned, LocalDate day, String why) {
        Timing timing = quiet(OFFICE, new Dates.Yearly(MonthDay.of(12, 24), MonthDay.of(1, 6)));
        Opportunity.Slot slot = slot(timing, planned.toString(), Window.ANY);
        assertThat(day(slot, BERLIN)).isEqualTo(day);
        assertThat(slot.why()).isEqualTo(why);
    }

    @Test
    void where_everything_is_quiet_quiet_is_not_kept() {
        Timing timing = quiet(OFFICE, new Dates.Yearly(MonthDay.of(1, 1), MonthDay.of(12, 31)));
        Opportunity.Slot slot = slot(timing, "2027-03-06", Window.ANY);
        assertThat(day(slot, BERLIN)).hasToString("2027-03-08");
        assertThat(slot.why()).isEqualTo("holidays and quiet days leave no other");
        assertThat(timing.accepts(slot.at(), Window.ANY, List.of())).isTrue();
    }

    @Test
    void a_season_that_is_a_holiday_every_year_is_had_all_the_same() {
        Window christmas = season("12-25", "12-25");
        Timing timing = new Timing(
                time(hours(ALL_DAYS, "09:00-17:30"), List.of("de"), List.of()), LIMITS, BERLIN, List.of("de"));
        Opportunity.Slot slot = slot(timing, "2027-03-06", christmas);
        assertThat(day(slot, BERLIN)).hasToString("2027-12-25");
        assertThat(timing.accepts(slot.at(), christmas, List.of())).isTrue();
    }

    @Test
    void a_day_of_the_week_may_come_to_its_date_only_after_years() {
        Window window = new Window(Set.of(DayOfWeek.TUESDAY), null, null, yearly("02-29", "02-29"));
        // The 28th of February of 2028 is no such day: there is a 29th, and it is a Tuesday.
        assertThat(day(slot(german(), "2027-03-01", window), BERLIN)).hasToString("2028-02-29");
        // The next: Tuesdays on 28 February of a common year.
        assertThat(day(slot(german(), "2028-03-01", window), BERLIN)).hasToString("2034-02-28");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-10, 2027-02-28", // the 28th where there is no 29th
        "2027-03-01, 2028-02-29",
        "2028-02-28, 2028-02-29",
    })
    void a_season_comes_round_every_year(String planned, String day) {
        Timing timing = timing(hours(ALL_DAYS, "09:00-17:30"), BERLIN);
        Opportunity.Slot slot = slot(timing, planned, season("02-29", "02-29"));
        assertThat(day(slot, BERLIN)).hasToString(day);
        assertThat(slot.why()).isEqualTo("in its season");
    }

    @Test
    void a_date_far_ahead_waits_for_its_time_and_keeps_holidays() {
        Window window = new Window(Set.of(), null, null, once("2033-10-03", "2033-10-07"));
        Timing timing = new Timing(time(OFFICE, List.of("de"), List.of()), LIMITS, BERLIN, List.of("de"));
        Opportunity.Slot slot = slot(timing, "2027-03-01", window);
        assertThat(day(slot, BERLIN)).hasToString("2033-10-04");
        assertThat(slot.why()).isEqualTo("off German Unity Day");
    }

    @Test
    void a_date_in_fifty_years_waits_too() {
        Window window = new Window(Set.of(), null, null, once("2077-10-04", "2077-10-04"));
        assertThat(day(slot(german(), "2027-03-01", window), BERLIN)).hasToString("2077-10-04");
    }

    @Test
    void a_date_that_has_passed_never_comes() {
        Window window = new Window(Set.of(), null, null, once("2027-03-05", "2027-03-09"));
        assertThat(opportunity(german(), "2027-03-10", "2027-01-01T00:00:00Z", window, List.of()))
                .isEqualTo(new Opportunity.Never("its date has passed"));
        assertThat(opportunity(german(), "2027-03-01", "2027-03-09T16:30:00Z", window, List.of()))
                .as("after closing on the last day")
                .isEqualTo(new Opportunity.Never("its date has passed"));
        assertThat(opportunity(german(), "2027-03-01", "2027-03-09T16:29:59Z", window, List.of()))
                .isInstanceOf(Opportunity.Slot.class);
    }

    @Test
    void a_single_day_has_passed_when_it_closes() {
        Window window = new Window(Set.of(), null, null, once("2027-03-05", "2027-03-05"));
        assertThat(opportunity(german(), "2027-03-05", "2027-03-05T16:30:00Z", window, List.of()))
                .isEqualTo(new Opportunity.Never("its date has passed"));
    }

    @Test
    void dates_of_which_only_a_weekend_is_left_have_passed() {
        Window window = new Window(Set.of(), null, null, once("2027-03-05", "2027-03-07"));
        assertThat(opportunity(german(), "2027-03-01", "2027-03-06T09:00:00Z", window, List.of()))
                .isEqualTo(new Opportunity.Never("its date has passed"));
    }

    @Test
    void a_date_that_the_limits_push_past_never_comes() {
        Window window = new Window(Set.of(), null, null, once("2027-03-05", "2027-03-05"));
        List<Instant> touched = List.of(
                Instant.parse("2027-02-28T10:00:00Z"),
                Instant.parse("2027-03-01T10:00:00Z"),
                Instant.parse("2027-03-03T10:00:00Z"));
        assertThat(opportunity(german(), "2027-03-05", "2027-03-04T00:00:00Z", window, touched))
                .isEqualTo(new Opportunity.Never("its date has passed"));
    }

    @Test
    void a_date_on_a_holiday_never_comes() {
        Window window = new Window(Set.of(), null, null, once("2028-10-03", "2028-10-03"));
        assertThat(opportunity(german("de"), "2028-09-01", "2028-09-01T00:00:00Z", window, List.of()))
                .isEqualTo(new Opportunity.Never("its dates hold no day that is open"));
    }

    @Test
    void a_touch_has_its_days_of_the_week() {
        Window window = new Window(EnumSet.range(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), null, null, null);
        Opportunity.Slot slot = slot(german(), "2027-03-01", window);
        assertThat(day(slot, BERLIN)).hasToString("2027-03-02");
        assertThat(slot.why()).isEqualTo("on its day of the week");
    }

    @Test
    void a_touch_has_its_time_of_day() {
        Window window = new Window(Set.of(), LocalTime.of(10, 0), LocalTime.of(11, 30), null);
        Opportunity.Slot slot = slot(german(), "2027-03-02", window);
        assertThat(slot.at()).isBetween(Instant.parse("2027-03-02T09:00:00Z"), Instant.parse("2027-03-02T10:29:59Z"));
        Opportunity.Slot late = slot(german(), "2027-03-02", "2027-03-02T11:00:00Z", window, List.of());
        assertThat(day(late, BERLIN)).hasToString("2027-03-03");
        assertThat(late.why()).isEqualTo("at its time of day");
    }

    @Test
    void what_is_left_of_a_day_is_shared_by_those_that_come_late() {
        Instant four = Instant.parse("2027-03-02T15:00:00Z");
        for (int i = 0; i < 200; i++) {
            Opportunity found = german().slot(LocalDate.of(2027, 3, 2), four, Window.ANY, List.of(), "lead-" + i);
            assertThat(((Opportunity.Slot) found).at()).isBetween(four, Instant.parse("2027-03-02T16:29:59Z"));
        }
    }

    @Test
    void after_closing_it_is_the_next_day() {
        Opportunity.Slot slot = slot(german(), "2027-03-02", "2027-03-02T16:30:00Z", Window.ANY, List.of());
        assertThat(day(slot, BERLIN)).hasToString("2027-03-03");
        assertThat(slot.why()).isEqualTo("within contact hours");
    }

    @Test
    void a_gap_that_ends_within_the_day_moves_the_hour_only() {
        Instant last = Instant.parse("2027-03-01T16:00:00Z");
        Opportunity.Slot slot = slot(german(), "2027-03-02", "2027-03-01T17:00:00Z", Window.ANY, List.of(last));
        assertThat(day(slot, BERLIN)).hasToString("2027-03-02");
        assertThat(slot.at()).isAfterOrEqualTo(last.plus(Duration.ofHours(20)));
        assertThat(slot.why()).isEqualTo("as planned");
    }

    @ParameterizedTest
    @CsvSource({
        "24, 2027-03-02T16:00:00Z, 2027-03-03, at least 24 h after the touch before", // ends the day after
        "26, 2027-03-01T15:00:00Z, 2027-03-03, at least 26 h after the touch before", // ends after closing
    })
    void a_gap_that_moves_the_day_says_so(int gap, Instant last, LocalDate day, String why) {
        Timing timing =
                new Timing(time(OFFICE, List.of(), List.of()), new Limits(Duration.ofHours(gap), 3), BERLIN, List.of());
        Opportunity.Slot slot = slot(timing, "2027-03-02", "2027-03-02T08:00:00Z", Window.ANY, List.of(last));
        assertThat(day(slot, BERLIN)).isEqualTo(day);
        assertThat(slot.why()).isEqualTo(why);
    }

    @Test
    void the_week_and_the_month_move_the_day_too() {
        List<Instant> touched = List.of(
                Instant.parse("2027-03-02T10:00:00Z"),
                Instant.parse("2027-03-03T10:00:00Z"),
                Instant.parse("2027-03-04T10:00:00Z"));
        Opportunity.Slot slot = slot(german(), "2027-03-05", "2027-03-05T00:00:00Z", Window.ANY, touched);
        assertThat(slot.at()).isBetween(Instant.parse("2027-03-09T10:00:00Z"), Instant.parse("2027-03-09T16:29:59Z"));
        assertThat(slot.why()).isEqualTo("no more than 3 touches in a week");

        Timing monthly = new Timing(
                time(OFFICE, List.of(), List.of()), new Limits(Duration.ofHours(20), 3, 2), BERLIN, List.of());
        Opportunity.Slot later = slot(monthly, "2027-03-05", "2027-03-05T00:00:00Z", Window.ANY, touched);
        assertThat(later.at()).isBetween(Instant.parse("2027-04-02T10:00:00Z"), Instant.parse("2027-04-02T15:29:59Z"));
        assertThat(later.why()).isEqualTo("no more than 2 touches in 30 days");
    }

    @Test
    void a_touch_that_is_reported_late_still_counts() {
        Instant last = Instant.parse("2027-03-02T15:00:00Z");
        Opportunity.Slot slot = slot(german(), "2027-03-02", "2027-03-02T08:00:00Z", Window.ANY, List.of(last));
        assertThat(slot.at()).isAfterOrEqualTo(last.plus(Duration.ofHours(20)));

        Timing gapless =
                new Timing(time(OFFICE, List.of(), List.of()), new Limits(Duration.ZERO, 3), BERLIN, List.of());
        assertThat(slot(gapless, "2027-03-02", "2027-03-02T08:00:00Z", Window.ANY, List.of(last))
                        .at())
                .isAfterOrEqualTo(last);
    }

    @Test
    void what_the_clock_skips_is_had_the_next_day() {
        Timing timing = timing(hours(ALL_DAYS, "02:15-02:45"), BERLIN);
        Opportunity.Slot slot = slot(timing, "2027-03-28", Window.ANY);
        assertThat(slot.at()).isBetween(Instant.parse("2027-03-29T00:15:00Z"), Instant.parse("2027-03-29T00:44:59Z"));
    }

    @Test
    void what_the_clock_repeats_is_had_once() {
        Timing timing = timing(hours(ALL_DAYS, "02:15-02:45"), BERLIN);
        assertThat(slot(timing, "2027-10-31", Window.ANY).at())
                .isBetween(Instant.parse("2027-10-31T00:15:00Z"), Instant.parse("2027-10-31T00:44:59Z"));
        Opportunity.Slot afterwards = slot(timing, "2027-10-31", "2027-10-31T00:45:00Z", Window.ANY, List.of());
        assertThat(afterwards.at()).isAfterOrEqualTo(Instant.parse("2027-11-01T01:15:00Z"));
        assertThat(timing.accepts(Instant.parse("2027-10-31T01:20:00Z"), Window.ANY, List.of()))
                .as("02:20 the second time")
                .isFalse();
    }

    @Test
    void a_day_that_was_left_out_is_not_there() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        Opportunity.Slot slot = slot(timing(hours(ALL_DAYS, "09:00-17:30"), apia), "2011-12-30", Window.ANY);
        assertThat(day(slot, apia)).hasToString("2011-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Kathmandu,      2027-06-01T04:15:00Z",
        "Asia/Kolkata,        2027-06-01T04:30:00Z",
        "Australia/Lord_Howe, 2027-05-31T23:30:00Z", // +10:30 in winter …
        "Pacific/Kiritimati,  2027-05-31T20:00:00Z",
        "Pacific/Pago_Pago,   2027-06-01T21:00:00Z",
    })
    void the_hours_are_those_of_the_leads_own_clock(ZoneId zone, Instant ten) {
        Timing timing = timing(hours(ALL_DAYS, "10:00-10:30"), zone);
        Instant at = slot(timing, "2027-06-01", Window.ANY).at();
        assertThat(at).isBetween(ten, ten.plusSeconds(1799));
    }

    @Test
    void lord_howe_is_eleven_hours_ahead_in_summer() {
        Timing timing = timing(hours(ALL_DAYS, "10:00-10:30"), ZoneId.of("Australia/Lord_Howe"));
        Instant ten = Instant.parse("2027-11-30T23:00:00Z");
        assertThat(slot(timing, "2027-12-01", Window.ANY).at()).isBetween(ten, ten.plusSeconds(1799));
    }

    @Test
    void a_window_outside_contact_hours_or_days_is_as_wide_as_they_are() {
        Window sundayNight = new Window(Set.of(DayOfWeek.SUNDAY), LocalTime.of(22, 0), LocalTime.of(23, 0), null);
        Opportunity.Slot slot = slot(german(), "2027-03-06", sundayNight);
        assertThat(day(slot, BERLIN)).hasToString("2027-03-08");
        assertThat(OFFICE.isOpen(slot.at(), BERLIN)).isTrue();
    }

    @Test
    void a_thousand_leads_of_one_day_are_spread_over_it() {
        Set<Instant> moments = new HashSet<>();
        int[] perHour = new int[9];
        for (int i = 0; i < 1000; i++) {
            Instant at = ((Opportunity.Slot) german().slot(
                                    LocalDate.of(2027, 3, 2),
                                    Instant.EPOCH,
                                    Window.ANY,
                                    List.of(),
                                    "lead-" + i + "/welcome"))
                    .at();
            moments.add(at);
            perHour[at.atZone(BERLIN).getHour() - 9]++;
        }
        assertThat(moments).hasSizeGreaterThan(950);
        for (int hour = 0; hour < 8; hour++) {
            assertThat(perHour[hour]).isBetween(80, 160);
        }
    }

    @Test
    void accepts_only_what_is_good_now() {
        Timing timing = german("de");
        Window tuesday = new Window(Set.of(DayOfWeek.TUESDAY), null, null, yearly("03-01", "03-31"));
        Instant at = Instant.parse("2027-03-02T12:00:00Z");
        assertThat(timing.accepts(at, tuesday, List.of(at.minus(Duration.ofHours(20)))))
                .isTrue();
        assertThat(timing.accepts(at, tuesday, List.of(at.minus(Duration.ofHours(19)))))
                .as("the gap")
                .isFalse();
        assertThat(timing.accepts(at, tuesday, List.of(at.plusSeconds(60))))
                .as("touched since")
                .isFalse();
        assertThat(timing.accepts(at.plus(Duration.ofDays(1)), tuesday, List.of()))
                .as("Wednesday")
                .isFalse();
        assertThat(timing.accepts(at.plus(Duration.ofHours(5)), tuesday, List.of()))
                .as("18:00")
                .isFalse();
        assertThat(timing.accepts(at.plus(Duration.ofDays(35)), tuesday, List.of()))
                .as("April")
                .isFalse();
        assertThat(timing.accepts(Instant.parse("2028-10-03T12:00:00Z"), Window.ANY, List.of()))
                .as("German Unity Day")
                .isFalse();
        assertThat(quiet(OFFICE, yearly("03-02", "03-02")).accepts(at, Window.ANY, List.of()))
                .as("a quiet day")
                .isFalse();
    }

    @Test
    void a_date_that_fell_quiet_is_no_longer_accepted() {
        Window window = new Window(Set.of(), null, null, once("2027-03-02", "2027-03-02"));
        Timing timing = quiet(OFFICE, yearly("01-01", "12-31"));
        assertThat(timing.accepts(Instant.parse("2027-03-02T12:00:00Z"), window, List.of()))
                .isFalse();
    }

    @Test
    void the_zone_is_the_leads_own_or_its_phones_or_its_countrys_or_the_cadences() {
        ContactTime time = time(OFFICE, List.of(), List.of());
        ZoneId given = ZoneId.of("Asia/Tokyo");
        assertThat(Timing.of(time, LIMITS, given, "+12125551234", "FR").zone()).isEqualTo(given);
        assertThat(Timing.of(time, LIMITS, null, "+12125551234", "FR").zone()).hasToString("America/New_York");
        assertThat(Timing.of(time, LIMITS, null, "+18005551234", "FR").zone()).hasToString("Europe/Paris");
        assertThat(Timing.of(time, LIMITS, null, null, "FR").zone()).hasToString("Europe/Paris");
        assertThat(Timing.of(time, LIMITS, null, null, null).zone()).isEqualTo(BERLIN);
        assertThat(Timing.of(time, LIMITS, null, "?", "QQ").zone()).isEqualTo(BERLIN);
    }

    @Test
    void the_holidays_are_those_of_the_leads_country_and_those_the_cadence_names() {
        ContactTime time = time(OFFICE, List.of(ContactTime.OF_THE_LEAD, "de-by"), List.of());
        assertThat(Timing.of(time, LIMITS, null, null, "US").regions()).containsExactly("us", "de-by");
        assertThat(Timing.of(time, LIMITS, null, "+12125551234", null).regions())
                .containsExactly("de-by");
        assertThat(Timing.of(time(OFFICE, List.of("de-by"), List.of()), LIMITS, null, null, "US")
                        .regions())
                .containsExactly("de-by");
    }

    private static Opportunity.Slot slot(Timing timing, String day, Window window) {
        return slot(timing, day, "2001-01-01T00:00:00Z", window, List.of());
    }

    private static Opportunity.Slot slot(
            Timing timing, String day, String earliest, Window window, List<Instant> touched) {
        Opportunity found = opportunity(timing, day, earliest, window, touched);
        assertThat(found).isInstanceOf(Opportunity.Slot.class);
        return (Opportunity.Slot) found;
    }

    private static Opportunity opportunity(
            Timing timing, String day, String earliest, Window window, List<Instant> touched) {
        return timing.slot(LocalDate.parse(day), Instant.parse(earliest), window, touched, "lead-1/offer");
    }

    private static LocalDate day(Opportunity.Slot slot, ZoneId zone) {
        return LocalDate.ofInstant(slot.at(), zone);
    }

    private static Timing german(String... regions) {
        return new Timing(time(OFFICE, List.of(regions), List.of()), LIMITS, BERLIN, List.of(regions));
    }

    private static Timing timing(ContactHours hours, ZoneId zone) {
        return new Timing(time(hours, List.of(), List.of()), LIMITS, zone, List.of());
    }

    private static Timing quiet(ContactHours hours, Dates... quiet) {
        return new Timing(time(hours, List.of(), List.of(quiet)), LIMITS, BERLIN, List.of());
    }

    private static ContactTime time(ContactHours hours, List<String> holidays, List<Dates> quiet) {
        return new ContactTime(hours, BERLIN, holidays, quiet);
    }

    private static ContactHours hours(Set<DayOfWeek> days, String hours) {
        String[] ends = hours.split("-");
        return new ContactHours(days, LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    private static Window season(String first, String last) {
        return new Window(Set.of(), null, null, yearly(first, last));
    }

    private static Dates yearly(String first, String last) {
        return new Dates.Yearly(MonthDay.parse("--" + first), MonthDay.parse("--" + last));
    }

    private static Dates once(String first, String last) {
        return new Dates.Once(LocalDate.parse(first), LocalDate.parse(last));
    }
}
