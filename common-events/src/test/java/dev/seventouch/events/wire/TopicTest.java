package dev.seventouch.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.LeadEvent;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"lead.teleported\"}                        | lead.teleported",
                "{\"type\":\"lead.captured\",\"at\":\"2026-11-02T08:30:00Z\"} | \"lead\" is missing",
                "{\"type\":\"lead.captured\",\"at\":\"yesterday\"}     | at",
                "{\"type\":\"lead.captured\",\"type\":\"lead.captured\"} | Duplicate",
                "[]                                                    | type",
                "null                                                  | null",
                "{                                                     | end-of-input",
            })
    void what_cannot_be_read_says_why(String json, String why) {
        assertThat(Topics.LEADS.decode(json.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Decoded.Unreadable.class,
                        unreadable -> assertThat(unreadable.why()).containsIgnoringCase(why));
    }

    @Test
    void the_reason_never_repeats_a_value() {
        String json = "{\"type\":\"lead.captured\",\"lead\":{\"id\":\"ada@example.com\"}}";
        assertThat(Topics.LEADS.decode(json.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Decoded.Unreadable.class,
                        unreadable -> assertThat(unreadable.why()).doesNotContain("ada@"));
    }

    @Test
    void nor_what_the_parser_stumbled_over() {
        assertThat(Topics.LEADS.decode("adas-secret".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Decoded.Unreadable.class,
                        unreadable -> assertThat(unreadable.why())
                                .doesNotContain("ada")
                                .contains("line 1"));
    }

    @Property(tries = 500)
    void no_bytes_are_too_strange(@ForAll byte[] bytes) {
        assertThat(Topics.SIGNALS.decode(bytes)).isInstanceOf(Decoded.Unreadable.class);
    }

    @Test
    void a_newer_field_is_passed_over() {
        LeadEvent event = (LeadEvent) Samples.ALL.getFirst().event();
        String json = new String(Topics.LEADS.encode(event), UTF_8).replaceFirst("\\{", "{\"shoeSize\":42,");
        assertThat(Topics.LEADS.decode(json.getBytes(UTF_8))).isEqualTo(new Decoded.Readable<>(event));
    }

    @Test
    void headers_are_cloud_events() {
        LeadEvent event = (LeadEvent) Samples.ALL.getFirst().event();
        assertThat(Topics.LEADS.headersOf(event, "/intake"))
                .extracting(Header::key)
                .containsExactlyInAnyOrder(
                        "ce_specversion", "ce_id", "ce_source", "ce_type", "ce_time", "content-type");
    }

    @Test
    void what_is_about_a_lead_is_keyed_by_the_lead_and_spread_alike() {
        assertThat(Topics.ALL)
                .filteredOn(topic -> topic.partitions() != 1)
                .hasSize(6)
                .allSatisfy(topic -> assertThat(topic.partitions()).isEqualTo(Topics.PARTITIONS));
    }
}
