package dev.seventouch.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.enrollment.Enrollments;
import dev.seventouch.engine.enrollment.NotYet;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.json.JsonMapper;

class EngineAdviceTest {
    /** As an instance that is starting answers whatever it is asked. */
    private static final Enrollments STARTING = (Enrollments) Proxy.newProxyInstance(
            Enrollments.class.getClassLoader(), new Class<?>[] {Enrollments.class}, (_, _, _) -> {
                throw new NotYet();
            });

    @Test
    void whoever_asks_while_the_engine_starts_is_told_to_ask_again() throws Exception {
        Published published = new Published();
        Publishing publishing = new Publishing(
                published, STARTING, new Neighbours(JsonMapper.shared()), InstantSource.fixed(Instant.EPOCH));
        MockMvcTester mvc = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new CadenceController(
                        published,
                        (_, _, _) -> {
                            throw new AssertionError("nothing is published unseen");
                        },
                        publishing))
                .setControllerAdvice(
                        BeanUtils.instantiateClass(Class.forName("dev.seventouch.service.web.ProblemAdvice")),
                        new EngineAdvice())
                .build());

        assertThat(mvc.put()
                        .uri("/api/v1/cadences/event-invitation")
                        .contentType(MediaType.APPLICATION_YAML)
                        .content(Files.readString(Path.of("..", "campaigns", "event-invitation.yaml"))
                                .replaceFirst("(?m)^customers: .*\\n", "")))
                .hasStatus(503)
                .hasHeader("Retry-After", "2");
    }
}
