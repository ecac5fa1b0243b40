package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A day in a second: leads are followed up seven times and on, also when the house is killed in the middle. */
class FollowUpIT {
    private static final int LEADS = 12;

    @TempDir
    private Path data;

    @Test
    void every_lead_is_followed_up_once_with_each_touch_over_two_kills() throws Exception {
        int offset = Offsets.free();
        List<String> leads = new ArrayList<>();
        try (RunningHouse running = RunningHouse.start(data, offset, "--speed", "1d=1s")) {
            Client house = running.client();
            for (int i = 0; i < LEADS; i++) {
                leads.add(house.capture("lead" + i + "@example.org", "Lead " + i));
            }
            await().atMost(Duration.ofSeconds(180))
                    .untilAsserted(
                            () -> assertThat(house.touchesOf(leads.getFirst())).hasSizeGreaterThanOrEqualTo(2));
            leads.add(house.capture("last@example.org", "Captured right before the kill"));
            running.kill();
        }
        try (RunningHouse running = RunningHouse.start(data, offset, "--speed", "1d=1s")) {
            Client house = running.client();
            await().atMost(Duration.ofSeconds(180))
                    .untilAsserted(
                            () -> assertThat(house.touchesOf(leads.getFirst())).hasSizeGreaterThanOrEqualTo(5));
            running.kill();
        }
        try (RunningHouse running = RunningHouse.start(data, offset, "--speed", "1d=1s")) {
            Client house = running.client();
            for (String lead : leads) {
                await().atMost(Duration.ofSeconds(180))
                        .pollInterval(Duration.ofSeconds(1))
                        .untilAsserted(() -> assertThat(house.touchesOf(lead)).hasSizeGreaterThan(9));
                isInOrderAndWithoutRepetition(house.touchesOf(lead), house.timeline(lead));
            }
            for (int i = 0; i < LEADS; i++) {
                mailsAreDifferent(house, leads.get(i), "lead" + i + "@example.org");
            }
            mailsAreDifferent(house, leads.getLast(), "last@example.org");
            stopMeansStop(house, leads.getFirst(), "lead0@example.org");
            running.stop();
        }
    }

    private static void isInOrderAndWithoutRepetition(List<JsonNode> touches, JsonNode timeline) {
        assertThat(touches).extracting(touch -> touch.at("/touch").toString()).doesNotHaveDuplicates();
        assertThat(touches).extracting(touch -> touch.at("/at").stringValue("")).isSorted();
        assertThat(touches.stream().map(touch -> touch.at("/channel").stringValue("")))
                .contains("email", "call", "letter", "note");
        // Also for who came in right before the kill: the house's time stood still while it was down.
        assertThat(touches.getFirst().at("/step").stringValue(""))
                .as(timeline::toPrettyString)
                .isEqualTo("welcome");
    }

    /**
     * Each touch is one mail, and its content was not had before. Only what a kill left in doubt may have come again, as
     * often as it was in doubt and under the same Message-ID.
     */
    private static void mailsAreDifferent(Client house, String lead, String email) throws Exception {
        Map<String, Integer> doubts = house.deliveriesOf(lead).stream()
                .collect(Collectors.toMap(
                        delivery -> delivery.at("/touch").stringValue(),
                        delivery -> delivery.at("/doubts").asInt()));
        Map<String, List<JsonNode>> mails = house.mailsTo(email).stream()
                .collect(Collectors.groupingBy(
                        mail -> mail.at("/MessageID").stringValue().replaceFirst("@.*", "")));
        assertThat(mails)
                .allSatisfy((touch, same) ->
                        assertThat(same).as(touch).hasSizeLessThanOrEqualTo(1 + doubts.getOrDefault(touch, 0)));
        assertThat(mails.values())
                .extracting(same -> same.getFirst().at("/Subject").stringValue())
                .doesNotHaveDuplicates();
    }

    private static void stopMeansStop(Client house, String lead, String email) throws Exception {
        assertThat(house.signal(lead, Map.of("type", "unsubscribed")).statusCode())
                .isEqualTo(202);
        int mails = house.mailsTo(email).size();
        // Forty days of the house.
        await().during(Duration.ofSeconds(40))
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(house.mailsTo(email)).hasSize(mails));
    }
}
