package dev.seventouch.intake.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seventouch.service.clock.HouseClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OnceTest {
    private static final byte[] BODY = "body".getBytes(UTF_8);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Table table = new Table();
    private final List<Instant> carriedOut = new ArrayList<>();
    private Instant wall = NOON;
    private final HouseClock clock = new HouseClock(() -> wall, NOON, NOON, 1);
    private final KeyExpiry expiry = new KeyExpiry(table, clock.wall(), 3, new SimpleMeterRegistry());
    private final Once once = new Once(table, expiry, clock);

    @Test
    void what_broke_off_is_carried_out_again_as_of_its_first_instant() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> once.under("k", "t", BODY, (at, isDone) -> {
                    carriedOut.add(at);
                    throw new IllegalStateException("the log is away");
                }));
        wall = NOON.plusSeconds(60);

        assertThat(send("k")).isEqualTo("carried out");
        assertThat(send("k")).isEqualTo("told again");
        assertThat(carriedOut).containsExactly(NOON, NOON);
    }

    @Test
    void a_day_later_a_key_is_a_new_one() {
        send("k");
        wall = NOON.plus(KeyExpiry.KEPT_FOR);
        expiry.expire();
        assertThat(send("k")).isEqualTo("told again");

        wall = wall.plus(Duration.ofMillis(1));
        expiry.expire();
        assertThat(send("k")).isEqualTo("carried out");
    }

    @Test
    void there_is_room_for_so_many_keys() {
        List.of("a", "b", "c").forEach(this::send);
        expiry.expire();

        assertThatExceptionOfType(TooManyKeys.class).isThrownBy(() -> send("d"));
        assertThat(send(null)).isEqualTo("carried out");
    }

    private String send(String key) {
        return once.under(key, "t", BODY, (at, isDone) -> {
            if (!isDone) {
                carriedOut.add(at);
            }
            return isDone ? "told again" : "carried out";
        });
    }

    /** As the store does it, which has a test of its own. */
    private static final class Table implements Keys {
        private final Map<String, Kept> kept = new HashMap<>();
        private final Map<String, Instant> since = new HashMap<>();

        @Override
        public Kept addOrFind(Kept key, Instant now) {
            since.putIfAbsent(key.id(), now);
            kept.putIfAbsent(key.id(), key);
            return kept.get(key.id());
        }

        @Override
        public void done(String id) {
            kept.computeIfPresent(id, (_, key) -> new Kept(id, key.body(), key.at(), true));
        }

        @Override
        public void release(String id) {
            kept.remove(id);
        }

        @Override
        public long expire(Instant instant) {
            kept.keySet().removeIf(id -> since.get(id).isBefore(instant));
            since.keySet().retainAll(kept.keySet());
            return kept.size();
        }
    }
}
