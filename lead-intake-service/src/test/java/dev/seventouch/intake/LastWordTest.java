package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent.Captured;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.stream.EventPublisher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a compacted topic the last record under a key is all that is left. */
class LastWordTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    @Test
    void what_another_process_said_without_knowing_all_is_said_again_with_all() {
        try (House house = new House(directory)) {
            capture(house, "here", "1");
            LeadId ada = house.idOf("ada@example.com");
            Captured here = last(house, ada);
            Lead lead = here.lead();
            Lead elsewhere = new Lead(
                    ada, lead.contact(), new Origin("another", null, null), null, null, Map.of("elsewhere", "2"));
            house.intake
                    .getBean(EventPublisher.class)
                    .publish(Topics.LEADS, new Captured(elsewhere, here.at().plusMillis(1)));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(last(house, ada).lead().attributes())
                            .isEqualTo(Map.of("here", "1", "elsewhere", "2")));
            Captured all = last(house, ada);
            assertThat(all.lead().origin().source()).isEqualTo("another");
            assertThat(all.first()).isEqualTo(here.at());
            assertThat(all.latest()).as("nothing came in").isEqualTo(here.at().plusMillis(1));

            capture(house, "later", "3");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    house.operatorGet("/api/v1/leads/" + ada).body())
                            .contains("later"));
            assertThat(house.captures(ada)).as("no more than is to be said").hasSize(4);
            assertThat(last(house, ada).lead().attributes())
                    .isEqualTo(Map.of("here", "1", "elsewhere", "2", "later", "3"));
        }
    }

    private static void capture(House house, String attribute, String value) {
        String lead = "{\"email\":\"ada@example.com\",\"attributes\":{\"%s\":\"%s\"}}".formatted(attribute, value);
        assertThat(house.json("/api/v1/leads", lead).statusCode()).isEqualTo(202);
    }

    private static Captured last(House house, LeadId lead) {
        return house.captures(lead).getLast();
    }
}
