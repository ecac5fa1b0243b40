package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Double opt-in through the whole house: one request to confirm, nothing else, and at once the first touch after the yes. */
class ConfirmIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LONG_ENOUGH_FOR_A_MAIL = Duration.ofSeconds(4);
    private static final Pattern LINK = Pattern.compile("https?://\\S+/y/\\S+");
    private static final String ADA = "ada@example.org";

    @TempDir
    private Path data;

    @Test
    void nothing_but_the_request_goes_out_before_the_button_is_pressed() throws Exception {
        try (RunningHouse running = RunningHouse.start(data, Offsets.free())) {
            Client house = running.client();
            assertThat(house.post(house.intake("/forms/roof-check"), Map.of("email", ADA, "name", "Ada"), false)
                            .statusCode())
                    .isEqualTo(303);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(house.mailsTo(ADA)).hasSize(1));
            String link = linkIn(house.mail(house.mailsTo(ADA).getFirst()));

            assertThat(house.get(link).statusCode()).as("a scanner looks").isEqualTo(200);
            await().during(LONG_ENOUGH_FOR_A_MAIL)
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(house.mailsTo(ADA)).hasSize(1));

            assertThat(house.post(link, Map.of("confirm", "yes"), false).statusCode())
                    .isEqualTo(200);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(house.mailsTo(ADA)).hasSize(2));
            List<JsonNode> mails = house.mailsTo(ADA);
            assertThat(mails.getFirst().at("/Subject").stringValue()).isEqualTo("Please confirm your address");
            assertThat(mails.getLast().at("/Subject").stringValue()).contains("two numbers");

            assertThat(house.post(link, Map.of("confirm", "yes"), false).statusCode())
                    .as("pressed twice")
                    .isEqualTo(200);
            await().during(LONG_ENOUGH_FOR_A_MAIL)
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(house.mailsTo(ADA)).hasSize(2));
            running.stop();
        }
    }

    private static String linkIn(JsonNode mail) {
        Matcher found = LINK.matcher(mail.at("/Text").stringValue());
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
