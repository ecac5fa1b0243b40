package dev.seventouch.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds for every slot, in any zone, by rules written down once more and as plainly as they can be. */
class TimingLawsTest {
    private static final List<String> ODD_ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "America/St_Johns", // changed its clock at a minute past midnight
            "America/Havana", // falls back onto midnight
            "Asia/Beirut", // springs forward at midnight
            "Africa/Casablanca",
            "America/Sao_Paulo",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Antarctica/Troll", // two hours
            "Pacific/Apia",
            "Asia/Pyongyang");

    private record Situation(Timing timing, Window window, LocalDate day, Instant earliest, List<Instant> touched) {
        Opportunity slot(String seed) {
            return timing.slot(day, earliest, window, touched, seed);
        }
    }

    @Property(tries = 700)
    void a_slot_is_lawful_and_on_the_first_lawful_day(@ForAll("situations") Situation given) {
        LocalDate expected = firstLawfulDay(given);
        Opportunity found = given.slot("seed");
        if (expected == null) {
            if (given.window().dates() instanceof Dates.Once) {
                assertThat(found).isInstanceOf(Opportunity.Never.class);
            }
            return;
        }
        assertThat(found).isInstanceOf(Opportunity.Slot.class);
        Opportunity.Slot slot = (Opportunity.Slot) found;
        assertThat(local(given, slot.at()).toLocalDate())
                .as("no earlier day is passed over")
                .isEqualTo(expected);
        assertThat(isLawful(given, slot.at())).isTrue();
        assertThat(isLawful(given, slot.until().minusMillis(1)))
                .as("until it closes")
                .isTrue();
        assertThat(slot.at()).isAfterOrEqualTo(given.earliest()).isBefore(slot.until());
        if (slot.why().equals("as planned")) {
            LocalDate planned = local(given, given.earliest()).toLocalDate();
            assertThat(expected).isEqualTo(planned.isAfter(given.day()) ? planned : given.day());
        }
    }

    @Property(tries = 1000)
    void a_slot_is_accepted_until_it_closes(@ForAll("situations") Situation given) {
        if (given.slot("seed") instanceof Opportunity.Slot slot) {
            assertThat(accepts(given, slot.at())).isTrue();
            assertThat(accepts(given, slot.until().minusMillis(1))).isTrue();
            assertThat(accepts(given, slot.until())).isFalse();
            assertThat(given.timing()
                            .slot(
                                    local(given, slot.at()).toLocalDate(),
                                    slot.at(),
                                    given.window(),
                                    given.touched(),
                                    "x"))
                    .as("whoever asks again then stays there")
                    .isInstanceOfSatisfying(
                            Opportunity.Slot.class,
                            again -> assertThat(again.until()).isEqualTo(slot.until()));
        }
    }

    @Property(tries = 500)
    void the_same_seed_has_the_same_moment_and_every_seed_the_same_opening(
            @ForAll("situations") Situation given, @ForAll String one, @ForAll String other) {
        assertThat(given.slot(one)).isEqualTo(given.slot(one));
        if (given.slot(one) instanceof Opportunity.Slot slot && given.slot(other) instanceof Opportunity.Slot another) {
            assertThat(another.until()).isEqualTo(slot.until());
            assertThat(another.why()).isEqualTo(slot.why());
        } else {
            assertThat(given.slot(other)).isEqualTo(given.slot(one));
        }
    }

    @Property(tries = 1500)
    void accepts_what_is_lawful_and_nothing_else(@ForAll("situations") Situation given, @ForAll("seconds") int after) {
        Instant at = given.earliest().plusSeconds(after);
        LocalDate day = local(given, at).toLocalDate();
        boolean repeated = given.timing()
                        .zone()
                        .getRules()
                        .getValidOffsets(local(given, at).toLocalDateTime())
                        .size()
                > 1;
        // Where only quiet days and holidays are left for long, those are accepted.
        boolean strict = isFree(given, day)
                || given.window().dates() instanceof Dates.Once
                || firstLawfulDay(new Situation(given.timing(), given.window(), day, at, given.touched())) != null;
        if (!repeated && strict) {
            assertThat(accepts(given, at)).isEqualTo(isLawful(given, at));
        }
    }

    private static boolean accepts(Situation given, Instant at) {
        return given.timing().accepts(at, given.window(), given.touched());
    }

    /** Null if there is none in nearly two years, nor in what is left of dates that come once. */
    private static @Nullable LocalDate firstLawfulDay(Situation given) {
        LocalDate end = given.window().dates() instanceof Dates.Once once
                ? once.last()
                : given.day().plusDays(700);
        for (LocalDate day = given.day(); !day.isAfter(end); day = day.plusDays(1)) {
            if (isLawful(given, day) && hasLawfulInstant(given, day)) {
                return day;
            }
        }
        return null;
    }

    private static boolean hasLawfulInstant(Situation given, LocalDate day) {
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        for (int minute = -15 * 60; minute < 39 * 60; minute++) {
            if (isLawfulOnceOn(given, day, midnight.plusSeconds(60L * minute))) {
                return true;
            }
        }
        return isLawfulOnceOn(given, day, given.earliest())
                || given.touched().stream()
                        .map(touch -> touch.plus(given.timing().limits().gap()))
                        .anyMatch(end -> isLawfulOnceOn(given, day, end))
                || given.touched().stream()
                        .map(touch -> touch.plus(Duration.ofDays(7)))
                        .anyMatch(end -> isLawfulOnceOn(given, day, end))
                || given.touched().stream()
                        .map(touch -> touch.plus(Duration.ofDays(30)))
                        .anyMatch(end -> isLawfulOnceOn(given, day, end));
    }

    private static boolean isLawfulOnceOn(Situation given, LocalDate day, Instant at) {
        ZonedDateTime local = local(given, at);
        boolean firstTime = local.equals(local.withEarlierOffsetAtOverlap());
        return local.toLocalDate().equals(day) && firstTime && isLawful(given, at);
    }

    private static boolean isLawful(Situation given, Instant at) {
        LocalTime time = local(given, at).toLocalTime();
        return !at.isBefore(given.earliest())
                && isLawful(given, local(given, at).toLocalDate())
                && isWithin(given.timing().time().hours(), given.window(), time)
                && isWithinLimits(given.timing().limits(), given.touched(), at);
    }

    private static boolean isWithin(ContactHours hours, Window window, LocalTime time) {
        LocalTime opens =
                window.opens() == null || window.opens().isBefore(hours.opens()) ? hours.opens() : window.opens();
        LocalTime closes =
                window.closes() == null || window.closes().isAfter(hours.closes()) ? hours.closes() : window.closes();
        return opens.isBefore(closes)
                ? !time.isBefore(opens) && time.isBefore(closes)
                : !time.isBefore(hours.opens()) && time.isBefore(hours.closes());
    }

    private static boolean isLawful(Situation given, LocalDate day) {
        Set<DayOfWeek> days = new TreeSet<>(given.timing().time().hours().days());
        if (given.window().days().stream().anyMatch(days::contains)) {
            days.retainAll(given.window().days());
        }
        return days.contains(day.getDayOfWeek())
                && (given.window().dates() == null || isIn(given.window().dates(), day))
                && isFree(given, day);
    }

    private static boolean isFree(Situation given, LocalDate day) {
        return given.timing().time().quiet().stream().noneMatch(quiet -> isIn(quiet, day))
                && given.timing().regions().stream()
                        .allMatch(region -> Holidays.on(day, region).isEmpty());
    }

    private static boolean isIn(Dates dates, LocalDate day) {
        return switch (dates) {
            case Dates.Once(var first, var last) -> !day.isBefore(first) && !day.isAfter(last);
            case Dates.Yearly(var first, var last) -> {
                boolean begun = !MonthDay.from(day).isBefore(first);
                boolean notOver = !MonthDay.from(day).isAfter(last);
                yield last.isBefore(first) ? begun || notOver : begun && notOver;
            }
        };
    }

    private static boolean isWithinLimits(Limits limits, List<Instant> touched, Instant at) {
        Integer perMonth = limits.perMonth();
        return touched.stream().allMatch(touch -> !at.isBefore(touch.plus(limits.gap())))
                && countSince(touched, at.minus(Duration.ofDays(7))) < limits.perWeek()
                && (perMonth == null || countSince(touched, at.minus(Duration.ofDays(30))) < perMonth);
    }

    private static long countSince(List<Instant> touched, Instant start) {
        return touched.stream().filter(touch -> touch.isAfter(start)).count();
    }

    private static ZonedDateTime local(Situation given, Instant at) {
        return at.atZone(given.timing().zone());
    }

    @Provide
    Arbitrary<Integer> seconds() {
        return Arbitraries.integers().between(0, 20 * 86_400);
    }

    @Provide
    Arbitrary<Situation> situations() {
        Arbitrary<Integer> daysFromChange =
                Arbitraries.integers().between(-2, 1).injectNull(0.5);
        return Combinators.combine(
                        timings(),
                        windows(),
                        days(),
                        daysFromChange,
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(-40 * 86_400, 3 * 86_400),
                                Arbitraries.integers().between(-43_200, 2 * 86_400)),
                        touches())
                .as((timing, window, any, fromChange, seconds, touches) -> {
                    LocalDate day = fromChange == null
                            ? any
                            : nextChange(timing.zone(), any).plusDays(fromChange);
                    Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
                    List<Instant> touched = new ArrayList<>();
                    for (int before : touches) {
                        touched.add(noon.minusSeconds(before));
                    }
                    touched.sort(null);
                    Window near = new Window(window.days(), window.opens(), window.closes(), near(window.dates(), day));
                    return new Situation(timing, near, day, noon.plusSeconds(seconds), List.copyOf(touched));
                });
    }

    /** The day on which the clock changes next; {@code day} itself where it never does. */
    private static LocalDate nextChange(ZoneId zone, LocalDate day) {
        ZoneOffsetTransition change =
                zone.getRules().nextTransition(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        return change == null ? day : change.getDateTimeBefore().toLocalDate();
    }

    /** Dates that come once, moved to where they matter. */
    private static @Nullable Dates near(@Nullable Dates dates, LocalDate day) {
        return dates instanceof Dates.Once(var first, var last)
                ? new Dates.Once(
                        day.plusDays(first.getDayOfMonth() - 10),
                        day.plusDays(first.getDayOfMonth() - 10 + ChronoUnit.DAYS.between(first, last)))
                : dates;
    }

    private Arbitrary<List<Integer>> touches() {
        // Some after what is planned: reports may be late.
        return Arbitraries.integers().between(-86_400, 35 * 86_400).list().ofMaxSize(10);
    }

    private Arbitrary<Timing> timings() {
        return Combinators.combine(
                        zones(), hours(), limits(), regions(), dates().list().ofMaxSize(2))
                .as((zone, hours, limits, regions, quiet) ->
                        new Timing(new ContactTime(hours, zone, regions, quiet), limits, zone, regions));
    }

    /** Those of the tz database; a library for calendars on the class path adds names without rules. */
    private static Set<String> knownZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> ZoneId.of(id).getRules() != null)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Arbitrary<ZoneId> zones() {
        return Arbitraries.oneOf(Arbitraries.of(ODD_ZONES), Arbitraries.of(knownZones()))
                .map(ZoneId::of);
    }

    private Arbitrary<ContactHours> hours() {
        return Combinators.combine(Arbitraries.of(DayOfWeek.class).set().ofMinSize(1), spans())
                .as((days, span) -> new ContactHours(days, span.get(0), span.get(1)));
    }

    private Arbitrary<List<LocalTime>> spans() {
        Arbitrary<Integer> quarters = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 95), Arbitraries.integers().between(0, 14));
        return quarters.set()
                .ofSize(2)
                .map(ends -> new TreeSet<>(ends)
                        .stream()
                                .map(quarter -> LocalTime.ofSecondOfDay(900L * quarter))
                                .toList());
    }

    private Arbitrary<Limits> limits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 12).injectNull(0.3))
                .as((gap, perWeek, perMonth) -> new Limits(Duration.ofHours(gap), perWeek, perMonth));
    }

    private Arbitrary<List<String>> regions() {
        return Arbitraries.of("de", "de-by", "us-ny", "gb-sct", "au", "jp", "co", "qq")
                .list()
                .ofMaxSize(2);
    }

    private Arbitrary<Window> windows() {
        return Arbitraries.oneOf(
                Arbitraries.just(Window.ANY),
                Combinators.combine(
                                Arbitraries.of(DayOfWeek.class).set(), spans().injectNull(0.5), dates().injectNull(0.5))
                        .as((days, span, dates) -> new Window(
                                days, span == null ? null : span.get(0), span == null ? null : span.get(1), dates)));
    }

    private Arbitrary<Dates> dates() {
        Arbitrary<Dates> yearly = Combinators.combine(
                        Arbitraries.integers().between(1, 365),
                        Arbitraries.integers().between(1, 365))
                .as((first, last) -> new Dates.Yearly(ofYear(first), ofYear(last)));
        Arbitrary<Dates> once = Combinators.combine(
                        days(), Arbitraries.integers().between(0, 60))
                .as((first, length) -> new Dates.Once(first, first.plusDays(length)));
        return Arbitraries.oneOf(yearly, once);
    }

    private static MonthDay ofYear(int day) {
        return MonthDay.from(LocalDate.ofYearDay(2027, day));
    }

    private Arbitrary<LocalDate> days() {
        return Arbitraries.integers()
                .between(0, 15_000)
                .map(day -> LocalDate.of(2005, 1, 1).plusDays(day));
    }
}
