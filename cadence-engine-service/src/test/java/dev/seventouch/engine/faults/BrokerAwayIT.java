package dev.seventouch.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class BrokerAwayIT {
    private static final int PER_SECOND = 100;
    private static final Duration AWAY = Duration.ofSeconds(20);
    private static final Duration TO_COME_BACK = Duration.ofMinutes(2);
    /** For what comes twice, were it to come. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    @Test
    void nobody_is_lost_who_comes_in_while_the_broker_is_away() throws Exception {
        try (House house = House.open("broker-away", Plans.TWO_MAILS);
                Touches touches = new Touches(house.broker());
                Captures captures = new Captures(house)) {
            house.startEngine("engine-1");
            captures.flow(PER_SECOND);
            touches.readUntil(
                    "leads are touched", TO_COME_BACK, () -> touches.seen().size() >= 3 * PER_SECOND);

            house.broker().kill();
            touches.readOnFor(AWAY);
            house.broker().start();
            Instant back = Instant.now();
            touches.readUntil(
                    "the engine has caught up",
                    TO_COME_BACK,
                    () -> touches.seen().size() >= captures.count() - PER_SECOND);
            captures.stop();

            touches.readUntil(
                    "all are touched", TO_COME_BACK, () -> touches.seen().size() >= captures.count());
            touches.readOnFor(AFTERWARDS);
            assertThat(touches.twice()).as("attempts that were made twice").isEmpty();
            assertThat(touches.leads()).isEqualTo(Leads.ids(captures.count()));
            assertThat(touches.seen()).hasSize(captures.count());
            System.out.printf(
                    Locale.ROOT,
                    "the broker was away; touches came for %.1f s no more, and %.1f s after it was back again%n",
                    touches.longestPause(_ -> true).toMillis() / 1e3,
                    Duration.between(back, touches.firstAfter(back)).toMillis() / 1e3);
        }
    }
}
