package dev.seventouch.engine.web;

import dev.seventouch.engine.enrollment.NotYet;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other instances of the engine. Only addresses that they themselves told the group are asked, and what is shown to them is
 * what was shown to us.
 */
@Component
final class Neighbours {
    /** Says that the question comes from an instance already: it is not passed on once more. */
    static final String PASSED_ON = "Seventouch-Passed-On";

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final RestClient client;

    Neighbours(JsonMapper json) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT).build());
        requests.setReadTimeout(ANSWER);
        this.client = RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters ->
                        converters.registerDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
                .build();
    }

    static boolean isPassedOn(HttpServletRequest request) {
        return request.getHeader(PASSED_ON) != null;
    }

    /** @throws NotYet if it does not answer, or has just lost what it is asked for */
    <T> Optional<T> get(URI instance, String path, HttpServletRequest asked, Class<T> answer) {
        return ask(client.get().uri(instance.resolve(path)), asked, answer);
    }

    /** @throws NotYet if it does not answer */
    <T> Optional<T> post(URI instance, String path, String yaml, HttpServletRequest asked, Class<T> answer) {
        return ask(
                client.post()
                        .uri(instance.resolve(path))
                        .contentType(MediaType.APPLICATION_YAML)
                        .body(yaml),
                asked,
                answer);
    }

    private static <T> Optional<T> ask(
            RestClient.RequestHeadersSpec<?> question, HttpServletRequest asked, Class<T> answer) {
        if (isPassedOn(asked)) {
            throw new NotYet(); // partitions are moving: passing it round and round finds nobody
        }
        String authorization = asked.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            question.header(HttpHeaders.AUTHORIZATION, authorization);
        }
        try {
            return Optional.ofNullable(
                    question.header(PASSED_ON, "true").retrieve().body(answer));
        } catch (HttpClientErrorException.NotFound e) {
            return Optional.empty();
        } catch (RestClientException e) {
            throw new NotYet();
        }
    }
}
