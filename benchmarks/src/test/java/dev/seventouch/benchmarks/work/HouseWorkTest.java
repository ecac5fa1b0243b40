package dev.seventouch.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topics;
import java.time.Instant;
import java.time.LocalTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class HouseWorkTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-11-02T00:00:00Z");

    @Property
    void whoever_falls_due_together_is_a_second_from_closing_time_then(
            @ForAll @IntRange(max = 24 * 60 * 60 - 1) int second) {
        Instant due = MIDNIGHT.plusSeconds(second);

        byte[] captured =
                HouseWork.captured(new Cohort(1, 1), 0, new Due.Together(due)).value();

        assertThat(Topics.LEADS.decode(captured)).isInstanceOfSatisfying(Decoded.Readable.class, readable -> {
            LeadEvent.Captured event = (LeadEvent.Captured) readable.event();
            assertThat(due.atZone(event.lead().contact().zone()).toLocalTime()).isEqualTo(LocalTime.parse("11:59:59"));
            assertThat(event.at()).isBefore(due);
        });
    }
}
