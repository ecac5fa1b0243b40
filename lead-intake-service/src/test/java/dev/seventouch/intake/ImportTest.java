package dev.seventouch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.lead.Consent;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.lead.Field;
import dev.seventouch.intake.lead.Submission;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists over real HTTP, read back from the topic. */
class ImportTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static House house;
    private static Path directory;

    @BeforeAll
    static void open(@TempDir Path temporary) {
        directory = temporary;
        house = new House(temporary);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "comma, ',', UTF-8, false",
        "semicolon, ;, UTF-8, true",
        "tab, '\t', UTF-16LE, true",
        "utf16, ;, UTF-16BE, false",
        "office, ;, windows-1252, false"
    })
    void a_list_is_read_as_its_spreadsheet_wrote_it(String name, String delimiter, String encoding, boolean mark) {
        String list = """
                E-Mail,Vorname,Nachname,Firma,Straße,PLZ,Ort,Land,Interesse
                %s@example.com,Jörg,Weiß,"Müller ""und"" Söhne","Gasse 1
                Hinterhof",01067,Dresden,Deutschland,"Dach, 200 m²"
                """.formatted(name).replace(",", delimiter).replace("Dach" + delimiter, "Dach,");
        // The address has two lines on purpose; it is refused as one line only, so it goes to an attribute here.
        String text = (mark ? "\uFEFF" : "") + list.replace("\n", "\r\n");
        JsonNode done = finished(post(
                "source=fair&map=" + encoded("Straße=attributes.where"), text.getBytes(Charset.forName(encoding))));

        assertThat(done.get("state").asString()).as(done.toString()).isEqualTo("done");
        assertThat(done.get("accepted").asInt()).as(done.toString()).isEqualTo(1);
        assertThat(done.get("encoding").asString()).isEqualTo(encoding);
        assertThat(done.get("delimiter").asString()).isEqualTo(delimiter);
        assertThat(done.get("mapping").get("PLZ").asString()).isEqualTo("postalCode");
        Lead lead = house.captures(house.idOf(name + "@example.com")).getFirst().lead();
        assertThat(lead.contact().name()).isEqualTo("Jörg Weiß");
        assertThat(lead.contact().company()).isEqualTo("Müller \"und\" Söhne");
        assertThat(lead.contact().country()).isEqualTo("DE");
        assertThat(lead.contact().address().postalCode()).isEqualTo("01067");
        assertThat(lead.origin().source()).isEqualTo("fair");
        assertThat(lead.attributes())
                .containsEntry("where", "Gasse 1\nHinterhof")
                .containsEntry("Interesse", "Dach, 200 m²");
    }

    @Test
    void a_list_tells_on_what_it_rests_that_its_leads_are_written_to() {
        JsonNode done = finished(post(
                "source=shop&basis=existing-customer&consent=" + encoded("Bought of us.") + "&map="
                        + encoded("words=consent.wording"),
                """
                email,Consent basis,Consent date,words
                buyer@example.com,,,
                agreed@example.com,consent,2025-06-01,You may write.
                wrong@example.com,hearsay,,
                """.getBytes(UTF_8)));

        assertThat(done.get("accepted").asInt()).as(done.toString()).isEqualTo(2);
        Consent bought = consentOf("buyer@example.com");
        assertThat(bought.wording()).isEqualTo("Bought of us.");
        assertThat(bought.basis()).isEqualTo(Consent.Basis.EXISTING_CUSTOMER);
        Consent agreed = consentOf("agreed@example.com");
        assertThat(agreed.wording()).isEqualTo("You may write.");
        assertThat(agreed.basis()).isEqualTo(Consent.Basis.CONSENT);
        assertThat(agreed.at()).isEqualTo("2025-06-01T00:00:00Z");
        assertThat(house.operatorGet("/api/v1/imports/" + done.get("importId").asString() + "/rejects.csv")
                        .body())
                .contains("consent.basis is none of consent, contract");

        for (String basis : List.of("hearsay", "contract")) {
            HttpResponse<String> refused = post("basis=" + basis, "email\na@example.com".getBytes(UTF_8));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("\"field\":\"basis\"");
        }
    }

    private static Consent consentOf(String email) {
        return house.captures(house.idOf(email)).getFirst().lead().origin().consent();
    }

    @Test
    void what_cant_be_taken_in_comes_back_with_line_and_reason_and_runs_in_no_spreadsheet() {
        JsonNode done = finished(post("source=fair", """
                email,phone,name
                good@example.com,,Good
                nobody,+49 30 1234567,"=HYPERLINK(""http://evil.example"")"

                short@example.com
                good@example.com,+49 30 7654321,Good again
                ,,
                """.getBytes(UTF_8)));

        assertThat(done.get("total").asInt()).isEqualTo(5);
        assertThat(done.get("accepted").asInt()).isEqualTo(1);
        assertThat(done.get("merged").asInt()).isEqualTo(1);
        assertThat(done.get("rejected").asInt()).isEqualTo(3);
        HttpResponse<String> rejects =
                house.operatorGet("/api/v1/imports/" + done.get("importId").asString() + "/rejects.csv");
        assertThat(rejects.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(rejects.body().lines())
                .containsExactly(
                        "line,reason,email,phone,name",
                        "3,\"email has no \"\"@\"\"; write it as name@example.com\",nobody,+49 30 1234567,"
                                + "\"'=HYPERLINK(\"\"http://evil.example\"\")\"",
                        "5,row has 1 fields; the first row names 3,short@example.com",
                        "7,\"email is missing; give an email address, else a phone number, else a name with street and"
                                + " city\",,,");
        List<LeadEvent.Captured> good = house.captures(house.idOf("good@example.com"));
        assertThat(good).as("one batch, one event").hasSize(1);
        assertThat(good.getFirst().lead().contact().name()).isEqualTo("Good again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email,name\nhalf1@example.com,x\nhalf2@example.com,\"never closed\n",
                "email,name\nhalf1@example.com,x\nhalf2@example.com,\"closed\"and on\n"
            })
    void a_list_that_breaks_off_is_refused_as_a_whole(String list) {
        JsonNode refused = finished(post("source=fair", list.getBytes(UTF_8)));

        assertThat(refused.get("state").asString()).isEqualTo("refused");
        assertThat(refused.get("why").asString()).startsWith("line 2: ");
        assertThat(house.captures(house.idOf("half1@example.com"))).isEmpty();
        HttpResponse<String> again = post("source=fair", list.getBytes(UTF_8));
        assertThat(JSON.readTree(again.body()).get("state").asString()).isEqualTo("checking");
        assertThat(finished(again).get("state").asString()).isEqualTo("refused");
    }

    @Test
    void a_list_in_another_encoding_than_it_was_said_is_refused_as_a_whole() {
        String list =
                "email,name\nfirst-of-many@example.com,x\n" + "a@example.com,y\n".repeat(2000) + "b@example.com,Jörg\n";

        JsonNode refused = finished(post("encoding=UTF-8", list.getBytes(Charset.forName("windows-1252"))));

        assertThat(refused.get("state").asString()).isEqualTo("refused");
        assertThat(refused.get("why").asString()).contains("not text in UTF-8");
        assertThat(house.captures(house.idOf("first-of-many@example.com"))).isEmpty();
    }

    @Test
    void the_same_list_again_is_the_same_import() {
        byte[] list = "email\nonce@example.com\n".getBytes(UTF_8);
        JsonNode first = finished(post("source=fair", list));
        JsonNode again = finished(post("source=fair", list));

        assertThat(again.get("importId")).isEqualTo(first.get("importId"));
        assertThat(house.captures(house.idOf("once@example.com"))).hasSize(1);
        assertThat(Files.exists(
                        directory.resolve("imports/" + first.get("importId").asString() + ".csv")))
                .as("people's data, no longer needed")
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"alone, ''", "second, '&map=Notizen%3D-'"})
    void a_column_may_have_commas_in_its_name_whether_or_not_others_are_named(String name, String others) {
        JsonNode done = finished(post(
                "source=fair&map=" + encoded("Name, first=name") + others,
                ("email,\"Name, first\",Notizen\n" + name + "@example.com,Ada,x\n").getBytes(UTF_8)));

        assertThat(done.get("mapping").get("Name, first").asString()).isEqualTo("name");
        assertThat(house.captures(house.idOf(name + "@example.com"))
                        .getFirst()
                        .lead()
                        .contact()
                        .name())
                .isEqualTo("Ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Notes", "Notizen", "Remarques", "Commentaires", "Observaciones"})
    void notes_are_known_by_their_heading_and_may_be_long(String heading) {
        String said = "Wants 40 kWp,\nroof from 1998. ".repeat(100).strip();
        JsonNode done = finished(post(
                "source=fair",
                ("email,%s\n%s@example.com,\"%s\"\n".formatted(heading, heading, said)).getBytes(UTF_8)));

        assertThat(done.get("mapping").get(heading).asString()).isEqualTo("notes");
        assertThat(house.captures(house.idOf(heading + "@example.com"))
                        .getFirst()
                        .lead()
                        .attributes())
                .containsOnly(Map.entry("notes", said));
    }

    @Test
    void a_dry_run_tells_and_does_nothing() {
        JsonNode done = finished(post("dryRun=true", "email\ndry@example.com\nnot one\n".getBytes(UTF_8)));

        assertThat(done.get("dryRun").asBoolean()).isTrue();
        assertThat(done.get("accepted").asInt()).isEqualTo(1);
        assertThat(done.get("rejected").asInt()).isEqualTo(1);
        assertThat(house.captures(house.idOf("dry@example.com"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        source=fair                | 'a,b\n1,2'       | body
        source=fair                | ''               | body
        source=NOT+A+SOURCE        | 'email\nx'       | source
        delimiter=%22              | 'email\nx'       | delimiter
        delimiter=ab               | 'email\nx'       | delimiter
        encoding=klingon           | 'email\nx'       | encoding
        map=nothing                | 'email\nx'       | map
        map=email%3Dmoon           | 'email\nx'       | map
        map=other%3Dname           | 'email\nx'       | map
        """)
    void an_order_that_cant_be_carried_out_is_refused_at_once(String order, String list, String field) {
        IntakeTest.assertProblem(
                post(
                        order,
                        list == null ? new byte[0] : list.replace("\\n", "\n").getBytes(UTF_8)),
                400,
                field);
    }

    @Test
    void whoever_is_no_operator_can_neither_send_nor_see_a_list() {
        assertThat(house.get("/api/v1/imports").statusCode()).isEqualTo(401);
        assertThat(house.operatorGet("/api/v1/imports/none").statusCode()).isEqualTo(404);
        assertThat(house.operatorGet("/api/v1/imports/../../etc/rejects.csv").statusCode())
                .isIn(400, 404);
    }

    @Test
    void the_same_batch_at_the_same_instant_has_the_same_verdicts_and_says_nothing_twice() {
        Capture capture = house.intake.getBean(Capture.class);
        Instant at = Instant.parse("2026-11-02T08:30:00.123Z");
        List<Submission> batch = IntStream.range(0, 5)
                .mapToObj(i -> new Submission(
                        Map.of(Field.EMAIL, "batch" + i % 4 + "@example.com", Field.NAME, "N" + i),
                        "fair",
                        null,
                        null,
                        Map.of("n", "" + i)))
                .toList();

        List<Capture.Verdict> first = capture.takeList(batch, at, "import");
        List<Capture.Verdict> again = capture.takeList(batch, at, "import");

        assertThat(again).isEqualTo(first).hasSize(5);
        assertThat(first.getLast()).isInstanceOf(Capture.Verdict.Merged.class);
        for (int i = 0; i < 4; i++) {
            assertThat(house.captures(house.idOf("batch" + i + "@example.com"))).hasSize(1);
        }
    }

    @Test
    void a_long_list_goes_on_where_it_was_over_a_restart_and_an_outage() {
        int leads = 12_000;
        String list = "email,name\n"
                + IntStream.range(0, leads)
                        .mapToObj(i -> "many" + i + "@example.com,Name " + i)
                        .collect(Collectors.joining("\n"));
        String id = JSON.readTree(post("source=bought", list.getBytes(UTF_8)).body())
                .get("importId")
                .asString();
        await().atMost(PATIENCE).until(() -> show(id).get("rows").asInt() > 0);
        house.intake.close();
        house.startIntake();
        int before = show(id).get("rows").asInt();
        assertThat(before).isBetween(1, leads - 1);
        house.stopBroker();
        house.startBroker();

        await().atMost(PATIENCE).until(() -> show(id).get("state").asString().equals("done"));
        JsonNode done = show(id);
        assertThat(done.get("accepted").asInt()).as(done.toString()).isEqualTo(leads);
        assertThat(done.get("rejected").asInt()).isZero();
        Map<String, Instant> capturedAt = new HashMap<>();
        house.records(Topics.LEADS).forEach(each -> {
            if (Topics.LEADS.decode(each.value())
                            instanceof dev.seventouch.events.wire.Decoded.Readable<LeadEvent>(var event)
                    && event.lead().origin().source().equals("bought")) {
                Instant other = capturedAt.putIfAbsent(each.key(), event.at());
                assertThat(other).as("twice, and not the same").isIn(null, event.at());
            }
        });
        assertThat(capturedAt).hasSize(leads);
        System.out.printf(
                "%d rows, %d a second lately%n",
                leads, done.get("rowsPerSecond").asInt());
    }

    private static HttpResponse<String> post(String query, byte[] list) {
        return house.post("/api/v1/imports?" + query, "text/csv", list);
    }

    private static JsonNode finished(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        String id = JSON.readTree(answer.body()).get("importId").asString();
        await().atMost(PATIENCE)
                .until(() -> List.of("done", "refused")
                        .contains(show(id).get("state").asString()));
        return show(id);
    }

    private static JsonNode show(String id) {
        HttpResponse<String> answer = house.operatorGet("/api/v1/imports/" + id);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
