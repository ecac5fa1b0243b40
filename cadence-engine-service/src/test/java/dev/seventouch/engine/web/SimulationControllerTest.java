package dev.seventouch.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.definition.Campaigns;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class SimulationControllerTest {
    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final Published PUBLISHED = new Published();

    private final MockMvcTester mvc = mvc();

    @BeforeAll
    static void publish() {
        Campaigns campaigns = Campaigns.in(Path.of("..", "campaigns"));
        campaigns
                .cadences()
                .forEach(file -> PUBLISHED.add(new CadenceEvent.Published(file.id(), 1, file.yaml(), null, NOW)));
        campaigns.items().forEach(PUBLISHED::add);
    }

    // With the answers to mistakes that all services give.
    private static MockMvcTester mvc() {
        try {
            return MockMvcTester.create(MockMvcBuilders.standaloneSetup(
                            new SimulationController(PUBLISHED, InstantSource.fixed(NOW)),
                            new ListSimulationController(PUBLISHED, InstantSource.fixed(NOW)))
                    .setControllerAdvice(
                            BeanUtils.instantiateClass(Class.forName("dev.seventouch.service.web.ProblemAdvice")))
                    .setMessageConverters(
                            new StringHttpMessageConverter(java.nio.charset.StandardCharsets.UTF_8),
                            new JacksonJsonHttpMessageConverter(Json.conventions()
                                    .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                                    .build()))
                    .build());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult simulate(String id, String body) {
        return mvc.post()
                .uri("/api/v1/cadences/" + id + "/simulate")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult unpublished(String yaml, String query, MediaType accept) {
        return mvc.post()
                .uri("/api/v1/cadences/simulate" + query)
                .contentType(MediaType.APPLICATION_YAML)
                .accept(accept)
                .content(yaml)
                .exchange();
    }

    @Test
    void a_published_cadence_is_played_for_a_year_from_now_unless_told_otherwise() {
        assertThat(mvc.post().uri("/api/v1/cadences/website-enquiry/simulate").accept(MediaType.APPLICATION_JSON))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.from", from -> from.assertThat().isEqualTo("2026-11-02T08:00:00Z"))
                .hasPathSatisfying("$.to", to -> to.assertThat().isEqualTo("2027-11-02T08:00:00Z"))
                .hasPathSatisfying("$.lines[0].step", step -> step.assertThat().isEqualTo("welcome"));
    }

    @Test
    void time_lead_and_script_can_be_told() {
        assertThat(simulate("website-enquiry", """
                        {"from": "2026-12-20T10:00:00Z", "days": 30, "toConfirm": true,
                         "lead": {"email": "ada@example.com", "zone": "America/New_York", "value": 25000,
                                  "owner": {"name": "Mara", "email": "m@example.com"}, "attributes": {"industry": "bakery"}},
                         "script": [{"after": "2h", "signal": "confirmed"}, {"after": "9d", "signal": "replied"}]}
                        """))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.zone", zone -> zone.assertThat().isEqualTo("America/New_York"))
                .hasPathSatisfying("$.lines[0].step", step -> step.assertThat().isEqualTo("confirm"))
                .hasPathSatisfying(
                        "$.lines[1].words", words -> words.assertThat().isEqualTo("confirmed"))
                .hasPathSatisfying(
                        "$.lines[2].local", local -> local.assertThat().isEqualTo("2026-12-20T07:00:00"));
    }

    @Test
    void it_comes_as_a_calendar_where_that_is_accepted() {
        MvcTestResult answer = mvc.post()
                .uri("/api/v1/cadences/website-enquiry/simulate")
                .accept("text/calendar")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"days\": 30}")
                .exchange();
        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/calendar");
        assertThat(answer).bodyText().startsWith("BEGIN:VCALENDAR\r\n").contains("SUMMARY:email: welcome");
    }

    @Test
    void a_plan_that_is_not_published_is_played_as_the_next_version() throws IOException {
        String yaml = Files.readString(Path.of("..", "campaigns", "website-enquiry.yaml"));
        assertThat(unpublished(yaml, "?from=2026-12-20T10:00:00Z&days=10", MediaType.APPLICATION_JSON))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.version", version -> version.assertThat().isEqualTo(2))
                .hasPathSatisfying("$.to", to -> to.assertThat().isEqualTo("2026-12-30T10:00:00Z"));
        assertThat(unpublished(
                        yaml.replace("id: website-enquiry", "id: brand-new"), "", MediaType.valueOf("text/calendar")))
                .hasStatusOk()
                .bodyText()
                .startsWith("BEGIN:VCALENDAR");
    }

    @Test
    void mistakes_are_named_by_field() {
        assertThat(simulate("website-enquiry", "{\"days\": 3661}"))
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].field", field -> field.assertThat().isEqualTo("days"))
                .hasPathSatisfying(
                        "$.errors[0].message", why -> why.assertThat().isEqualTo("expected 1 to 3660"));
        assertThat(simulate("website-enquiry", "{\"days\": 0}")).hasStatus(400);
        assertThat(simulate("website-enquiry", "{\"from\": \"soon\"}"))
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].field", field -> field.assertThat().isEqualTo("from"));
        assertThat(simulate("website-enquiry", """
                        {"lead": {"email": "ada", "emial": "x", "tags": ["a"]}}
                        """))
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[*].field",
                        fields ->
                                fields.assertThat().asArray().containsExactly("lead.tags", "lead.emial", "lead.email"));
        assertThat(simulate("website-enquiry", """
                        {"script": [{"after": "9d", "signal": "replied"}, {"after": "9d", "signal": "wept"}]}
                        """))
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].field", field -> field.assertThat().isEqualTo("script[1]"))
                .hasPathSatisfying(
                        "$.errors[0].message",
                        why -> why.assertThat().asString().startsWith("\"wept\": expected one of "));
        assertThat(simulate("website-enquiry", "{\"lead\": {\"email\": \"a@example.com\", \"source\": \"fair\"}}"))
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].field", field -> field.assertThat().isEqualTo("lead.source"));
        assertThat(unpublished("id: x\nstep: 3\n", "", MediaType.APPLICATION_JSON))
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[*].field",
                        fields -> fields.assertThat().asArray().contains("line 2, column 1"));
    }

    // ---- of a list

    private MvcTestResult list(String query, String csv, MediaType accept) {
        return mvc.post()
                .uri("/api/v1/cadences/website-enquiry/simulate" + query)
                .contentType(MediaType.valueOf("text/csv"))
                .accept(accept)
                .content(csv)
                .exchange();
    }

    @Test
    void a_list_is_played_as_on_the_command_line() {
        String csv = "email;owner\na@example.com;Mara\nb@example.com;Tom\nc;\n";
        assertThat(list("?from=2026-11-02&for=60d&cost=email=0.5,letter=2&minutes=4", csv, MediaType.APPLICATION_JSON))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.plan", plan -> plan.assertThat().isEqualTo("website-enquiry@1"))
                .hasPathSatisfying("$.from", from -> from.assertThat().isEqualTo("2026-11-02T08:00:00Z"))
                .hasPathSatisfying("$.to", to -> to.assertThat().isEqualTo("2027-01-01T08:00:00Z"))
                .hasPathSatisfying("$.rows", rows -> rows.assertThat().isEqualTo(3))
                .hasPathSatisfying("$.leads", leads -> leads.assertThat().isEqualTo(2))
                .hasPathSatisfying(
                        "$.minutesADay", minutes -> minutes.assertThat().isEqualTo(4))
                .hasPathSatisfying(
                        "$.bad[0].why",
                        why -> why.assertThat().isEqualTo("email: expected an address such as name@example.com"))
                .hasPathSatisfying(
                        "$.reps[*].name", names -> names.assertThat().asArray().containsExactly("Mara", "Tom"));
        assertThat(list("?for=60d&minutes=4", csv, MediaType.TEXT_PLAIN))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.TEXT_PLAIN)
                .bodyText()
                .startsWith("website-enquiry@1, as a list of leads would bring it about")
                .contains("  rows   3, 1 of them can't be read", "against 4 minutes a day");
    }

    @Test
    void what_is_wrong_with_a_list_or_how_it_is_to_be_played_is_named() {
        assertThat(list(
                        "?from=soon&for=4y&cost=pigeon=3&minutes=0&region=Bavaria&days=3",
                        "email\na@example.com\n",
                        MediaType.APPLICATION_JSON))
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[*].field",
                        fields -> fields.assertThat()
                                .asArray()
                                .containsExactly("days", "from", "for", "cost", "minutes", "region"))
                .hasPathSatisfying(
                        "$.errors[2].message",
                        why -> why.assertThat().asString().startsWith("expected at most 3y"));
        assertThat(list("", "name\nAda\n", MediaType.APPLICATION_JSON))
                .hasStatus(400)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].message",
                        why -> why.assertThat()
                                .asString()
                                .startsWith("the list: line 1: no column tells who a lead is"));
    }

    @Test
    void a_list_has_a_size() {
        String rows = "email\n" + "a@example.com\n".repeat(10_001);
        assertThat(list("?for=1d", rows, MediaType.APPLICATION_JSON))
                .hasStatus(413)
                .bodyJson()
                .hasPathSatisfying(
                        "$.detail", why -> why.assertThat().asString().contains("at most 10000"));
        assertThat(list("?for=1d", "email\n" + "x".repeat(5 << 20), MediaType.APPLICATION_JSON))
                .hasStatus(413)
                .bodyJson()
                .hasPathSatisfying(
                        "$.detail", why -> why.assertThat().asString().contains("at most 4 MB"));
    }

    @Test
    void a_cadence_that_there_is_not_is_not_found_with_those_that_there_are() {
        assertThat(simulate("webiste", "{}"))
                .hasStatus(404)
                .bodyJson()
                .hasPathSatisfying(
                        "$.detail", why -> why.assertThat().asString().contains("website-enquiry"));
    }

    @Test
    void an_answer_has_an_end() throws IOException {
        String daily = Files.readString(Path.of("..", "campaigns", "website-enquiry.yaml"))
                .replace("every: 90d", "every: 1d")
                .replace("every: 30d", "every: 1d")
                .replace("limits: { gap: 20h, per-week: 3, per-month: 10 }", "limits: { gap: 20h, per-week: 7 }");
        assertThat(unpublished(daily, "?days=3660", MediaType.APPLICATION_JSON))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.complete", complete -> complete.assertThat().isEqualTo(false))
                .hasPathSatisfying(
                        "$.lines.length()", lines -> lines.assertThat().isEqualTo(2000));
    }
}
