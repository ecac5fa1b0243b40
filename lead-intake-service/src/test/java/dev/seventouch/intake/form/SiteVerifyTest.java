package dev.seventouch.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteVerifyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://provider.example/verify",
                "ftp://127.0.0.1/",
                "https://user@provider.example/",
                "https:///verify",
                "verify",
                "https://provider.example/#x"
            })
    void another_target_is_refused(String target) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SiteVerify(target, "secret"));
    }

    @Test
    void a_name_that_leads_inside_is_not_asked() {
        assertThat(new SiteVerify("https://10.0.0.1/verify", "secret").judge("token", "192.0.2.1"))
                .isEqualTo(Challenge.Verdict.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        200 | {"success":true}         | PERSON
        200 | {"success":"true"}       | PERSON
        200 | {"success":false}        | MACHINE
        200 | {}                       | MACHINE
        200 | {"success":              | UNKNOWN
        302 | {"success":true}         | UNKNOWN
        500 | {"success":true}         | UNKNOWN
        """)
    void what_is_answered_is_understood(int status, String body, Challenge.Verdict verdict) throws IOException {
        HttpServer judge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        judge.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.close();
        });
        judge.start();
        try {
            String target = "http://127.0.0.1:" + judge.getAddress().getPort() + "/verify";
            assertThat(new SiteVerify(target, "secret").judge("token", "192.0.2.1"))
                    .isEqualTo(verdict);
        } finally {
            judge.stop(0);
        }
    }

    @Test
    void one_that_says_nothing_is_not_waited_for() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            SiteVerify challenge = new SiteVerify("http://127.0.0.1:" + silent.getLocalPort() + "/", "secret");
            long began = System.nanoTime();

            assertThat(challenge.judge("token", "192.0.2.1")).isEqualTo(Challenge.Verdict.UNKNOWN);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        }
    }
}
