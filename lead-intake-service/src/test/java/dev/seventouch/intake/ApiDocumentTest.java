package dev.seventouch.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.intake.openapi.ApiDocument;
import dev.seventouch.intake.openapi.ApiDocument.Operation;
import dev.seventouch.intake.openapi.Schemas;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The API does what its description says, and the description says all that the API does. */
class ApiDocumentTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ApiDocument DOCUMENT = ApiDocument.read(Path.of("openapi.yaml"));
    private static final List<Operation> OPERATIONS = DOCUMENT.operations();
    private static final Schemas SCHEMAS = new Schemas(DOCUMENT);
    private static final List<String> STRANGE = List.of("x", "<script>", "日本", "$where", "a b", "'", "0".repeat(500));

    private static House house;
    private static Path directory;
    private static String lead;
    private static String list;

    @BeforeContainer
    static void open() throws IOException {
        directory = Files.createTempDirectory("api-document");
        house = new House(directory);
        lead = JSON.readTree(house.json("/api/v1/leads", "{\"email\":\"known@example.com\"}")
                        .body())
                .get("leadId")
                .asString();
        list = JSON.readTree(house.post("/api/v1/imports", "text/csv", "email\nx\n".getBytes(UTF_8))
                        .body())
                .get("importId")
                .asString();
    }

    @AfterContainer
    static void close() throws IOException {
        house.close();
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    // ---- nothing is left out, and nothing is made up

    @Property(tries = 1)
    void every_route_is_described_with_its_parameters_and_no_other_is() {
        Map<RequestMappingInfo, HandlerMethod> routes = house.intake
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods();
        Set<String> served = new TreeSet<>();
        routes.forEach((info, handler) -> info.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/") || path.startsWith("/forms/"))
                .forEach(path -> {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        served.add(method + " " + path + parametersOf(handler));
                    }
                }));
        Set<String> described = OPERATIONS.stream()
                .map(each -> each
                        + Stream.of("header", "query")
                                .flatMap(in -> each.parameters(in).stream())
                                .map(parameter -> (String) parameter.get("name"))
                                .sorted()
                                .toList()
                                .toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described)
                .as("openapi.yaml beside the routes of the service")
                .isEqualTo(served);
    }

    private static List<String> parametersOf(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .flatMap(parameter -> {
                    parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
                    RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
                    return header != null
                            ? Stream.of(header.name())
                            : parameter.hasParameterAnnotation(RequestParam.class)
                                    ? Stream.of(parameter.getParameterName())
                                    : Stream.empty();
                })
                .sorted()
                .toList();
    }

    // ---- requests made by the description

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void what_the_description_allows_is_answered_as_it_says(
            @ForAll @IntRange(max = 1000) int which, @ForAll long seed) {
        Operation operation = OPERATIONS.get(which % OPERATIONS.size());
        Random dice = new Random(seed);
        HttpResponse<String> answer = house.send(request(operation, dice, false));
        assertDescribed(operation, answer);
        if (operation.path().startsWith("/api/v1/leads") && operation.path().split("/", -1).length < 6) {
            assertThat(answer.statusCode())
                    .as("%s: %s", operation, answer.body())
                    .isIn(200, 202, 204, 207, 400, 404, 422);
        }
    }

    @Property(tries = 400, shrinking = ShrinkingMode.OFF)
    void what_it_forbids_is_refused_as_it_says(@ForAll @IntRange(max = 1000) int which, @ForAll long seed) {
        Operation operation = OPERATIONS.get(which % OPERATIONS.size());
        HttpResponse<String> answer = house.send(request(operation, new Random(seed), true));
        assertDescribed(operation, answer);
        if (jsonOf(operation) != null) {
            assertThat(answer.statusCode())
                    .as("%s: %s", operation, answer.body())
                    .matches(status -> status == 207 || (status >= 400 && status < 500));
        }
    }

    private static HttpRequest.Builder request(Operation operation, Random dice, boolean broken) {
        String path = operation.path();
        for (Map<String, Object> parameter : operation.parameters("path")) {
            String name = (String) parameter.get("name");
            path = path.replace("{" + name + "}", encoded(pathValue(name, dice, broken && dice.nextBoolean())));
        }
        StringBuilder query = new StringBuilder();
        for (Map<String, Object> parameter : operation.parameters("query")) {
            if (dice.nextInt(3) == 0) {
                Object value = broken
                        ? STRANGE.get(dice.nextInt(STRANGE.size()))
                        : SCHEMAS.valid(ApiDocumentTest.schema(parameter), dice);
                for (Object each : value instanceof List<?> many ? many : List.of(value)) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(parameter.get("name"))
                            .append('=')
                            .append(encoded(String.valueOf(each)));
                }
            }
        }
        HttpRequest.Builder request = house.request(path + query, "Authorization", "Bearer " + House.KEY);
        for (Map<String, Object> parameter : operation.parameters("header")) {
            if (dice.nextInt(3) == 0) {
                String key = broken && dice.nextBoolean() ? "not a key" : "key-" + dice.nextInt(50);
                request.header((String) parameter.get("name"), key);
            }
        }
        return body(operation, request, dice, broken);
    }

    private static HttpRequest.Builder body(
            Operation operation, HttpRequest.Builder request, Random dice, boolean broken) {
        Map<String, Map<String, Object>> contents = contents(operation);
        if (contents.isEmpty()) {
            return request.method(operation.method(), HttpRequest.BodyPublishers.noBody());
        }
        Map<String, Object> json = jsonOf(operation);
        if (json != null) {
            Object value = broken ? SCHEMAS.broken(json, dice) : SCHEMAS.valid(json, dice);
            return request.header("Content-Type", "application/json")
                    .method(operation.method(), HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(value)));
        }
        if (contents.containsKey("application/yaml")) {
            String form = dice.nextBoolean() ? "website" : "roof-check";
            return request.header("Content-Type", "application/yaml")
                    .method(
                            operation.method(),
                            HttpRequest.BodyPublishers.ofString(
                                    broken ? "id: [" + form : "id: " + form + "\nsource: website\nlimit: 20/m\n"));
        }
        boolean form = contents.containsKey("application/x-www-form-urlencoded");
        String text = form
                ? "email=a" + dice.nextInt(99) + "%40example.com&name=A" + (broken ? "&email=%ff&=" : "")
                : "email,name\na" + dice.nextInt(99) + "@example.com,A\n" + (broken ? "\"open" : "");
        return request.header("Content-Type", form ? "application/x-www-form-urlencoded" : "text/csv")
                .method(operation.method(), HttpRequest.BodyPublishers.ofString(text));
    }

    private static String pathValue(String name, Random dice, boolean strange) {
        if (strange) {
            return STRANGE.get(dice.nextInt(STRANGE.size()));
        }
        return switch (name) {
            case "leadId" -> dice.nextBoolean() ? lead : "b".repeat(26);
            case "importId" -> dice.nextBoolean() ? list : "0".repeat(32);
            default -> dice.nextInt(4) == 0 ? "roof-check" : "website";
        };
    }

    private static void assertDescribed(Operation operation, HttpResponse<String> answer) {
        Map<String, Object> responses = at(operation.node(), "responses");
        String status = String.valueOf(answer.statusCode());
        assertThat(answer.statusCode()).as("%s: %s", operation, answer.body()).isLessThan(500);
        assertThat(responses.keySet()).as("%s: %s", operation, answer.body()).contains(status);
        Map<String, Object> content = at(DOCUMENT.resolved(at(responses, status)), "content");
        if (content.isEmpty()) {
            return;
        }
        String type = answer.headers()
                .firstValue("Content-Type")
                .orElse("none")
                .replaceAll(";.*", "")
                .strip();
        assertThat(content.keySet())
                .as("%s %s: %s", operation, status, answer.body())
                .contains(type);
        if (type.endsWith("json")) {
            assertThat(SCHEMAS.faults(at(at(content, type), "schema"), JSON.readTree(answer.body()), "body"))
                    .as("%s %s: %s", operation, status, answer.body())
                    .isEmpty();
        }
    }

    private static Map<String, Map<String, Object>> contents(Operation operation) {
        return at(at(operation.node(), "requestBody"), "content").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> cast(entry.getValue())));
    }

    private static Map<String, Object> jsonOf(Operation operation) {
        Map<String, Object> content = contents(operation).get("application/json");
        return content == null ? null : at(content, "schema");
    }

    private static Map<String, Object> schema(Map<String, Object> parameter) {
        return at(parameter, "schema");
    }

    private static Map<String, Object> at(Map<String, Object> node, String name) {
        return cast(node.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object node) {
        return (Map<String, Object>) node;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
