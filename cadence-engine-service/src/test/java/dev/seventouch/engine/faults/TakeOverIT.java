package dev.seventouch.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.faults.Touches.Seen;
import dev.seventouch.events.lead.LeadId;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TakeOverIT {
    private static final int PER_SECOND = 100;
    private static final Duration TO_TAKE_OVER = Duration.ofMinutes(2);
    /** For what comes twice, were it to come. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(3);

    @Test
    void when_one_of_two_is_killed_every_lead_has_one_first_touch() throws Exception {
        try (House house = House.open("take-over", Plans.TWO_MAILS);
                Group group = new Group(house.broker());
                Touches touches = new Touches(house.broker());
                Captures captures = new Captures(house)) {
            List<Engine> two = twoEngines(house, group);
            Engine killed = two.getFirst();

            captures.flow(PER_SECOND);
            touches.readUntil(
                    "leads are touched", TO_TAKE_OVER, () -> touches.seen().size() >= 5 * PER_SECOND);
            eitherTellsOfAll(two, touches);
            Duration usual = longestWait(touches);
            killed.kill();
            touches.readUntil(
                    "the other has taken over, and has caught up",
                    TO_TAKE_OVER,
                    () -> group.isSharedBy(Set.of("engine-2"))
                            && touches.seen().size() >= captures.count() - PER_SECOND);
            captures.stop();

            eachOnce(touches, captures.count());
            System.out.printf(
                    Locale.ROOT,
                    "%d leads; a first touch waited at most %.1f s, and %.2f s before an instance was killed%n",
                    captures.count(),
                    longestWait(touches).toMillis() / 1e3,
                    usual.toMillis() / 1e3);
        }
    }

    @Test
    void who_came_in_before_anybody_had_read_a_partition_is_not_passed_over() throws Exception {
        try (House house = House.open("take-over-from-the-beginning", Plans.TWO_MAILS);
                Group group = new Group(house.broker());
                Touches touches = new Touches(house.broker());
                Captures captures = new Captures(house)) {
            Engine killed = twoEngines(house, group).getFirst();

            killed.kill();
            for (int i = 0; i < PER_SECOND; i++) {
                captures.capture();
            }
            captures.stop();

            eachOnce(touches, captures.count());
        }
    }

    private static List<Engine> twoEngines(House house, Group group) {
        List<Engine> two = List.of(house.engine("engine-1"), house.engine("engine-2"));
        two.forEach(Engine::start);
        two.forEach(Engine::awaitUp);
        group.awaitSharedBy(Set.of("engine-1", "engine-2"), TO_TAKE_OVER);
        return two;
    }

    /** Each has about half of the leads, and asks the other about the rest. */
    private static void eitherTellsOfAll(List<Engine> two, Touches touches) throws IOException {
        List<LeadId> some = touches.seen().stream()
                .map(seen -> seen.due().touch().lead())
                .limit(40)
                .toList();
        for (LeadId lead : some) {
            List<JsonNode> told =
                    two.stream().map(engine -> engine.standingOf(lead)).toList();
            assertThat(told.getFirst().path("state").asString()).isEqualTo("active");
            assertThat(told.getLast()).isEqualTo(told.getFirst());
        }
        int enrolled = touches.seen().size();
        for (Engine engine : two) {
            HttpResponse<String> undecided = engine.publish("two-mails", Plans.TWO_MAILS + "\n# another version\n");
            assertThat(undecided.statusCode()).as(undecided.body()).isEqualTo(409);
            assertThat(JsonMapper.shared()
                            .readTree(undecided.body())
                            .path("affected")
                            .path("enrolled")
                            .asInt())
                    .isGreaterThanOrEqualTo(enrolled);
        }
    }

    private static void eachOnce(Touches touches, int leads) {
        touches.readUntil("all are touched", TO_TAKE_OVER, () -> touches.seen().size() >= leads);
        touches.readOnFor(AFTERWARDS);
        assertThat(touches.twice()).as("attempts that were made twice").isEmpty();
        assertThat(touches.leads()).isEqualTo(Leads.ids(leads));
        assertThat(touches.seen()).hasSize(leads);
    }

    /** From a capture to its first touch. */
    private static Duration longestWait(Touches touches) {
        return touches.seen().stream()
                .map(TakeOverIT::waited)
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static Duration waited(Seen seen) {
        return Duration.between(seen.due().dueAt(), seen.readAt());
    }
}
