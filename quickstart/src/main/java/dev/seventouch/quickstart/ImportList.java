package dev.seventouch.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.embedded.CannotStart;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends a list of leads to intake and shows how far it has come. Stopped and started again, it goes on with the same import. */
@Command(name = "import", description = "Takes a list of leads (CSV) in.", mixinStandardHelpOptions = true)
final class ImportList implements Callable<Integer> {
    private static final int STOPPED = 1;
    private static final int BAR = 30;
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final String DATA = "data: ";
    private static final JsonMapper JSON = new JsonMapper();

    @Parameters(paramLabel = "FILE", description = "with the names of its columns in the first row")
    private Path file = Path.of("");

    @Option(names = "--source", paramLabel = "NAME", description = "where the leads come from; decides their cadence")
    private String source = "import";

    @Option(
            names = "--map",
            paramLabel = "COLUMN=FIELD",
            description =
                    "what a column means, such as Mail=email; \"-\" passes one over. What isn't said is guessed and shown")
    private List<String> map = new ArrayList<>();

    @Option(names = "--delimiter", paramLabel = "CHARACTER", description = "a character, or tab (default: found out)")
    private @Nullable String delimiter;

    @Option(names = "--encoding", paramLabel = "NAME", description = "such as windows-1252 (default: found out)")
    private @Nullable String encoding;

    @Option(names = "--consent", paramLabel = "WORDS", description = "what all on the list agreed to, if they did")
    private @Nullable String consent;

    @Option(
            names = "--basis",
            paramLabel = "BASIS",
            description = "on what that rests: consent, contract, legitimate-interest or existing-customer")
    private @Nullable String basis;

    @Option(names = "--dry-run", description = "only tells what would become of each row")
    private boolean dryRun;

    @Option(names = "--data", paramLabel = "DIR", description = "where the operator's key is (default: ./data)")
    private Path data = Path.of("data");

    @Option(names = "--intake", paramLabel = "URL", description = "where intake is (default: http://localhost:8080)")
    private @Nullable URI intake;

