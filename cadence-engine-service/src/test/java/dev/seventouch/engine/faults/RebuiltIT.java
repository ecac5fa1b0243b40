package dev.seventouch.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class RebuiltIT {
    private static final int LEADS = Integer.getInteger("faults.leads", 2_000);
    /** Each lead's place is a request; all lives are among the first of them. */
    private static final int ASKED_FOR = Math.min(LEADS, 1_500);

    private static final Duration TO_CATCH_UP = Leads.patienceFor(LEADS);

    @Test
    void an_engine_that_has_lost_everything_stands_where_it_stood_and_touches_nobody_anew() throws Exception {
        try (House house = House.open("rebuilt", Plans.TWO_MAILS, Plans.CALL_AND_LETTER);
                Group group = new Group(house.broker());
                Lives lives = new Lives(LEADS, house)) {
            Engine engine = house.startEngine("engine-1");
            lives.live();
            Standings before = Standings.toldBy(engine, ASKED_FOR);

            engine.stop();
            Compaction.of(Topics.LEADS, house.broker());
            FileSystemUtils.deleteRecursively(engine.state());
            group.forget(TO_CATCH_UP);
            engine.start();
            engine.awaitUp();
            group.awaitCaughtUp(TO_CATCH_UP);

            assertAll(
                    () -> await().atMost(TO_CATCH_UP)
                            .pollInterval(Duration.ofSeconds(2))
                            .untilAsserted(() -> nobodyHasMoved(before, Standings.toldBy(engine, ASKED_FOR))),
                    lives::nothingAnsweredCameAgain);
        }
    }

    private static void nobodyHasMoved(Standings before, Standings now) {
        List<String> moved = before.movedTo(now);
        assertThat(moved.stream().limit(5))
                .as("%s of %s leads, such as these", moved.size(), ASKED_FOR)
                .isEmpty();
    }
}
