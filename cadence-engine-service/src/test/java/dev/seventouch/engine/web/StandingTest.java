package dev.seventouch.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.definition.Campaigns;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Evolution;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.engine.enrollment.Pace;
import dev.seventouch.engine.enrollment.Past.Outcome;
import dev.seventouch.engine.simulation.SampleLead;
import dev.seventouch.engine.simulation.Scenario;
import dev.seventouch.engine.simulation.Simulation;
import dev.seventouch.engine.simulation.World;
import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.wire.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is told of where a lead stands. */
class StandingTest {
    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    private static final JsonMapper JSON = Json.conventions().build();
    private static final World WORLD = world();
    private static final Lead LEAD = SampleLead.of(WORLD.tried());

    private static World world() {
        Campaigns campaigns = Campaigns.in(Path.of("..", "campaigns"));
        Published published = new Published();
        campaigns
                .cadences()
                .forEach(file -> published.add(new CadenceEvent.Published(file.id(), 1, file.yaml(), null, START)));
        campaigns.items().forEach(published::add);
        return new World(published, published.newest("website-enquiry").orElseThrow());
    }

    private static Standing after(Duration time) {
        Instant now = START.plus(time);
        return new Standing.Teller(WORLD, () -> now)
                .tell(Simulation.run(WORLD, new Scenario(LEAD, START, now)).end());
    }

    @Test
    void it_tells_why_what_comes_next_is_then_and_is_that() {
        Standing.Next next = after(Duration.ofDays(3)).next();
        assertThat(next.step()).isEqualTo("useful-1");
        assertThat(next.plan()).isEqualTo("3d after intro-call");
        assertThat(next.why()).isEqualTo("as planned");
        assertThat(next.content()).startsWith("item:");
        assertThat(next.choice()).startsWith("best of ").contains(" on law, market");
        assertThat(next.reason()).isNotBlank();
    }

    @Test
    void it_tells_what_the_lead_has_had_and_what_became_of_it() {
        Standing standing = after(Duration.ofDays(3));
        assertThat(standing.history()).extracting(Standing.Past::step).containsExactly("welcome", "intro-call");
        assertThat(standing.history().getFirst())
                .isEqualTo(new Standing.Past(
                        "welcome", 1, Channel.EMAIL, "template:welcome", START, START, Outcome.HANDED_OVER, null));
    }

    @Test
    void however_long_it_is_followed_up_the_latest_are_told() {
        Standing standing = after(Duration.ofDays(6 * 365));
        assertThat(standing.history())
                .hasSize(20)
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(standing.history().getLast().step()).isEqualTo("later");
    }

    @Test
    void what_is_on_its_way_is_told_with_why_too() {
        Enrollment flying = wokenAfter(new Input.Captured(new LeadEvent.Captured(LEAD, START)));
        Standing standing = new Standing.Teller(WORLD, () -> START).tell(flying);
        assertThat(standing.next().inFlight()).isTrue();
        assertThat(standing.next().plan()).isEqualTo("at once");
        assertThat(standing.next().choice()).isEqualTo("as the plan says");
        assertThat(standing.history()).isEmpty();
    }

    @Test
    void what_failed_is_told_with_why() {
        Enrollment flying = wokenAfter(new Input.Captured(new LeadEvent.Captured(LEAD, START)));
        TouchEvent.Due due = (TouchEvent.Due) touched;
        Enrollment failed = apply(
                flying,
                new Input.Answered(new TouchOutcome.Failed(
                        due.touch(), dev.seventouch.events.outcome.Fault.CONTENT, "x".repeat(300), START)));
        assertThat(new Standing.Teller(WORLD, () -> START).tell(failed).history())
                .singleElement()
                .satisfies(past -> {
                    assertThat(past.outcome()).isEqualTo(Outcome.FAILED);
                    assertThat(past.words()).hasSize(100);
                });
    }

    @Test
    void it_is_passed_on_whole_from_one_instance_to_another() {
        Standing standing = after(Duration.ofDays(30));
        String told = JSON.writeValueAsString(standing);
        assertThat(JSON.writeValueAsString(JSON.readValue(told, Standing.class)))
                .isEqualTo(told);
        ObjectNode earlier = (ObjectNode) JSON.readTree(told);
        earlier.remove("history");
        assertThat(JSON.treeToValue(earlier, Standing.class).history()).isEmpty();
    }

    private TouchEvent touched;

    private Enrollment wokenAfter(Input input) {
        return apply(apply(null, input), new Input.Woken());
    }

    private Enrollment apply(Enrollment before, Input input) {
        Enrollment after = before;
        for (Decision decision : new FollowUp(WORLD, Pace.USUAL).decide(before, input, START)) {
            after = Evolution.apply(after, decision);
            if (decision instanceof Decision.Touched(var _, var due, var _)) {
                touched = due;
            }
        }
        return after;
    }
}
