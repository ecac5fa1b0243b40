package dev.seventouch.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "2027-10-03, de, German Unity Day",
        "2027-03-29, de, Easter Monday",
        "2027-01-06, de-by, Epiphany",
        "2027-01-06, DE-BY, Epiphany",
        "2027-10-03, de-by, German Unity Day",
        "2027-11-25, us, Thanksgiving Day",
        "2027-11-25, us-ny, Thanksgiving Day",
        "2027-08-30, gb-eng, Summer Bank Holiday",
    })
    void knows_the_public_holidays_of_countries_and_their_parts(LocalDate day, String region, String name) {
        assertThat(Holidays.on(day, region)).contains(name);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-06, de", // Epiphany is kept in three states only
        "2027-01-06, de-be",
        "2027-11-24, us",
        "2024-02-12, us-ca", // Lincoln's Birthday: an observance there
        "2027-10-03, at",
        "2027-10-04, de",
    })
    void knows_what_is_none(LocalDate day, String region) {
        assertThat(Holidays.on(day, region)).isEmpty();
    }

    @Test
    void a_holiday_that_is_moved_off_a_weekend_is_two_days() {
        assertThat(Holidays.on(LocalDate.of(2027, 12, 25), "gb")).contains("Christmas");
        assertThat(Holidays.on(LocalDate.of(2027, 12, 27), "gb")).contains("Christmas");
    }

    @Test
    void a_new_years_day_may_be_observed_the_year_before() {
        assertThat(Holidays.on(LocalDate.of(2027, 12, 31), "us")).contains("New Year's Day");
        assertThat(Holidays.on(LocalDate.of(2026, 12, 31), "us")).isEmpty();
    }

    @Test
    void a_country_that_is_not_known_has_none_and_a_part_that_is_not_has_those_of_the_whole() {
        assertThat(Holidays.on(LocalDate.of(2027, 1, 1), "qq")).isEmpty();
        assertThat(Holidays.on(LocalDate.of(2027, 1, 1), "")).isEmpty();
        assertThat(Holidays.on(LocalDate.of(2027, 1, 1), "de-xx")).contains("New Year's Day");
        assertThat(Holidays.on(LocalDate.of(2027, 1, 6), "de-by-xx")).contains("Epiphany");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "DE", "de-by", "De-By", "us-ny", "us-ny-nyc", "jp", "xk"})
    void knows_such_regions(String region) {
        assertThat(Holidays.knows(region)).isTrue();
        assertThat(Holidays.knows(region)).as("once more").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "d", "de-", "-by", "de-xx", "de-by-xx", "qq", "lead", "nyse", "germany", "de by"})
    void does_not_know_such_regions(String region) {
        assertThat(Holidays.knows(region)).isFalse();
        assertThat(Holidays.knows(region)).as("once more").isFalse();
    }

    @Test
    void names_are_english_wherever_the_engine_runs() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(Holidays.on(LocalDate.of(2031, 10, 3), "de")).contains("German Unity Day");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void years_that_share_a_place_in_the_memory_are_told_apart() {
        for (int year = 2000; year < 2040; year++) {
            assertThat(Holidays.on(LocalDate.of(year, 12, 25), "fr")).contains("Christmas");
            assertThat(Holidays.on(LocalDate.of(year - 8, 7, 14), "fr")).contains("National Day");
            assertThat(Holidays.on(LocalDate.of(year, 7, 15), "fr")).isEmpty();
        }
    }

    @Test
    void many_threads_may_ask_for_the_first_time_at_once() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                int year = 2000 + i;
                asked.add(threads.submit(() -> {
                    start.await();
                    for (String region : List.of("se", "nz", "pl", "se", "NZ")) {
                        assertThat(Holidays.on(LocalDate.of(year, 12, 25), region))
                                .isPresent();
                        assertThat(Holidays.on(LocalDate.of(year, 9, 17), region))
                                .isEmpty();
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : asked) {
                one.get();
            }
        }
    }
}
