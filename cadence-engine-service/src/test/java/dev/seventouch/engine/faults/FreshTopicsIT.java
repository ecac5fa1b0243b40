package dev.seventouch.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A broker that has just come into being. */
@Tag("long")
class FreshTopicsIT {
    private static final int LEADS = 2_000;
    private static final Duration SOON = Duration.ofMinutes(2);

    @Test
    void who_is_captured_onto_topics_that_were_made_a_moment_ago_is_touched_once() throws Exception {
        try (House house = House.open("topics-made-a-moment-ago", Plans.TWO_MAILS);
                Writer writer = new Writer(house.broker());
                Touches touches = new Touches(house.broker())) {
            house.engine("engine-1").start();
            captureAll(writer);

            everyLeadOnce(touches);
        }
    }

    @Test
    void topics_that_are_missing_are_made() throws Exception {
        try (House house = House.atABareBroker("topics-missing", Plans.TWO_MAILS);
                Writer writer = new Writer(house.broker());
                Touches touches = new Touches(house.broker())) {
            house.broker().makeTopics(Topics.CADENCES.name(), Topics.FIRST_TOUCHES.name(), Topics.OUTCOMES.name());
            house.startEngine("engine-1");
            captureAll(writer);

            everyLeadOnce(touches);
            assertThat(house.broker().partitionsOf(Topics.OUTCOMES)).isEqualTo(Topics.PARTITIONS);
        }
    }

    private static void captureAll(Writer writer) {
        for (int number = 0; number < LEADS; number++) {
            writer.say(Topics.LEADS, Leads.captured(number, Instant.now()));
        }
        writer.awaitAcknowledged();
    }

    private static void everyLeadOnce(Touches touches) {
        touches.readUntil("all are touched", SOON, () -> touches.seen().size() >= LEADS);
        touches.readToTheEnd();
        assertThat(touches.seen()).hasSize(LEADS);
        assertThat(touches.leads()).isEqualTo(Leads.ids(LEADS));
    }
}
