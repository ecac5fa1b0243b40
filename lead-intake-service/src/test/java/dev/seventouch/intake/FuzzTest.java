package dev.seventouch.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.service.link.Link;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Good bodies, spoilt at random: whatever is sent is answered, and never by a fault of ours. */
class FuzzTest {
    private static final int ROUNDS = 250;
    private static final long SEED = 20261122;
    private static final LeadId ADA = new LeadId("a".repeat(26));
    private static final TouchId TOUCH = new TouchId("0".repeat(32));

    /** What breaks parsers, headers, paths, pages and spreadsheets. */
    private static final List<byte[]> POISON = List.of(
            new byte[] {0},
            new byte[] {(byte) 0xFF, (byte) 0xFE},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            "\r\nBcc: x@example.com\r\n".getBytes(UTF_8),
            "%00%0d%0a".getBytes(UTF_8),
            "\"".getBytes(UTF_8),
            "\\u0000".getBytes(UTF_8),
            "{\"$ne\":1}".getBytes(UTF_8),
            "=cmd|' /C calc'!A0".getBytes(UTF_8),
            "<script>alert(1)</script>".getBytes(UTF_8),
            "../../../etc/passwd".getBytes(UTF_8),
            "${7*7}<#assign x=1>".getBytes(UTF_8),
            "\u202E\uFEFF\u0301".getBytes(UTF_8),
            "9".repeat(400).getBytes(UTF_8),
            "[".repeat(500).getBytes(UTF_8),
            "&email=b@example.com".getBytes(UTF_8),
            ";,\t|".getBytes(UTF_8));

    private static House house;

    @BeforeAll
    static void open(@TempDir Path directory) {
        house = new House(directory);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/v1/leads | application/json | {"email":"a@example.com","name":"A","phone":"+4930123456","value":"12","attributes":{"k":"v"},"owner":{"name":"O","email":"o@example.com"},"consent":{"wording":"w"},"confirm":false}
        /api/v1/leads/batch | application/json | {"leads":[{"email":"a@example.com","name":"A"},{"email":"b@example.com","attributes":{"k":"v"}},{"phone":"+4930123456"}]}
        /api/v1/signals | application/json | {"email":"a@example.com","type":"conversation","said":"s","next":{"channel":"call","when":"2027-03-01"}}
        /forms/website | application/x-www-form-urlencoded | email=a%40example.com&name=A&phone=%2B4930123456&message=m&consent=on&fax_number=
        /forms/roof-check | multipart/form-data; boundary=x | --x~Content-Disposition: form-data; name="email"~~a@example.com~--x~Content-Disposition: form-data; name="name"~~A~--x--~
        /api/v1/imports?source=fuzz | text/csv | email,name,phone~a@example.com,"A, B",+4930123456~b@example.com,C,
        /api/v1/imports?dryRun=true | text/csv | Name;Straße;Ort~A;Gasse 1;Wien~
        /api/v1/suppressions | text/csv | email,media~a@example.com,email~b@example.com,
        PREFERENCES | application/x-www-form-urlencoded | often=less&media=email&media=post&topics=law&pause=3m
        CONFIRM | application/x-www-form-urlencoded | confirm=yes
        UNSUBSCRIBE | multipart/form-data; boundary=x | --x~Content-Disposition: form-data; name="List-Unsubscribe"~~One-Click~--x--~
        """)
    void nothing_that_is_sent_is_our_fault(String target, String type, String good) {
        String path = target.startsWith("/")
                ? target
                : house.at(house.links().addressOf(new Link(Link.Purpose.valueOf(target), ADA, TOUCH)));
        Random dice = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] body = spoilt(good.replace("~", "\r\n").getBytes(UTF_8), dice);
            HttpResponse<String> answer = house.send(house.request(path)
                    .header("Authorization", "Bearer " + House.KEY)
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
            assertThat(answer.statusCode())
                    .as("round %d of %s: %s was answered %s", round, path, new String(body, ISO_8859_1), answer.body())
                    .isBetween(200, 499);
            assertThat(answer.headers().firstValue("Bcc")).isEmpty();
        }
    }

    private static byte[] spoilt(byte[] good, Random dice) {
        byte[] body = good;
        for (int times = dice.nextInt(3); times >= 0; times--) {
            int at = dice.nextInt(body.length + 1);
            body = switch (dice.nextInt(5)) {
                case 0 ->
                    joined(part(body, 0, at), POISON.get(dice.nextInt(POISON.size())), part(body, at, body.length));
                case 1 -> part(body, 0, at);
                case 2 -> joined(body, part(body, at, body.length));
                case 3 -> flipped(body, dice);
                default ->
                    joined(part(body, 0, at), part(body, Math.min(body.length, at + 1 + dice.nextInt(4)), body.length));
            };
        }
        return body;
    }

    private static byte[] flipped(byte[] body, Random dice) {
        byte[] flipped = body.clone();
        if (flipped.length > 0) {
            flipped[dice.nextInt(flipped.length)] = (byte) dice.nextInt(256);
        }
        return flipped;
    }

    private static byte[] part(byte[] body, int from, int to) {
        return java.util.Arrays.copyOfRange(body, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
