package dev.seventouch.intake.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.intake.capture.LeadView;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationsTest {
    private static final LeadId ADA = new LeadId("0".repeat(26));
    private static final Instant CAPTURED = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"P14D, true, false", "P14DT1S, true, true", "P99D, false, false"})
    void a_link_to_confirm_works_for_a_while_and_for_ever_once_it_was_used(
            Duration later, boolean waits, boolean tooLate) {
        LeadView view = new LeadView() {
            @Override
            public Optional<LeadEvent.Captured> find(LeadId lead) {
                return Optional.of(new LeadEvent.Captured(
                        new Lead(lead, Contact.ofEmail("a@b.c"), new Origin("x", null, null), null, null, Map.of()),
                        CAPTURED,
                        CAPTURED,
                        CAPTURED,
                        waits));
            }

            @Override
            public Map<LeadId, Seen> findAll(Collection<LeadId> leads) {
                return Map.of();
            }

            @Override
            public void follow(Collection<LeadEvent.Captured> said, Map<LeadId, Seen> before) {}

            @Override
            public Set<LeadId> take(List<Change> changes) {
                return Set.of();
            }
        };
        assertThat(new Confirmations(view, () -> CAPTURED.plus(later), Duration.ofDays(14)).isTooLate(ADA))
                .isEqualTo(tooLate);
    }
}
