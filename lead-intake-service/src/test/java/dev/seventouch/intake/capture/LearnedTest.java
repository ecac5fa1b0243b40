package dev.seventouch.intake.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent.Captured;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.Provenance;
import dev.seventouch.intake.capture.LeadView.Change;
import dev.seventouch.intake.capture.LeadView.Seen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LearnedTest {
    private static final LeadId ADA = new LeadId("0".repeat(26));
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** What one of two processes does next, or whoever follows the log. */
    enum Move {
        ONE_LOOKS,
        ONE_SAYS,
        ONE_FOLLOWS,
        OTHER_LOOKS,
        OTHER_SAYS,
        OTHER_FOLLOWS,
        LOG_IS_READ
    }

    @Property(tries = 20_000)
    void the_last_word_on_a_lead_has_all_that_two_processes_said_at_the_same_time(
            @ForAll @Size(max = 24) List<Move> moves) {
        Model model = new Model();
        Sender one = new Sender(model, "one");
        Sender other = new Sender(model, "other");
        for (Move move : moves) {
            switch (move) {
                case ONE_LOOKS -> one.look();
                case ONE_SAYS -> one.say();
                case ONE_FOLLOWS -> one.follow();
                case OTHER_LOOKS -> other.look();
                case OTHER_SAYS -> other.say();
                case OTHER_FOLLOWS -> other.follow();
                case LOG_IS_READ -> model.read();
            }
        }
        model.readAll();

        if (!model.log.isEmpty()) {
            assertThat(model.log.getLast().lead().attributes().keySet()).isEqualTo(model.facts);
            assertThat(model.known().lead()).isEqualTo(model.log.getLast().lead());
            assertThat(model.saidAgain).isLessThanOrEqualTo(model.facts.size());
        }
    }

    @Test
    void an_old_word_that_is_told_again_is_not_answered() {
        Captured first = captured(NOON, Map.of("a", "1"));
        Captured both = captured(NOON.plusMillis(1), Map.of("a", "1", "b", "2"));

        Learned again = Learned.of(List.of(new Change.Known(first)), Map.of(ADA, new Seen(both, 1)));

        assertThat(again.after()).containsEntry(ADA, both);
        assertThat(again.lacking()).isEmpty();
    }

    @Test
    void where_it_came_from_is_folded_and_said_again_if_the_last_word_lacks_some_of_it() {
        Provenance fair = new Provenance("fair", "import", NOON);
        Provenance form = new Provenance("website", "form", NOON.plusMillis(1));
        Captured one = captured(NOON, Map.of("a", "1")).with(List.of(fair));
        Captured other = captured(NOON.plusMillis(1), Map.of("a", "1")).with(List.of(form));

        Learned both = Learned.of(List.of(new Change.Known(other)), Map.of(ADA, new Seen(one, 1)));

        assertThat(both.after().get(ADA).origins()).containsExactly(fair, form);
        assertThat(both.lacking()).containsExactly(ADA);
        Captured all = other.with(List.of(fair, form));
        assertThat(Learned.of(List.of(new Change.Known(all)), Map.of(ADA, new Seen(one, 1)))
                        .lacking())
                .isEmpty();
    }

    @Test
    void of_older_events_it_is_known_where_it_came_from_last() {
        Captured old = captured(NOON, Map.of());
        Provenance form = new Provenance("website", "form", NOON.plusMillis(1));
        Captured newer = captured(NOON.plusMillis(1), Map.of()).with(List.of(form));

        Learned both = Learned.of(List.of(new Change.Known(newer)), Map.of(ADA, new Seen(old, 1)));

        assertThat(both.after().get(ADA).origins()).containsExactly(new Provenance("api", null, NOON), form);
        Captured later = captured(NOON.plusMillis(2), Map.of());
        assertThat(Learned.of(List.of(new Change.Known(later)), Map.of(ADA, new Seen(old, 1)))
                        .after())
                .containsEntry(ADA, later);
    }

    @Test
    void as_many_attributes_are_kept_as_of_one_capture_however_many_come_one_after_the_other() {
        Map<LeadId, Seen> known = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            Map<String, String> attributes = new HashMap<>();
            for (int n = 0; n < Bounds.MOST_ATTRIBUTES; n++) {
                attributes.put(i + "." + n, "x");
            }
            Captured said = captured(NOON.plusMillis(i), attributes);
            Learned learned = Learned.of(List.of(new Change.Known(said)), known);
            assertThat(learned.after()).containsEntry(ADA, said);
            assertThat(learned.lacking()).isEmpty();
            known.put(ADA, new Seen(said, i));
        }
    }

    private static Captured captured(Instant at, Map<String, String> attributes) {
        return captured(NOON, at, attributes);
    }

    private static Captured captured(Instant first, Instant at, Map<String, String> attributes) {
        Contact contact = Contact.ofEmail("ada@example.com");
        Lead lead = new Lead(ADA, contact, new Origin("api", null, null), null, null, attributes);
        return new Captured(lead, at, first, at, null);
    }

    /** A topic, its view, and who keeps the view from it. */
    private static final class Model {
        private final List<Captured> log = new ArrayList<>();
        private final Set<String> facts = new HashSet<>();
        private @Nullable Seen view;
        private int read;
        private int ticks;
        private int saidAgain;

        private Instant now() {
            return NOON.plusMillis(ticks++);
        }

        private Captured known() {
            return Objects.requireNonNull(view).captured();
        }

        private void set(Captured captured) {
            view = new Seen(captured, view == null ? 0 : view.revision() + 1);
        }

        private void readAll() {
            while (read < log.size()) {
                read();
            }
        }

        private void read() {
            if (read == log.size()) {
                return;
            }
            Learned learned =
                    Learned.of(List.of(new Change.Known(log.get(read++))), view == null ? Map.of() : Map.of(ADA, view));
            Captured after = learned.after().get(ADA);
            if (view == null || !view.captured().equals(after)) {
                set(after);
            }
            if (!learned.lacking().isEmpty()) {
                saidAgain++;
                Captured all = captured(known().first(), now(), known().lead().attributes());
                log.add(all);
                set(all);
            }
        }
    }

    /** A process that has something new to say of the lead, again and again. */
    private static final class Sender {
        private final Model model;
        private final String name;
        private @Nullable Seen seen;
        private @Nullable Instant looked;
        private @Nullable Captured said;
        private int times;

        private Sender(Model model, String name) {
            this.model = model;
            this.name = name;
        }

        private void look() {
            looked = model.now();
            seen = model.view;
            said = null;
        }

        private void say() {
            if (looked == null) {
                return;
            }
            Map<String, String> attributes = new HashMap<>();
            Instant at = looked;
            if (seen != null) {
                attributes.putAll(seen.captured().lead().attributes());
                at = seen.captured().at().isAfter(at) ? seen.captured().at().plusMillis(1) : at;
            }
            String fact = name + times++;
            attributes.put(fact, "known");
            model.facts.add(fact);
            said = captured(seen == null ? at : seen.captured().first(), at, attributes);
            model.log.add(said);
            looked = null;
        }

        private void follow() {
            if (said != null && Objects.equals(seen, model.view)) {
                model.set(said);
                said = null;
            }
        }
    }
}
