package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An office person and the letters, on the desk's pages alone: what waits, print it, post it, and what came back. */
class LettersIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern TICK =
            Pattern.compile("name=\"touch\" value=\"([0-9a-f]+)\" aria-label=\"Came back: ([^\"]+)\"");

    @TempDir
    private Path data;

    @Test
    void letters_are_printed_posted_and_come_back_by_the_pages_of_the_desk() throws Exception {
        try (RunningHouse running = RunningHouse.start(data, Offsets.free())) {
            Client house = running.client();
            AtOnce.letters(house);
            String paula = AtOnce.captured(house, "by-post", "Paula Papier");
            String stephan = AtOnce.captured(house, "by-post", "Stephan Stopp");
            AtOnce.captured(house, "by-post", "Berta Brief");
            try (DeskSession mara = DeskSession.of("Mara", house);
                    DeskSession jonas = DeskSession.of("Jonas", house)) {
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(mara.get("/letters"))
                                .contains("<strong>3 letters</strong> wait", "Next cut-off: <time"));

                String batch = mara.post("/letters", "");
                assertThat(batch).startsWith("/letters/20");
                assertThat(mara.get("/letters")).contains("No letter or card waits", "Nobody prints it yet");
                assertThat(mara.get(batch)).contains("3 letters", "Paula Papier", "I print this batch");
                assertThat(mara.post(batch + "/claim", "")).endsWith("?noted");
                jonas.get(batch);
                assertThat(jonas.post(batch + "/claim", "")).as("too late").endsWith("?late");
                assertThat(jonas.get(batch + "?late")).contains("Printed by Mara since", "Somebody else was quicker");

                isPdf(mara.download(batch + "/letters.pdf"));
                isPdf(mara.download(batch + "/labels-l7160.pdf"));
                isPdf(mara.download(batch + "/labels-avery5160.pdf"));
                HttpResponse<String> merge = mara.download(batch + "/merge.csv");
                assertThat(merge.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("text/csv");
                assertThat(merge.body()).contains("Paula Papier", "Stephan Stopp", "Berta Brief");

                assertThat(house.signal(stephan, Map.of("type", "unsubscribed")).statusCode())
                        .isEqualTo(202);
                mara.get(batch);
                assertThat(mara.post(batch + "/posted", "")).endsWith("?noted");
                String posted = mara.get(batch);
                assertThat(posted)
                        .contains("Posted by Mara, ", "2 letters")
                        .containsSubsequence("Take these out of the stack", "Stephan Stopp", "What to do");
                assertThat(TICK.matcher(posted).results().map(found -> found.group(2)))
                        .containsExactlyInAnyOrder("Paula Papier", "Berta Brief");
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(house.touchesOf(paula)).hasSize(1));

                String found = mara.get(batch + "?find=pAuLa");
                Matcher tick = TICK.matcher(found);
                assertThat(tick.results().map(each -> each.group(2)).toList()).isEqualTo(List.of("Paula Papier"));
                assertThat(tick.reset().find()).isTrue();
                assertThat(mara.post(batch + "/returned", "touch=" + tick.group(1)))
                        .endsWith("?noted");
                assertThat(mara.get(batch + "?find=paula"))
                        .contains("Came back")
                        .doesNotContainPattern(TICK);
                await().atMost(SOON)
                        .untilAsserted(() -> assertThat(
                                        house.timeline(paula).at("/entries").toString())
                                .contains("\"bounced\""));
            }
            running.stop();
        }
    }

    private static void isPdf(HttpResponse<String> file) {
        assertThat(file.body()).startsWith("%PDF");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"20");
    }
}
