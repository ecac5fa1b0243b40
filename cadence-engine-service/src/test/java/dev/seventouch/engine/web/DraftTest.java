package dev.seventouch.engine.web;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seventouch.engine.definition.Published;
import dev.seventouch.events.template.TemplateEvent;
import dev.seventouch.service.web.BadRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final String YAML = """
            id: plan
            time: { fallback: Europe/Berlin }
            steps:
              - { key: one, email: library-item, reason: they asked }
            then:
              - { every: 90d, email: { from: library } }
            """;

    @Test
    void a_template_that_frames_an_item_is_refused_where_there_is_none() {
        Published published = new Published();
        Draft.of(YAML, "plan", published);
        published.add(new TemplateEvent.Published("library-item", 1, "---\nneeds: item\n---\n", Instant.EPOCH));
        assertThatThrownBy(() -> Draft.of(YAML, "plan", published))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("line 4, column 24")
                .hasMessageContaining("write { from: library, template: library-item }");
    }
}
