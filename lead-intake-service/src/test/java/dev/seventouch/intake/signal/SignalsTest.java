package dev.seventouch.intake.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.intake.body.JsonFields;
import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.LeadLog;
import dev.seventouch.intake.capture.LeadView;
import dev.seventouch.intake.capture.ViewUnreachable;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.intake.lead.LeadRules;
import dev.seventouch.intake.suppression.Ledger;
import dev.seventouch.intake.suppression.LedgerUnreachable;
import dev.seventouch.intake.suppression.Reason;
import dev.seventouch.service.web.BadRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which order a stop is kept, and what happens to it when something is away. */
class SignalsTest {
    private static final LeadId ADA = new LeadId("0".repeat(26));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final String TOUCH = "0f".repeat(16);

    private final List<String> story = new ArrayList<>();
    private final List<Signal> said = new ArrayList<>();
    private boolean ledgerIsAway;
    private boolean viewIsAway;

    @Test
    void a_stop_is_in_the_ledger_before_it_is_on_the_log() {
        signals().unsubscribe(ADA, null);

        assertThat(story).containsExactly("ledger", "log");
    }

    @Test
    void a_complaint_is_a_stop() {
        signals().report(ADA, JsonFields.of(Map.of("type", "complained")), NOON);

        assertThat(story).containsExactly("ledger", "log");
    }

    @Test
    void the_ledger_hears_of_stops_only() {
        signals().readyToBuy(ADA, null, null);

        assertThat(story).containsExactly("log");
    }

    @Test
    void with_the_ledger_away_the_stop_is_still_said_and_not_acknowledged() {
        ledgerIsAway = true;

        assertThatExceptionOfType(LedgerUnreachable.class)
                .isThrownBy(() -> signals().unsubscribe(ADA, null));
        assertThat(story).containsExactly("log at once");
        assertThat(said).singleElement().isInstanceOf(Signal.Unsubscribed.class);
    }

    @Test
    void with_the_view_away_a_stop_is_kept_and_other_signals_are_not() {
        viewIsAway = true;

        signals().report(ADA, JsonFields.of(Map.of("type", "unsubscribe")), NOON);
        assertThat(story).containsExactly("ledger", "log");
        assertThatExceptionOfType(ViewUnreachable.class)
                .isThrownBy(() -> signals().report(ADA, JsonFields.of(Map.of("type", "replied")), NOON));
        assertThat(said).hasSize(1);
    }

    @Test
    void what_another_system_saw_is_said_with_its_touch_its_link_and_its_instant() {
        report(Map.of("type", "opened", "touch", TOUCH));
        report(Map.of("type", "opened", "touch", TOUCH, "automatic", true, "at", "2026-03-01T11:00:00+01:00"));
        report(Map.of(
                "type", "clicked", "touch", TOUCH, "link", "https://example.com/a?b=c", "at", "2026-02-28T00:00:00Z"));

        TouchId touch = new TouchId(TOUCH);
        assertThat(said)
                .containsExactly(
                        new Signal.Opened(ADA, touch, Signal.Visitor.PERSON, NOON),
                        new Signal.Opened(ADA, touch, Signal.Visitor.SCANNER, Instant.parse("2026-03-01T10:00:00Z")),
                        new Signal.Clicked(
                                ADA,
                                touch,
                                "https://example.com/a?b=c",
                                Signal.Visitor.PERSON,
                                Instant.parse("2026-02-28T00:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    touch     |                              | touch: is missing
                    touch     | x                            | touch: is not the id
                    link      |                              | link: is missing
                    link      | /offer                       | link: must be an address such as https
                    link      | javascript:alert(1)          | link: must be an address such as https
                    link      | https://                     | link: must be an address such as https
                    link      | https://ada@example.com/     | link: names somebody
                    link      | https://example.com/?e=a%40b | link: names somebody
                    at        | 2026-03-01                   | at: must be an instant
                    at        | 2026-03-01T12:00:01Z         | at: must lie back
                    at        | 2025-01-01T00:00:00Z         | at: must lie back
                    automatic | yes                          | automatic: must be true or false
                    why       | so                           | why: is not a field here
                    """)
    void what_is_wrong_with_it_is_named(String field, String value, String problem) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "type", "clicked", "touch", TOUCH, "link", "https://example.com/", "at", "2026-03-01T11:00:00Z"));
        fields.put(field, value);

        assertThatExceptionOfType(BadRequest.class)
                .isThrownBy(() -> report(fields))
                .satisfies(refused -> assertThat(refused.problems())
                        .singleElement()
                        .satisfies(one ->
                                assertThat(one.field() + ": " + one.message()).startsWith(problem)));
        assertThat(said).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1, 5.1.1",
        "550 5.1.1 <ada@example.com>: user unknown, 5.1.1",
        "550 no mailbox of Ada Lovelace here, 550",
        "550, 550",
        "Ada Lovelace has moved, ",
        "192.0.2.7 said no, ",
        ", ",
    })
    void of_the_words_that_came_back_the_status_code_is_said(String why, String code) {
        Map<String, Object> fields = new HashMap<>(Map.of("type", "bounced", "permanent", true));
        fields.put("why", why);
        report(fields);

        assertThat(said).containsExactly(new Signal.Bounced(ADA, Medium.EMAIL, true, code, null, NOON));
    }

    private void report(Map<String, Object> fields) {
        signals().report(ADA, JsonFields.of(fields), NOON);
    }

    private Signals signals() {
        LeadLog leads = new LeadLog() {
            @Override
            public Set<LeadId> keepAll(List<LeadEvent.Captured> captured) {
                story.add("lead");
                return Set.of();
            }

            @Override
            public void sayAll(List<LeadEvent.Captured> captured) {
                story.add("leads");
            }

            @Override
            public void erase(LeadId lead) {}
        };
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Capture capture =
                new Capture(new LeadRules("DE"), new Identity("key"), new View(), leads, () -> NOON, null, meters);
        SignalLog log = new SignalLog() {
            @Override
            public void say(Signal signal) {
                story.add("log");
                said.add(signal);
            }

            @Override
            public void sayAtOnce(Signal signal) {
                story.add("log at once");
                said.add(signal);
            }
        };
        return new Signals(new View(), capture, new Entries(), log, () -> NOON, meters);
    }

    private final class View implements LeadView {
        @Override
        public Optional<LeadEvent.Captured> find(LeadId lead) {
            if (viewIsAway) {
                throw new ViewUnreachable(new IllegalStateException("away"));
            }
            return Optional.of(new LeadEvent.Captured(
                    new Lead(lead, Contact.ofEmail("a@example.com"), new Origin("api", null, null), null, null, null),
                    NOON));
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
    }

    private final class Entries implements Ledger {
        @Override
        public void forbid(LeadId lead, Set<Medium> media, Reason reason, Instant since) {
            if (ledgerIsAway) {
                throw new LedgerUnreachable(new IllegalStateException("away"));
            }
            story.add("ledger");
        }

        @Override
        public void forbidAll(Collection<Stop> stops) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void link(LeadId one, LeadId other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<LeadId> linkedWith(LeadId lead) {
            return Set.of();
        }

        @Override
        public void each(java.util.function.Consumer<Entry> reader) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Entry of(LeadId lead) {
            return new Entry(lead, List.of());
        }
    }
}
