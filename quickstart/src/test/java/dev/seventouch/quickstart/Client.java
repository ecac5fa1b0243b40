package dev.seventouch.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a house over its ports alone. */
final class Client implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAGE = 1000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Ports ports;
    private final String operatorKey;

    Client(Ports ports, String operatorKey) {
        this.ports = ports;
        this.operatorKey = operatorKey;
    }

    @Override
    public void close() {
        http.close();
    }

    String intake(String path) {
        return "http://localhost:" + ports.intake() + path;
    }

    String engine(String path) {
        return "http://localhost:" + ports.engine() + path;
    }

    String mailer(String path) {
        return "http://localhost:" + ports.mailer() + path;
    }

    String operatorKey() {
        return operatorKey;
    }

    /** Of whom a 202 tells. */
    String leadId(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).at("/leadId").stringValue();
    }

    String desk(String path) {
        return "http://localhost:" + ports.desk() + path;
    }

    /** What a website's form sends; the lead's id. */
    String fillIn(String email, String name) throws Exception {
        HttpResponse<String> answer = post(intake("/forms/website"), Map.of("email", email, "name", name), false);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return leadIdOf(email);
    }

    /** REST; the lead's id. */
    String capture(String email, String name) throws Exception {
        Map<String, String> lead = Map.of(
                "email", email,
                "name", name,
                "source", "website",
                "street", "Hafenstraße 7", // without an address there is no letter
                "postalCode", "24103",
                "city", "Kiel",
                "country", "DE");
        return leadId(postJson(intake("/api/v1/leads"), lead));
    }

    /** Who is captured again is the same lead: REST tells the id that a form does not. */
    private String leadIdOf(String email) throws Exception {
        return JSON.readTree(postJson(intake("/api/v1/leads"), Map.of("email", email, "source", "website"))
                        .body())
                .at("/leadId")
                .stringValue();
    }

    HttpResponse<String> signal(String leadId, Map<String, String> signal) throws Exception {
        return postJson(intake("/api/v1/leads/" + leadId + "/signals"), signal);
    }

    HttpResponse<String> delete(String address) throws Exception {
        return http.send(authorized(address).DELETE().build(), BodyHandlers.ofString());
    }

    /** The import's id. */
    String importList(String csv) throws Exception {
        HttpResponse<String> answer = http.send(
                authorized(intake("/api/v1/imports?source=website"))
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(csv))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).at("/importId").stringValue();
    }

    JsonNode importOf(String id) throws Exception {
        return JSON.readTree(get(intake("/api/v1/imports/" + id)).body());
    }

    List<JsonNode> mailsTo(String email) throws Exception {
        JsonNode page = JSON.readTree(get("http://localhost:" + ports.inbox() + "/api/v1/search?limit=1000&query=to:"
                        + URLEncoder.encode(email, UTF_8))
                .body());
        return elements(page.at("/messages")).reversed();
    }

    /** How many mails each address has, of all in the inbox. */
    Map<String, Long> mailsByRecipient() throws Exception {
        Map<String, String> recipients = new HashMap<>(); // by the mail's id: one more at the front moves the others on
        int total = Integer.MAX_VALUE;
        for (int start = 0; start < total; start += PAGE) {
            JsonNode page = JSON.readTree(
                    get("http://localhost:%d/api/v1/messages?limit=%d&start=%d".formatted(ports.inbox(), PAGE, start))
                            .body());
            total = page.at("/total").asInt();
            elements(page.at("/messages"))
                    .forEach(mail -> recipients.put(
                            mail.at("/ID").stringValue(),
                            mail.at("/To/0/Address").stringValue()));
        }
        return recipients.values().stream().collect(Collectors.groupingBy(address -> address, Collectors.counting()));
    }

    JsonNode mail(JsonNode summary) throws Exception {
        return JSON.readTree(get("http://localhost:" + ports.inbox() + "/api/v1/message/"
                        + summary.at("/ID").stringValue())
                .body());
    }

    /** What the mailer knows of a lead's touches. */
    List<JsonNode> deliveriesOf(String leadId) throws Exception {
        return elements(JSON.readTree(get("http://localhost:" + ports.mailer() + "/api/v1/deliveries?leadId=" + leadId)
                .body()));
    }

    JsonNode tasks(String leadId) throws Exception {
        return JSON.readTree(get(desk("/api/v1/tasks?leadId=" + leadId)).body());
    }

    JsonNode timeline(String leadId) throws Exception {
        HttpResponse<String> answer = get(desk("/api/v1/leads/" + leadId + "/timeline"));
        return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : JSON.createObjectNode();
    }

    /** Touches that were handed over or done, in the order of their lines, oldest first. */
    List<JsonNode> touchesOf(String leadId) throws Exception {
        return elements(timeline(leadId).at("/entries")).reversed().stream()
                .filter(entry -> entry.at("/kind").stringValue("").equals("touch"))
                .filter(entry -> List.of("handed-over", "completed")
                        .contains(entry.at("/status").stringValue("")))
                .toList();
    }

    HttpResponse<String> get(String address) throws Exception {
        return http.send(authorized(address).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String address, Map<String, String> fields, boolean authorized) throws Exception {
        String form = fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = authorized ? authorized(address) : HttpRequest.newBuilder(URI.create(address));
        return http.send(
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> postJson(String address, Object body) throws Exception {
        return http.send(
                authorized(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> put(String address, String type, String body) throws Exception {
        return http.send(
                authorized(address)
                        .header("Content-Type", type)
                        .PUT(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    String templateSource(String template) throws Exception {
        return JSON.readTree(get(mailer("/api/v1/templates/" + template)).body())
                .at("/source")
                .stringValue();
    }

    /** @return the status of the answer */
    int publish(String template, String source) throws Exception {
        return put(
                        mailer("/api/v1/templates/" + template),
                        "application/json",
                        JSON.writeValueAsString(Map.of("source", source)))
                .statusCode();
    }

    /** The page that shows a draft. */
    HttpResponse<String> preview(String template, String source) throws Exception {
        return http.send(
                authorized(mailer("/api/v1/templates/" + template + "/preview"))
                        .header("Content-Type", "application/json")
                        .header("Accept", "text/html")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("source", source))))
                        .build(),
                BodyHandlers.ofString());
    }

    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private HttpRequest.Builder authorized(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + operatorKey);
    }
}
