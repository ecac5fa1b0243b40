package dev.seventouch.engine.dryrun;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.simulation.Calendar;
import dev.seventouch.engine.simulation.Line;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarIcsTest {
    @TempDir
    Path directory;

    private Calendar played;
    private String written;

    @BeforeEach
    void write() throws IOException {
        played = Played.calendar(directory, "2026-11-06T10:00", "2027-06-20T00:00", """
                - { step: useful, outcome: deferred, for: 2d }
                """);
        written = CalendarIcs.of(played);
    }

    private List<VEvent> events() throws Exception {
        net.fortuna.ical4j.model.Calendar read = new CalendarBuilder().build(new StringReader(written));
        assertThat(read.validate().getEntries()).isEmpty();
        return read.getComponents("VEVENT");
    }

    private static String value(VEvent event, String name) {
        return event.<Property>getProperty(name).orElseThrow().getValue();
    }

    @Test
    void each_touch_is_an_event_that_others_can_read() throws Exception {
        List<Line.Touched> touches = played.touches().toList();
        List<VEvent> events = events();
        assertThat(events).hasSameSizeAs(touches);
        for (int i = 0; i < events.size(); i++) {
            assertThat(Instant.from(((net.fortuna.ical4j.model.property.DtStart<?>)
                                    events.get(i).getProperty("DTSTART").orElseThrow())
                            .getDate()))
                    .isEqualTo(touches.get(i).at());
            assertThat(value(events.get(i), "UID"))
                    .startsWith(touches.get(i).due().touch().id().value())
                    .endsWith("@seventouch");
            assertThat(value(events.get(i), "DTSTAMP")).isEqualTo("20261106T090000Z");
        }
        assertThat(events.stream().map(event -> value(event, "UID"))).doesNotHaveDuplicates();
    }

    @Test
    void words_come_back_as_they_were_whatever_is_in_them() throws Exception {
        VEvent call = events().get(1);
        assertThat(value(call, "SUMMARY"))
                .isEqualTo("call: Ask; then listen, and write \\ down what they say about the roof.");
        assertThat(value(call, "DESCRIPTION"))
                .isEqualTo("a voice answers more\n\ncall: 1d after welcome\nas the plan says");
        assertThat(value(call, "CATEGORIES")).isEqualTo("call");
        assertThat(value(call, "TRANSP")).isEqualTo("OPAQUE");
        assertThat(((net.fortuna.ical4j.model.property.Duration)
                                call.getProperty("DURATION").orElseThrow())
                        .getDuration())
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(value(events().get(0), "TRANSP")).isEqualTo("TRANSPARENT");
    }

    @Test
    void no_line_is_longer_than_75_octets_and_every_line_ends_as_it_should() {
        assertThat(written).endsWith("END:VCALENDAR\r\n").doesNotContainPattern("[^\r]\n");
        assertThat(written.split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(written).contains("\r\n ");
    }

    @Test
    void a_long_line_is_folded_between_characters() {
        assertThat(CalendarIcs.folded("a".repeat(75))).isEqualTo("a".repeat(75));
        assertThat(CalendarIcs.folded("a".repeat(200)))
                .isEqualTo("a".repeat(75) + "\r\n " + "a".repeat(74) + "\r\n " + "a".repeat(51));
        assertThat(CalendarIcs.folded("\uD83D\uDE00".repeat(20)).split("\r\n"))
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75))
                .containsExactly("\uD83D\uDE00".repeat(18), " " + "\uD83D\uDE00".repeat(2));
    }

    @Test
    void the_same_calendar_is_the_same_bytes() throws IOException {
        String first = written;
        write();
        assertThat(written).isEqualTo(first);
    }

    @Test
    void what_has_a_meaning_in_icalendar_is_escaped() {
        assertThat(CalendarIcs.escaped("a\\b;c,d\r\ne\nf\tg")).isEqualTo("a\\\\b\\;c\\,d\\ne\\nf g");
    }
}
