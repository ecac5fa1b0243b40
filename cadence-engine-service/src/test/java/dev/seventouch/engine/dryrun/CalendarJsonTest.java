package dev.seventouch.engine.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.seventouch.events.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarJsonTest {
    @TempDir
    Path directory;

    private Object read(String path, String script) throws IOException {
        return JsonPath.read(
                Json.conventions()
                        .build()
                        .writeValueAsString(CalendarJson.of(
                                Played.calendar(directory, "2026-11-06T10:00", "2026-11-20T00:00", script))),
                path);
    }

    @Test
    void it_tells_what_was_played() throws IOException {
        assertThat(read("$", ""))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("cadence", "plan")
                .containsEntry("version", 1)
                .containsEntry("zone", "Europe/Berlin")
                .containsEntry("from", "2026-11-06T09:00:00Z")
                .containsEntry("to", "2026-11-19T23:00:00Z")
                .containsEntry("complete", true)
                .containsEntry("counts", Map.of("email", 2, "call", 1))
                .containsKeys("lead", "lines");
    }

    @Test
    void a_touch_has_all_that_explains_it() throws IOException {
        Map<String, Object> call = (Map<String, Object>) read("$.lines[1]", "");
        assertThat(call)
                .containsEntry("kind", "touch")
                .containsEntry("step", "call")
                .containsEntry("occurrence", 1)
                .containsEntry("channel", "call")
                .containsEntry("to", "lead")
                .containsEntry("attempt", 1)
                .containsEntry("reason", "a voice answers more")
                .containsEntry("time", "1d after welcome")
                .containsEntry("moved", Map.of("from", "2026-11-07", "why", "within contact hours"))
                .containsEntry("choice", "as the plan says");
        assertThat((String) call.get("touch")).hasSize(32);
        assertThat((String) call.get("at")).startsWith("2026-11-09T").endsWith("Z");
        assertThat((String) call.get("local")).startsWith("2026-11-09T");
        assertThat((Map<String, Object>) call.get("content")).containsEntry("minutes", 5);
    }

    @Test
    void every_kind_of_line_is_named() throws IOException {
        List<String> kinds = (List<String>) read("$.lines[*].kind", "- { after: 8d, signal: complained }");
        assertThat(kinds).containsExactly("touch", "touch", "passed-over", "touch", "told", "ended");
        assertThat(read("$.lines[2].why", "- { after: 8d, signal: complained }"))
                .isEqualTo("it is not for this lead: value is not >= 5000");
        assertThat(read("$.lines[4].words", "- { after: 8d, signal: complained }"))
                .isEqualTo("complained");
        assertThat(read("$.lines[5].ending", "- { after: 8d, signal: complained }"))
                .isEqualTo("stopped");
    }
}
