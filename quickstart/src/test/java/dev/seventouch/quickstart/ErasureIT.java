package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is to be forgotten is forgotten by every service before it is said so. */
class ErasureIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path data;

    @Test
    void an_erasure_that_is_done_is_done_in_every_service() throws Exception {
        int offset = Offsets.free();
        try (RunningHouse running = RunningHouse.start(data, offset)) {
            Client house = running.client();
            Ports ports = Ports.movedBy(offset);
            String lead = house.capture("gone@example.org", "Gone Soon");
            String enrollment = "http://localhost:" + ports.engine() + "/api/v1/enrollments/" + lead;
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(house.mailsTo("gone@example.org")).hasSize(1));
            await().atMost(SOON)
                    .until(() -> house.get(house.desk("/api/v1/leads/" + lead + "/timeline"))
                                    .statusCode()
                            == 200);
            assertThat(house.get(enrollment).statusCode()).isEqualTo(200);

            HttpResponse<String> asked = house.delete(house.intake("/api/v1/leads/" + lead));
            System.out.println("DELETE was answered " + asked.statusCode());
            assertThat(asked.statusCode()).as(asked.body()).isIn(202, 204);
            String status = house.intake("/api/v1/leads/" + lead + "/erasure");
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(house.get(status).body()).contains("\"state\":\"done\"", "mailer-leads"));

            assertThat(house.get(house.intake("/api/v1/leads/" + lead)).statusCode())
                    .isEqualTo(404);
            assertThat(house.get(house.desk("/api/v1/leads/" + lead + "/timeline"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(house.get(enrollment).statusCode()).isEqualTo(404);
            running.stop();
        }
    }
}
