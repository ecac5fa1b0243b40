package dev.seventouch.quickstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody signed in at the desk, without a browser: a jar for cookies, and the token of the latest page. */
final class DeskSession implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Client house;
    private String token = "";

    private DeskSession(Client house) {
        this.house = house;
    }

    static DeskSession of(String name, Client house) throws Exception {
        DeskSession session = new DeskSession(house);
        session.get("/sign-in");
        assertThat(session.post("/sign-in", "name=" + name + "&key=" + URLEncoder.encode(house.operatorKey(), UTF_8)))
                .isEqualTo("/");
        return session;
    }

    String get(String path) throws Exception {
        HttpResponse<String> page = http.send(request(path).GET().build(), BodyHandlers.ofString());
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        Matcher found = TOKEN.matcher(page.body());
        if (found.find()) {
            token = found.group(1);
        }
        return page.body();
    }

    /** What is downloaded, a character for each byte. */
    HttpResponse<String> download(String path) throws Exception {
        return http.send(request(path).GET().build(), BodyHandlers.ofString(ISO_8859_1));
    }

    /** @return where the answer leads */
    String post(String path, String fields) throws Exception {
        HttpResponse<String> answer = http.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_csrf=" + URLEncoder.encode(token, UTF_8) + "&" + fields))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(house.desk(path))).timeout(Duration.ofSeconds(60));
    }

    @Override
    public void close() {
        http.close();
    }
}
