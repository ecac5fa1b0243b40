package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** In real time: who comes in hears back at once, who says stop is left alone, who is ready gets a person. */
class AtOnceIT {
    /** Generous, for a machine that does other things as well; what it took is printed. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final Duration LONG_ENOUGH_FOR_A_MAIL = Duration.ofSeconds(3);

    private static RunningHouse running;
    private static Client house;

    @BeforeAll
    static void start(@TempDir Path data) throws Exception {
        running = RunningHouse.start(data, Offsets.free());
        house = running.client();
    }

    @AfterAll
    static void stop() throws Exception {
        Duration took = running.stop();
        running.close();
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void a_form_is_answered_with_a_mail_that_has_everything_a_mail_must_have() throws Exception {
        long began = System.nanoTime();
        house.fillIn("ada@example.org", "Ada Lovelace");
        JsonNode mail = firstMailTo("ada@example.org");
        System.out.printf("form to mail: %d ms%n", (System.nanoTime() - began) / 1_000_000);

        assertThat(mail.at("/To/0/Address").stringValue()).isEqualTo("ada@example.org");
        assertThat(mail.at("/Text").stringValue()).isNotBlank();
        assertThat(mail.at("/HTML").stringValue()).contains("<");
        assertThat(header(mail, "List-Unsubscribe")).contains("http");
        assertThat(header(mail, "List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(header(mail, "Content-Type")).startsWith("multipart/alternative");
        assertThat(mail.at("/MessageID").stringValue()).contains("@");
    }

    @Test
    void rest_is_answered_with_a_mail_and_the_same_person_twice_is_one_lead() throws Exception {
        String lead = house.capture("grace@example.org", "Grace Hopper");
        firstMailTo("grace@example.org");

        assertThat(house.capture("Grace@Example.org", "Grace Hopper")).isEqualTo(lead);
        stays(() -> assertThat(house.mailsTo("grace@example.org")).hasSize(1));
    }

    @Test
    void looking_at_a_link_changes_nothing_and_one_click_ends_everything() throws Exception {
        String lead = house.capture("edsger@example.org", "Edsger Dijkstra");
        String link = linkIn(header(firstMailTo("edsger@example.org"), "List-Unsubscribe"));

        assertThat(house.get(link).statusCode()).isEqualTo(200);
        stays(() ->
                assertThat(house.timeline(lead).at("/state").stringValue("")).isEqualTo("active"));

        HttpResponse<String> answer = house.post(link, Map.of("List-Unsubscribe", "One-Click"), false);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        house.capture("edsger@example.org", "Edsger Dijkstra");
        stays(() -> assertThat(house.mailsTo("edsger@example.org")).hasSize(1));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(house.timeline(lead).at("/state").stringValue(""))
                                .isNotEqualTo("active"));
    }

    @Test
    void a_signal_that_somebody_is_ready_puts_a_person_on_it() throws Exception {
        String lead = house.capture("alan@example.org", "Alan Turing");
        firstMailTo("alan@example.org");

        HttpResponse<String> answer = house.signal(lead, Map.of("type", "ready-to-buy"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        aPersonIsOnIt(lead, "alan@example.org");
        stays(() -> assertThat(house.mailsTo("alan@example.org")).hasSize(1));
    }

    @Test
    void the_button_behind_the_link_in_the_mail_puts_a_person_on_it() throws Exception {
        String lead = house.capture("barbara@example.org", "Barbara Liskov");
        String link = linkIn(firstMailTo("barbara@example.org").at("/HTML").stringValue(), "/r/");

        assertThat(house.get(link).body()).contains("<form").contains("<button");
        stays(() -> assertThat(urgentTasks(lead)).isEmpty());

        assertThat(house.post(link, Map.of(), false).statusCode()).isEqualTo(200);
        aPersonIsOnIt(lead, "barbara@example.org");
    }

    private static void aPersonIsOnIt(String lead, String email) throws Exception {
        long began = System.nanoTime();
        await().atMost(SOON).untilAsserted(() -> assertThat(urgentTasks(lead)).hasSize(1));
        String owner = urgentTasks(lead).getFirst().at("/owner").stringValue();
        await().atMost(SOON).untilAsserted(() -> assertThat(textsTo(owner)).anyMatch(text -> text.contains(email)));
        System.out.printf("ready to task and alert: %d ms%n", (System.nanoTime() - began) / 1_000_000);
    }

    private static List<String> textsTo(String email) throws Exception {
        List<String> texts = new ArrayList<>();
        for (JsonNode mail : house.mailsTo(email)) {
            texts.add(house.mail(mail).at("/Text").stringValue(""));
        }
        return texts;
    }

    private static List<JsonNode> urgentTasks(String lead) throws Exception {
        return Client.elements(house.tasks(lead).at("/tasks")).stream()
                .filter(task -> task.at("/urgent").booleanValue())
                .toList();
    }

    private static JsonNode firstMailTo(String email) throws Exception {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(house.mailsTo(email)).hasSize(1));
        return house.mail(house.mailsTo(email).getFirst());
    }

    private static void stays(ThrowingRunnable assertion) {
        await().during(LONG_ENOUGH_FOR_A_MAIL).atMost(SOON).untilAsserted(assertion);
    }

    private static String header(JsonNode mail, String name) {
        return mail.at("/Headers/" + name + "/0").stringValue("");
    }

    private static String linkIn(String header) {
        return linkIn(header, "/u/");
    }

    private static String linkIn(String text, String path) {
        Matcher link =
                Pattern.compile("https?://[^\\s\"'<>]+" + path + "[\\w-]+").matcher(text);
        assertThat(link.find()).as("a link to %s in %s", path, text).isTrue();
        return URI.create(link.group()).toString();
    }
}
