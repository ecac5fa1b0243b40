package dev.seventouch.benchmarks.door;

import dev.seventouch.benchmarks.machine.Weight;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list of leads as CSV, from sending it to its last row. */
public final class LongList {
    private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z]+)\"");
    private static final Pattern ID = Pattern.compile("\"importId\":\"([0-9a-f]+)\"");
    private static final Duration TO_SEND = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 250;

    private LongList() {}

    /** @param mostBytes resident memory of intake at its height */
    public record Worked(double rowsPerSecond, long mostBytes) {}

    public static Path written(Path file, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("email,name,phone,company,street,postalCode,city,country\n");
            for (int i = 0; i < rows; i++) {
                out.write("row" + i + "@example.com,Name " + i
                        + ",+49 30 1234567,\"Engines, Inc.\",Gasse 1,10115,Berlin,DE\n");
            }
        }
        return file;
    }

    public static Worked work(Path file, int rows, Door door, HttpClient http, Duration atMost)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpRequest sending = HttpRequest.newBuilder(
                        door.at("/api/v1/imports?source=bench").build(), (_, _) -> true)
                .header("Content-Type", "text/csv")
                .timeout(TO_SEND)
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        String taken = http.send(sending, HttpResponse.BodyHandlers.ofString()).body();
        String id = found(ID, taken);
        long most = 0;
        String state = "running";
        while (!state.equals("done")) {
            if (state.equals("refused") || System.nanoTime() - begin > atMost.toNanos()) {
                throw new IllegalStateException("the list was not worked off: " + state);
            }
            Thread.sleep(LOOK_MILLIS);
            most = Math.max(most, Weight.residentBytes(door.running().handle()).orElse(0));
            state = found(
                    STATE,
                    http.send(door.at("/api/v1/imports/" + id).GET().build(), HttpResponse.BodyHandlers.ofString())
                            .body());
        }
        return new Worked(rows / ((System.nanoTime() - begin) / 1e9), most);
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("intake answered " + text);
        }
        return found.group(1);
    }
}
