package dev.seventouch.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Duration GAP = Duration.ofHours(20);

    @Test
    void who_was_never_touched_may_be_touched_now() {
        assertThat(new Limits(GAP, 1, 1).judge(NOON, List.of())).isEqualTo(new Verdict.Allow());
    }

    @Test
    void the_gap_is_kept_to_the_second() {
        Limits limits = new Limits(GAP, 3);
        assertThat(limits.judge(NOON, List.of(NOON.minus(GAP)))).isEqualTo(new Verdict.Allow());
        assertThat(limits.judge(NOON, List.of(NOON.minus(GAP).plusSeconds(1))))
                .isEqualTo(new Verdict.Defer(NOON.plusSeconds(1), "at least 20 h after the touch before"));
        assertThat(new Limits(Duration.ofMinutes(90), 3).judge(NOON, List.of(NOON)))
                .isEqualTo(new Verdict.Defer(NOON.plusSeconds(5400), "at least 90 min after the touch before"));
    }

    @Test
    void the_week_counts_the_touches_of_seven_days() {
        Limits limits = new Limits(GAP, 3);
        assertThat(limits.judge(NOON, daysAgo(6, 4, 2)))
                .isEqualTo(new Verdict.Defer(NOON.plus(Duration.ofDays(1)), "no more than 3 touches in a week"));
        assertThat(limits.judge(NOON, daysAgo(7, 4, 2))).isEqualTo(new Verdict.Allow());
        assertThat(new Limits(GAP, 1).judge(NOON, daysAgo(2)))
                .isEqualTo(new Verdict.Defer(NOON.plus(Duration.ofDays(5)), "no more than 1 touch in a week"));
    }

    @Test
    void the_month_counts_the_touches_of_thirty_days() {
        Limits limits = new Limits(GAP, 3, 4);
        assertThat(limits.judge(NOON, daysAgo(29, 20, 10, 2)))
                .isEqualTo(new Verdict.Defer(NOON.plus(Duration.ofDays(1)), "no more than 4 touches in 30 days"));
        assertThat(limits.judge(NOON, daysAgo(30, 20, 10, 2))).isEqualTo(new Verdict.Allow());
        assertThat(new Limits(GAP, 3).judge(NOON, daysAgo(29, 20, 10, 8, 2))).isEqualTo(new Verdict.Allow());
    }

    @Test
    void the_latest_bound_wins() {
        Limits limits = new Limits(Duration.ofDays(3), 2, 3);
        assertThat(limits.judge(NOON, daysAgo(29, 6, 1)))
                .as("the gap ends in 2 days, the week in 1, the month in 1")
                .isEqualTo(new Verdict.Defer(NOON.plus(Duration.ofDays(2)), "at least 72 h after the touch before"));
        assertThat(limits.judge(NOON, daysAgo(29, 4, 2)))
                .as("the gap ends in 1 day, the week in 3, the month in 1")
                .isEqualTo(new Verdict.Defer(NOON.plus(Duration.ofDays(3)), "no more than 2 touches in a week"));
        assertThat(limits.judge(NOON, daysAgo(20, 10, 2)))
                .as("the gap ends in 1 day, the week is over, the month in 10")
                .isEqualTo(new Verdict.Defer(NOON.plus(Duration.ofDays(10)), "no more than 3 touches in 30 days"));
    }

    @Test
    void what_would_allow_nothing_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(Duration.ofHours(-1), 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(GAP, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Limits(GAP, 3, 0));
    }

    @Provide
    Arbitrary<List<Integer>> pauses() {
        return Arbitraries.integers().between(0, 6 * 24 * 60).list().ofMaxSize(25);
    }

    @Property(tries = 2000)
    void whoever_is_touched_as_soon_as_allowed_is_never_touched_too_often_nor_later_than_need_be(
            @ForAll("pauses") List<Integer> pauses,
            @ForAll @IntRange(min = 0, max = 60) int gapHours,
            @ForAll @IntRange(min = 1, max = 5) int perWeek,
            @ForAll @IntRange(min = 1, max = 15) int perMonth) {
        Limits limits = new Limits(Duration.ofHours(gapHours), perWeek, perMonth);
        List<Instant> touched = new ArrayList<>();
        Instant now = NOON;
        for (int pause : pauses) {
            Instant wanted = now.plus(Duration.ofMinutes(pause));
            now = limits.judge(wanted, touched) instanceof Verdict.Defer defer ? defer.until() : wanted;
            assertThat(isKept(limits, touched, now)).isTrue();
            if (now.isAfter(wanted)) {
                assertThat(isKept(limits, touched, now.minusSeconds(1))).isFalse();
            }
            touched.add(now);
        }
    }

    private static boolean isKept(Limits limits, List<Instant> touched, Instant at) {
        return touched.stream().allMatch(before -> !at.isBefore(before.plus(limits.gap())))
                && within(touched, at, 7) < limits.perWeek()
                && within(touched, at, 30) < limits.perMonth();
    }

    private static long within(List<Instant> touched, Instant at, int days) {
        return touched.stream()
                .filter(before -> before.isAfter(at.minus(Duration.ofDays(days))))
                .count();
    }

    private static List<Instant> daysAgo(int... days) {
        List<Instant> touched = new ArrayList<>();
        for (int day : days) {
            touched.add(NOON.minus(Duration.ofDays(day)));
        }
        return touched;
    }
}
