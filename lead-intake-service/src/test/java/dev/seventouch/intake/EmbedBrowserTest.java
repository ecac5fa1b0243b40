package dev.seventouch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.seventouch.events.wire.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippet's script in a real browser, on a page of another origin, with intake away and back. */
class EmbedBrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private final List<String> states = new CopyOnWriteArrayList<>();
    private House house;
    private HttpServer page;
    private HttpServer door;
    private final AtomicInteger posts = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean fills = true;

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .flatMap(path -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(path, name)))
                .filter(java.nio.file.Files::isExecutable)
                .findFirst();
    }

    @BeforeEach
    void open() throws IOException {
        if (chromium().isEmpty()) {
            System.out.println("SKIPPED: there is no chromium on the PATH, so the snippet's script was not tried");
        }
        Assumptions.assumeTrue(chromium().isPresent(), "there is no chromium on the PATH");
        house = new House(directory.resolve("house"));
        door = server(this::pass);
        page = server(this::show);
        assertThat(house.send(house.request("/api/v1/forms/embedded", "Authorization", "Bearer " + House.KEY)
                                .header("Content-Type", "application/yaml")
                                .PUT(HttpRequest.BodyPublishers.ofString("""
                                        id: embedded
                                        source: website
                                        honeypot: fax_number
                                        fill-time: { field: took, at-least: 1s }
                                        origins: ["%s"]
                                        """.formatted(address(page)))))
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void close() {
        if (house != null) {
            page.stop(0);
            door.stop(0);
            house.close();
        }
    }

    @Test
    void what_was_entered_is_kept_over_an_outage_and_a_closed_browser_and_arrives_once() throws Exception {
        away = true;
        Process first = browse();
        try {
            await().atMost(PATIENCE).until(() -> states.contains("waiting"));
        } finally {
            end(first);
        }
        assertThat(states).doesNotContain("accepted");
        assertThat(house.records(Topics.LEADS)).isEmpty();

        fills = false; // the page only has to be looked at again
        Process second = browse();
        try {
            await().atMost(PATIENCE)
                    .until(() -> states.stream().filter("waiting"::equals).count() > 1);
            away = false;
            await().atMost(PATIENCE).until(() -> states.contains("accepted"));
        } finally {
            end(second);
        }
        Process third = browse();
        try {
            await().atMost(PATIENCE).until(() -> states.contains("loaded with nothing waiting"));
        } finally {
            end(third);
        }

        assertThat(house.records(Topics.LEADS))
                .singleElement()
                .satisfies(record -> assertThat(new String(record.value(), UTF_8))
                        .contains("browser@example.com", "Größe & <b>mehr</b>")
                        .doesNotContain("took"));
    }

    @Test
    void what_is_refused_is_said_and_not_sent_again() throws Exception {
        states.add("refuse");
        Process browser = browse();
        try {
            await().atMost(PATIENCE).until(() -> states.contains("refused"));
        } finally {
            end(browser);
        }
        assertThat(states).anyMatch(state -> state.startsWith("phone ")).contains("beside phone");
        assertThat(house.records(Topics.LEADS)).isEmpty();
    }

    @Test
    void a_double_click_is_one_entry() throws Exception {
        states.add("twice");
        Process browser = browse();
        try {
            await().atMost(PATIENCE).until(() -> states.contains("accepted"));
        } finally {
            end(browser);
        }
        assertThat(posts.get()).as("both were sent").isEqualTo(2);
        assertThat(house.records(Topics.LEADS)).hasSize(1);
    }

    private Process browse() throws IOException {
        return new ProcessBuilder(
                        chromium().orElseThrow().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--user-data-dir=" + directory.resolve("profile"),
                        "--remote-debugging-port=0", // so that it stays
                        address(page) + "/")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void end(Process browser) throws InterruptedException {
        browser.destroy();
        if (!browser.waitFor(20, TimeUnit.SECONDS)) {
            browser.destroyForcibly().waitFor();
        }
    }

    /** The page of a website: its visitor fills the snippet in, and what the script says is told to the test. */
    private void show(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/state")) {
            states.addAll(List.of(new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("\n", -1)));
            answer(exchange, 204, "text/plain", "");
            return;
        }
        String snippet = house.operatorGet("/api/v1/forms/embedded/snippet")
                .body()
                .replaceAll("http://localhost:\\d+", address(door));
        String visitor = fills ? """
                        addEventListener("load", () => setTimeout(() => {
                          const form = document.querySelector("form");
                          form.elements.email.value = "browser@example.com";
                          form.elements.message.value = "Größe & <b>mehr</b>";
                          if (%s) form.insertAdjacentHTML("beforeend", "<input name=phone value=x>");
                          for (let clicks = 0; clicks < %d; clicks++) form.requestSubmit();
                        }, 1500));
                        """.formatted(states.contains("refuse"), states.contains("twice") ? 2 : 1) : """
                        addEventListener("load", () => {
                          if (!JSON.parse(localStorage.getItem("seventouch:embedded") || "[]").length)
                            fetch("/state", { method: "POST", body: "loaded with nothing waiting" });
                        });
                        """;
        answer(exchange, path.equals("/") ? 200 : 404, "text/html;charset=utf-8", """
                <!doctype html><meta charset="utf-8"><title>A page</title>
                <script>
                  addEventListener("seventouch", (event) => fetch("/state", {
                    method: "POST",
                    body: [event.detail.state, event.detail.detail,
                      ...event.detail.errors.map((error) => "beside " + error.field)].join("\\n") }));
                  %s
                </script>
                %s
                """.formatted(visitor, snippet));
    }

    /** In front of intake, and closed at times, as a proxy whose server is away. */
    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("POST")) {
            posts.incrementAndGet();
        }
        if (away && exchange.getRequestMethod().equals("POST")) {
            answer(exchange, 502, "text/plain", "away");
            return;
        }
        HttpRequest.Builder request = house.request(exchange.getRequestURI().toString());
        for (String header : List.of("Origin", "Accept", "Content-Type", "Access-Control-Request-Method")) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        HttpResponse<String> answer =
                house.send(request.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body)));
        answer.headers().map().forEach((name, values) -> {
            if (name.startsWith("access-control-") || name.equals("retry-after")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        answer(
                exchange,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse("text/plain"),
                answer.body());
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static HttpServer server(com.sun.net.httpserver.HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }
}