    @Option(names = "--port-offset", paramLabel = "N", description = "as given to up")
    private int portOffset;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws InterruptedException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CannotStart(file + " can't be read");
        }
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            JsonNode begun = sent(http);
            showReading(begun);
            JsonNode over = awaited(http, text(begun, "importId"));
            return showEnd(http, over);
        } catch (IOException e) {
            throw new CannotStart("intake can't be reached at " + base() + ": is it up? (--port-offset, --intake)", e);
        }
    }

    private JsonNode sent(HttpClient http) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request("?" + query())
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofFile(file))
                        .build(),
                BodyHandlers.ofString());
        return read(answer);
    }

    private String query() {
        List<String> wishes = new ArrayList<>(List.of("source=" + encoded(source), "dryRun=" + dryRun));
        map.forEach(each -> wishes.add("map=" + encoded(each)));
        wish(wishes, "delimiter", delimiter);
        wish(wishes, "encoding", encoding);
        wish(wishes, "consent", consent);
        wish(wishes, "basis", basis);
        return String.join("&", wishes);
    }

    private static void wish(List<String> wishes, String name, @Nullable String value) {
        if (value != null) {
            wishes.add(name + "=" + encoded(value));
        }
    }

    private void showReading(JsonNode begun) {
        String delimiterRead = text(begun, "delimiter");
        out.printf(
                "Read as %s, columns parted by %s:%n",
                text(begun, "encoding"), delimiterRead.equals("\t") ? "tabs" : "\"" + delimiterRead + "\"");
        begun.at("/mapping")
                .forEachEntry(
                        (column, field) -> out.printf("  %-24s %s%n", printable(column), printable(field.asString())));
    }

    private JsonNode awaited(HttpClient http, String id) throws IOException, InterruptedException {
        boolean live = System.console() != null && System.console().isTerminal();
        JsonNode now = look(http, id);
        while (!isAtRest(now)) {
            if (!watched(http, id, live)) {
                Thread.sleep(LOOK);
            }
            now = look(http, id);
        }
        if (live) {
            out.println("\r" + bar(now));
        }
        return now;
    }

    private static boolean isAtRest(JsonNode now) {
        return List.of("done", "refused", "stopped").contains(text(now, "state"));
    }

    /** Shows what intake tells of it until it is at rest, or intake ends telling; whether it told anything. */
    private boolean watched(HttpClient http, String id, boolean live) throws IOException, InterruptedException {
        HttpResponse<Stream<String>> events =
                http.send(request("/" + id + "/events").GET().build(), BodyHandlers.ofLines());
        try (Stream<String> lines = events.body()) {
            if (events.statusCode() != 200) {
                return false; // too many are watching
            }
            Iterator<JsonNode> told = lines.filter(line -> line.startsWith(DATA))
                    .map(line -> JSON.readTree(line.substring(DATA.length())))
                    .iterator();
            boolean goesOn = true;
            while (goesOn && told.hasNext()) {
                JsonNode now = told.next();
                if (live) {
                    out.print("\r" + bar(now));
                    out.flush();
                }
                goesOn = !isAtRest(now);
            }
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String bar(JsonNode now) {
        long total = now.at("/total").asLong(0);
        long rows = now.at("/rows").asLong(0);
        int filled = total == 0 ? 0 : (int) (BAR * rows / total);
        long left = now.at("/secondsLeft").asLong(0);
        return String.format(
                Locale.ROOT,
                "[%s%s] %,d of %,d rows, %,d a second%s   ",
                "#".repeat(filled),
                ".".repeat(BAR - filled),
                rows,
                total,
                now.at("/rowsPerSecond").asLong(0),
                left > 0 ? ", " + left + " s left" : "");
    }

    private int showEnd(HttpClient http, JsonNode over) throws IOException, InterruptedException {
        if (text(over, "state").equals("refused")) {
            throw new CannotStart(file + ": " + printable(text(over, "why")) + "; nobody on it was taken in");
        }
        if (text(over, "state").equals("stopped")) {
            out.printf(
                    Locale.ROOT,
                    "Stopped behind %,d of %,d rows; POST %s/api/v1/imports/%s/continue lets it go on%n",
                    over.at("/rows").asLong(0),
                    over.at("/total").asLong(0),
                    base(),
                    text(over, "importId"));
            return STOPPED;
        }
        long rejected = over.at("/rejected").asLong(0);
        out.printf(
                Locale.ROOT,
                "%,d rows%s: %,d new, %,d merged into leads that are known, %,d rejected%n",
                over.at("/rows").asLong(0),
                dryRun ? " would be" : "",
                over.at("/accepted").asLong(0),
                over.at("/merged").asLong(0),
                rejected);
        if (rejected > 0) {
            Path rejects = Path.of(file + ".rejects.csv");
            http.send(
                    request("/" + text(over, "importId") + "/rejects.csv").GET().build(), BodyHandlers.ofFile(rejects));
            out.println("Which, and why, is in " + rejects);
        }
        return 0;
    }

    private JsonNode look(HttpClient http, String id) throws IOException, InterruptedException {
        return read(http.send(request("/" + id).GET().build(), BodyHandlers.ofString()));
    }

    private static JsonNode read(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new CannotStart("intake answered " + answer.statusCode() + ": " + reason(answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private static String reason(String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            List<String> errors = new ArrayList<>();
            problem.at("/errors").forEach(error -> errors.add(text(error, "field") + " " + text(error, "message")));
            return printable(
                    errors.isEmpty() ? text(problem, "detail") : errors.stream().collect(Collectors.joining("; ")));
        } catch (RuntimeException e) {
            return "without a reason";
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base() + "/api/v1/imports" + path))
                .header("Authorization", "Bearer " + key());
    }

    private String base() {
        String given =
                intake == null ? "http://localhost:" + Ports.movedBy(portOffset).intake() : intake.toString();
        return given.replaceAll("/+$", "");
    }

    private String key() {
        String given = System.getenv("SEVENTOUCH_OPERATOR_KEY");
        if (given != null && !given.isBlank()) {
            return given;
        }
        Path kept = data.resolve("operator.key");
        try {
            return Files.readString(kept).strip();
        } catch (IOException e) {
            throw new CannotStart(
                    "the operator's key can't be read from " + kept
                            + "; name its --data DIR, or set SEVENTOUCH_OPERATOR_KEY",
                    e);
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    /** What a list's author wrote is shown, never obeyed by the terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "?");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
