package dev.seventouch.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LevellerTest {
    private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");
    private static final Rate SIX_HUNDRED_AN_HOUR = new Rate(600, Duration.ofHours(1));

    @Test
    void without_a_rate_all_go_at_once() {
        Leveller leveller = new Leveller(1);
        for (int i = 0; i < 1000; i++) {
            assertThat(leveller.hold("plan", null, NOON)).isEmpty();
        }
    }

    @Test
    void what_comes_too_fast_is_given_turns_in_order() {
        Leveller leveller = new Leveller(1);
        assertThat(turn(leveller, 0)).isEmpty();
        assertThat(turn(leveller, 0)).contains(NOON.plusSeconds(6));
        assertThat(turn(leveller, 0)).contains(NOON.plusSeconds(12));
        assertThat(turn(leveller, 5)).contains(NOON.plusSeconds(18));
        assertThat(turn(leveller, 24)).as("the line is empty, and a turn free").isEmpty();
        assertThat(turn(leveller, 24)).contains(NOON.plusSeconds(30));
    }

    @Test
    void idleness_saves_no_more_than_a_seconds_worth() {
        Leveller leveller = new Leveller(1);
        assertThat(turn(leveller, 0)).isEmpty();
        assertThat(turn(leveller, 86_400)).isEmpty();
        assertThat(turn(leveller, 86_400)).contains(NOON.plusSeconds(86_406));

        Rate twentyASecond = new Rate(20, Duration.ofSeconds(1));
        for (int i = 0; i < 20; i++) {
            assertThat(leveller.hold("fast", twentyASecond, NOON)).isEmpty();
        }
        assertThat(leveller.hold("fast", twentyASecond, NOON)).contains(NOON.plusMillis(50));
    }

    @Test
    void a_rate_that_does_not_divide_evenly_is_never_exceeded() {
        Leveller leveller = new Leveller(1);
        Rate threeASecond = new Rate(3, Duration.ofSeconds(1));
        for (int i = 0; i < 3; i++) {
            assertThat(leveller.hold("plan", threeASecond, NOON)).isEmpty();
        }
        assertThat(leveller.hold("plan", threeASecond, NOON)).contains(NOON.plusNanos(333_334_000));
    }

    @Test
    void each_partition_has_its_share() {
        Leveller one = new Leveller(12);
        assertThat(turn(one, 0)).isEmpty();
        assertThat(turn(one, 0)).contains(NOON.plusSeconds(72));
    }

    @Test
    void every_cadence_has_a_line_of_its_own() {
        Leveller leveller = new Leveller(1);
        turn(leveller, 0);
        turn(leveller, 0);
        assertThat(leveller.hold("other", SIX_HUNDRED_AN_HOUR, NOON)).isEmpty();
    }

    @Test
    void a_new_rate_holds_from_the_next_turn_on() {
        Leveller leveller = new Leveller(1);
        turn(leveller, 0);
        turn(leveller, 0);
        Rate slower = new Rate(1, Duration.ofMinutes(1));
        assertThat(leveller.hold("plan", slower, NOON)).contains(NOON.plusSeconds(12));
        assertThat(leveller.hold("plan", slower, NOON)).contains(NOON.plusSeconds(72));
    }

    @Test
    void all_cadences_share_the_overall_rate() {
        Leveller leveller = new Leveller(2, new Rate(4, Duration.ofSeconds(1)));
        assertThat(leveller.hold("one", null, NOON)).isEmpty();
        assertThat(leveller.hold("two", null, NOON)).isEmpty();
        assertThat(leveller.hold("one", null, NOON)).contains(NOON.plusMillis(1000));
        assertThat(leveller.hold("two", null, NOON)).contains(NOON.plusMillis(1500));
        assertThat(leveller.hold("two", null, NOON)).contains(NOON.plusMillis(2000));
    }

    @Test
    void a_slow_cadence_with_a_long_line_does_not_make_the_others_wait() {
        Leveller leveller = new Leveller(1, new Rate(50, Duration.ofSeconds(1)));
        for (int i = 0; i < 10_000; i++) {
            turn(leveller, 0);
        }
        for (int i = 0; i < 49; i++) {
            assertThat(leveller.hold("welcome", null, NOON)).isEmpty();
        }
        assertThat(leveller.hold("welcome", null, NOON)).contains(NOON.plusSeconds(1));
    }

    @Test
    void one_that_waited_for_all_does_not_let_its_own_line_bunch_up() {
        Leveller leveller = new Leveller(1, new Rate(1, Duration.ofSeconds(1)));
        for (int i = 0; i < 100; i++) {
            leveller.hold("busy", null, NOON);
        }
        assertThat(turn(leveller, 0)).contains(NOON.plusSeconds(100));
        assertThat(turn(leveller, 0)).contains(NOON.plusSeconds(106));
        assertThat(leveller.hold("busy", null, NOON)).contains(NOON.plusSeconds(101));
    }

    @Test
    void house_time_may_be_long_ago_or_far_ahead() {
        for (String now : List.of("1969-12-31T23:59:59.999999999Z", "+12027-01-01T00:00:00.000000001Z")) {
            Instant then = Instant.parse(now);
            Leveller leveller = new Leveller(1, SIX_HUNDRED_AN_HOUR);
            assertThat(leveller.hold("plan", SIX_HUNDRED_AN_HOUR, then)).isEmpty();
            Instant turn = leveller.hold("plan", SIX_HUNDRED_AN_HOUR, then).orElseThrow();
            assertThat(Duration.between(then, turn)).isBetween(Duration.ofMillis(5999), Duration.ofSeconds(6));
        }
    }

    @Test
    void a_partition_there_must_be() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Leveller(0));
    }

    private static Optional<Instant> turn(Leveller leveller, long second) {
        return leveller.hold("plan", SIX_HUNDRED_AN_HOUR, NOON.plusSeconds(second));
    }

    private record Arrival(int cadence, int millis) {}

    /** One that is due for the first time, or by the turn it was granted. */
    private record Waiting(
            int cadence, int arrival, Instant at, @Nullable Instant granted) {}

    @Provide
    Arbitrary<List<Arrival>> arrivals() {
        Arbitrary<Integer> millis =
                Arbitraries.oneOf(Arbitraries.integers().between(0, 20_000), Arbitraries.of(0, 0, 1000, 5000));
        return Combinators.combine(Arbitraries.integers().between(0, 2), millis)
                .as(Arrival::new)
                .list()
                .ofMaxSize(150);
    }

    @Provide
    Arbitrary<Rate> rates() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.of(Duration.ofSeconds(1), Duration.ofSeconds(7), Duration.ofMinutes(1)))
                .as(Rate::new)
                .injectNull(0.2);
    }

    @Property(tries = 1500)
    void keeps_every_rate_and_gives_turns_in_order(
            @ForAll("arrivals") List<Arrival> arrivals,
            @ForAll("rates") @Nullable Rate overall,
            @ForAll("rates") @Nullable Rate first,
            @ForAll("rates") @Nullable Rate second,
            @ForAll @IntRange(min = 1, max = 5) int partitions) {
        List<@Nullable Rate> rates = new ArrayList<>();
        rates.add(first);
        rates.add(second);
        rates.add(null);
        Leveller leveller = new Leveller(partitions, overall);
        PriorityQueue<Waiting> queue =
                new PriorityQueue<>(Comparator.comparing(Waiting::at).thenComparing(Waiting::arrival));
        for (int i = 0; i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            queue.add(new Waiting(arrival.cadence(), i, NOON.plusMillis(arrival.millis()), null));
        }
        List<Instant> gone = new ArrayList<>();
        Map<Integer, List<Instant>> goneOf = new HashMap<>();
        Map<Integer, Instant> lastTurn = new HashMap<>();
        while (!queue.isEmpty()) {
            Waiting next = queue.remove();
            Optional<Instant> held = next.granted() == null
                    ? leveller.hold("plan-" + next.cadence(), rates.get(next.cadence()), next.at())
                    : Optional.empty();
            held.ifPresent(turn -> {
                assertThat(turn).isAfter(next.at());
                queue.add(new Waiting(next.cadence(), next.arrival(), turn, turn));
            });
            if (next.granted() == null && rates.get(next.cadence()) != null) {
                Instant turn = held.orElse(next.at());
                assertThat(turn)
                        .as("in the order of arrival")
                        .isAfterOrEqualTo(lastTurn.getOrDefault(next.cadence(), turn));
                lastTurn.put(next.cadence(), turn);
            }
            if (held.isEmpty()) {
                gone.add(next.at());
                goneOf.computeIfAbsent(next.cadence(), _ -> new ArrayList<>()).add(next.at());
            }
        }
        assertThat(gone).hasSameSizeAs(arrivals);
        goneOf.forEach((cadence, times) -> assertKept(rates.get(cadence), partitions, times, 1));
        // The bursts of all are counted by the second, so one may end a second and the next begin the following.
        assertKept(overall, partitions, gone, 2);
    }

    private static void assertKept(@Nullable Rate rate, int partitions, List<Instant> times, int bursts) {
        if (rate == null) {
            return;
        }
        double perSecond = rate.count() * 1e9 / rate.per().toNanos() / partitions;
        double burst = bursts * Math.max(1, perSecond);
        for (int i = 0; i < times.size(); i++) {
            for (int j = i; j < times.size(); j++) {
                double seconds = Duration.between(times.get(i), times.get(j)).toNanos() / 1e9;
                assertThat(j - i + 1.0).isLessThanOrEqualTo(burst + seconds * perSecond + 1e-3);
            }
        }
    }
}
