package dev.seventouch.service.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class HouseClockTest {
    private static final Instant EPOCH = Instant.parse("2026-11-02T08:00:00Z");

    @Test
    void a_demo_runs_a_day_in_a_second() {
        HouseClock clock = new HouseClock(() -> EPOCH.plusSeconds(2), EPOCH, EPOCH, 86_400);
        assertThat(clock.instant()).isEqualTo(EPOCH.plus(Duration.ofDays(2)));
        assertThat(clock.onTheWall(Duration.ofDays(3))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_demo_goes_on_from_where_it_was() {
        Instant started = EPOCH.plusSeconds(1_000);
        HouseClock clock =
                new HouseClock(() -> started.plusSeconds(1), EPOCH.plus(Duration.ofDays(9)), started, 86_400);
        assertThat(clock.instant()).isEqualTo(EPOCH.plus(Duration.ofDays(10)));
    }

    @Test
    void in_a_demo_machines_have_the_time_they_need() {
        Duration needed = Duration.ofMinutes(5);
        assertThat(new HouseClock(() -> EPOCH, EPOCH, EPOCH, 86_400).forMachines(Duration.ofDays(4), needed))
                .isEqualTo(Duration.ofDays(300));
        assertThat(new HouseClock(() -> EPOCH, EPOCH, EPOCH, 2).forMachines(Duration.ofDays(4), needed))
                .isEqualTo(Duration.ofDays(4));
        assertThat(new HouseClock(() -> EPOCH, EPOCH, EPOCH, 1).forMachines(Duration.ofSeconds(1), needed))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Property
    void at_speed_one_it_is_the_wall(@ForAll @LongRange(max = 4_000_000_000L) long second) {
        Instant now = Instant.ofEpochSecond(second);
        assertThat(new HouseClock(() -> now, EPOCH, EPOCH, 1).instant()).isEqualTo(now);
    }

    @Property
    void it_never_runs_backwards(
            @ForAll @LongRange(min = 1, max = 86_400) long speed,
            @ForAll @LongRange(max = 100_000_000) long one,
            @ForAll @LongRange(max = 1_000) long later) {
        Instant before = new HouseClock(() -> EPOCH.plusMillis(one), EPOCH, EPOCH, speed).instant();
        Instant after = new HouseClock(() -> EPOCH.plusMillis(one + later), EPOCH, EPOCH, speed).instant();
        assertThat(after).isAfterOrEqualTo(before);
    }
}
