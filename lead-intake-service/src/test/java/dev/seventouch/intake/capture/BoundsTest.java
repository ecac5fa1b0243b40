package dev.seventouch.intake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class BoundsTest {

    @Test
    void the_attributes_learned_last_are_kept_and_notes_are_not_washed_away() {
        SequencedMap<String, String> learned = new LinkedHashMap<>();
        learned.put("notes", "calls back");
        for (int i = 0; i < 300; i++) {
            learned.put("a" + i, "v");
        }
        Lead lead = new Lead(
                new LeadId("0".repeat(26)),
                Contact.ofEmail("a@example.com"),
                new Origin("api", null, null),
                null,
                null,
                learned);

        assertThat(Bounds.on(lead).attributes())
                .hasSize(Bounds.MOST_ATTRIBUTES)
                .containsEntry("notes", "calls back")
                .containsKeys("a299", "a101")
                .doesNotContainKey("a100");
    }
}
