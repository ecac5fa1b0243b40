package dev.seventouch.engine.enrollment;

import static dev.seventouch.engine.enrollment.Journey.ADA;
import static dev.seventouch.engine.enrollment.Journey.ADA_ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole decision table: what follows in every state from everything an enrollment can be told. */
class DecisionTableTest {
    private static final Instant NOW = Journey.MONDAY_9AM.plus(Duration.ofHours(1));
    private static final EnrollmentId ENROLLMENT = EnrollmentId.of(ADA_ID, "plan", 1);
    private static final TouchRef WELCOME =
            TouchRef.of(ADA_ID, ENROLLMENT, "welcome", 1, Channel.EMAIL, "template:welcome");
    private static final TouchRef REQUEST = TouchRef.of(ADA_ID, ENROLLMENT, "confirm", 1, Channel.EMAIL, null);
    private static final TouchRef CALL = TouchRef.of(ADA_ID, ENROLLMENT, "call", 1, Channel.CALL, null);
    private static final List<String> STATES = List.of(
            "unknown",
            "unplaced",
            "unconfirmed",
            "in flight",
            "planned",
            "held",
            "stopped",
            "ready",
            "converted",
            "undeliverable",
            "not confirmed");

    /** A row an input; a column a state, in the order of {@link #STATES}; in each cell the decisions, or a hyphen. */
    private static final String TABLE = """
            auto-replied         | -              | -                                | -                                | -                                | -                                   | -                                   | -                                | -                  | -                                | -                                | -
            call completed       | -              | -                                | -                                | Reached Noted Done               | Reached Noted Done Planned          | Reached Noted Done Planned          | Reached                          | Reached            | Reached                          | Reached                          | Reached
            call deferred        | -              | -                                | -                                | -                                | Planned                             | Planned                             | -                                | -                  | -                                | -                                | -
            call failed          | -              | -                                | -                                | Done                             | Done Planned                        | Done Planned                        | -                                | -                  | -                                | -                                | -
            call fails for now   | -              | -                                | -                                | Done CameBack                    | Done CameBack Planned               | Done CameBack Planned               | -                                | -                  | -                                | -                                | -
            call handed over     | -              | -                                | -                                | Reached Done                     | Reached Done Planned                | Reached Done Planned                | Reached                          | Reached            | Reached                          | Reached                          | Reached
            call has no number   | -              | -                                | -                                | Done Closed ErrandAdded          | Done Closed ErrandAdded Planned     | Done Closed ErrandAdded Planned     | -                                | -                  | -                                | -                                | -
            call skipped         | -              | -                                | -                                | Done                             | Done Planned                        | Done Planned                        | -                                | -                  | -                                | -                                | -
            captured             | Started        | Started                          | Started                          | -                                | -                                   | -                                   | -                                | -                  | -                                | -                                | Started
            captured, same as    | -              | Finished                         | Finished                         | Finished                         | Finished                            | Finished                            | -                                | -                  | -                                | -                                | -
            captured, to confirm | AskedToConfirm | AskedToConfirm                   | -                                | -                                | -                                   | -                                   | -                                | -                  | -                                | -                                | AskedToConfirm
            clicked              | -              | -                                | -                                | Interested                       | Interested                          | Interested                          | -                                | -                  | -                                | -                                | -
            complained           | -              | Finished Closed                  | Finished Closed                  | Finished Closed                  | Finished Closed                     | Finished Closed                     | -                                | Finished Closed    | Finished Closed                  | Finished Closed                  | Finished Closed
            confirmed            | -              | -                                | Started                          | -                                | -                                   | -                                   | -                                | -                  | -                                | -                                | -
            conversed            | -              | -                                | -                                | Reached Held                     | Reached Held Planned                | Reached Held Planned                | -                                | -                  | -                                | -                                | -
            converted            | -              | Finished                         | Finished                         | Finished                         | Finished                            | Finished                            | -                                | Finished           | -                                | -                                | -
            hard bounce          | -              | Closed ErrandAdded               | Closed                           | Closed ErrandAdded               | Closed ErrandAdded                  | Closed ErrandAdded                  | Closed                           | Closed ErrandAdded | Closed                           | -                                | Closed
            less often           | -              | Wished                           | Wished                           | Wished                           | Wished Planned                      | Wished Planned                      | Wished                           | Wished             | Wished                           | Wished                           | Wished
            next step agreed     | -              | ErrandAdded                      | ErrandAdded                      | Reached ErrandAdded Held         | Reached ErrandAdded Held Planned    | Reached ErrandAdded Held Planned    | -                                | ErrandAdded        | ErrandAdded                      | ErrandAdded                      | ErrandAdded
            no more calls        | -              | Closed                           | Closed                           | Closed                           | Closed                              | Closed                              | -                                | Closed             | Closed                           | Closed                           | Closed
            opened               | -              | -                                | -                                | Interested                       | Interested                          | Interested                          | -                                | -                  | -                                | -                                | -
            paused               | -              | -                                | -                                | Held                             | Held Planned                        | Held Planned                        | -                                | -                  | -                                | -                                | -
            prefers email        | -              | Wished                           | Wished                           | Wished                           | Wished                              | Wished                              | Wished                           | Wished             | Wished                           | Wished                           | Wished
            queued               | -              | -                                | -                                | -                                | Planned                             | Planned                             | -                                | -                  | -                                | -                                | -
            ready to buy         | -              | Finished ErrandAdded ErrandAdded | Finished ErrandAdded ErrandAdded | Finished ErrandAdded ErrandAdded | Finished ErrandAdded ErrandAdded    | Finished ErrandAdded ErrandAdded    | Finished ErrandAdded ErrandAdded | -                  | Finished ErrandAdded ErrandAdded | Finished ErrandAdded ErrandAdded | Finished ErrandAdded ErrandAdded
            replied              | -              | ErrandAdded                      | ErrandAdded                      | ErrandAdded Held Interested      | ErrandAdded Held Planned Interested | ErrandAdded Held Planned Interested | -                                | ErrandAdded        | ErrandAdded                      | ErrandAdded                      | ErrandAdded
            republished          | -              | -                                | -                                | -                                | -                                   | -                                   | -                                | -                  | -                                | -                                | -
            request deferred     | -              | -                                | Planned                          | -                                | -                                   | -                                   | -                                | -                  | -                                | -                                | -
            request failed       | -              | -                                | Finished                         | -                                | -                                   | -                                   | -                                | -                  | -                                | -                                | -
            request handed over  | -              | -                                | Done                             | -                                | -                                   | -                                   | -                                | -                  | -                                | -                                | -
            resumed              | -              | -                                | -                                | Held                             | Held Planned                        | Held Planned                        | -                                | -                  | -                                | -                                | -
            soft bounce          | -              | CameBack                         | CameBack                         | CameBack                         | CameBack                            | CameBack                            | CameBack                         | CameBack           | CameBack                         | CameBack                         | CameBack
            unsubscribed         | -              | Finished Closed                  | Finished Closed                  | Finished Closed                  | Finished Closed                     | Finished Closed                     | -                                | Finished Closed    | Finished Closed                  | Finished Closed                  | Finished Closed
            welcome handed over  | -              | -                                | -                                | Reached Done Planned             | -                                   | -                                   | -                                | -                  | -                                | -                                | Reached
            woken                | -              | Started                          | Planned                          | -                                | -                                   | -                                   | -                                | -                  | -                                | -                                | -
            """;

    private static final Map<String, Input> INPUTS = inputs();

    record Cell(String input, String state, String expected) {
        @Override
        public String toString() {
            return state + ", " + input + ": " + expected;
        }
    }

    static Stream<Cell> cells() {
        return TABLE.lines().flatMap(line -> {
            List<String> columns =
                    Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return Stream.iterate(0, i -> i < STATES.size(), i -> i + 1)
                    .map(i -> new Cell(columns.getFirst(), STATES.get(i), columns.get(i + 1)));
        });
    }

    @ParameterizedTest
    @MethodSource("cells")
    void decides(Cell cell) {
        Enrollment before = state(cell.state());
        List<Decision> decisions =
                new FollowUp(Journey.CATALOGUE, Pace.USUAL).decide(before, INPUTS.get(cell.input()), NOW);
        String decided = decisions.stream()
                // Told of every outcome, whatever follows from it.
                .filter(decision -> !(decision instanceof Decision.Recorded))
                .map(decision -> decision.getClass().getSimpleName())
                .collect(Collectors.joining(" "));
        assertThat(decided.isEmpty() ? "-" : decided).isEqualTo(cell.expected());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void what_became_of_a_touch_is_recorded_wherever_the_lead_stands(Cell cell) {
        Enrollment before = state(cell.state());
        if (before == null || !(INPUTS.get(cell.input()) instanceof Input.Answered answered)) {
            return;
        }
        Optional<Past> told = Past.of(answered.outcome());
        if (told.isEmpty()) {
            return;
        }
        Enrollment after = before;
        for (Decision decision : new FollowUp(Journey.CATALOGUE, Pace.USUAL).decide(before, answered, NOW)) {
            after = Evolution.apply(after, decision);
        }
        assertThat(after.history().past())
                .filteredOn(past -> past.id().equals(answered.outcome().touch().id()))
                .extracting(Past::outcome)
                .containsExactly(told.get().outcome());
    }

    /** A signal or an outcome that is added to its family has to be added here. */
    @Test
    void no_input_is_left_out() {
        Set<Class<?>> told = INPUTS.values().stream()
                .map(input -> switch (input) {
                    case Input.Captured captured -> captured.event().getClass();
                    case Input.Signalled signalled -> signalled.signal().getClass();
                    case Input.Answered answered -> answered.outcome().getClass();
                    case Input.Woken woken -> woken.getClass();
                    case Input.Queued queued -> queued.getClass();
                    case Input.Republished republished -> republished.getClass();
                })
                .collect(Collectors.toSet());
        assertThat(told)
                .contains(Signal.class.getPermittedSubclasses())
                .contains(TouchOutcome.class.getPermittedSubclasses())
                .contains(Input.Woken.class, Input.Queued.class, Input.Republished.class);
        assertThat(TABLE.lines().map(line -> line.split("\\|")[0].strip()).toList())
                .containsExactlyInAnyOrderElementsOf(INPUTS.keySet());
    }

    private static Enrollment state(String name) {
        return switch (name) {
            case "unknown" -> null;
            case "unplaced" ->
                new Enrollment.Unplaced(new LeadEvent.Captured(ADA, Journey.MONDAY_9AM), NOW, History.NONE, List.of());
            case "unconfirmed" ->
                new Journey()
                        .tell(new Input.Captured(new LeadEvent.Captured(
                                ADA, Journey.MONDAY_9AM, Journey.MONDAY_9AM, Journey.MONDAY_9AM, true)))
                        .enrollment;
            case "in flight" -> Journey.ofAda().enrollment;
            case "planned" -> Journey.ofAda().lastIsHandedOver().enrollment;
            case "held" ->
                Journey.ofAda()
                        .lastIsHandedOver()
                        .tell(new Signal.Paused(
                                ADA_ID, Journey.MONDAY_9AM.plus(Duration.ofDays(9)), Journey.MONDAY_9AM))
                        .enrollment;
            case "stopped" -> ended(Signal.Unsubscribed.fromAll(ADA_ID, null, Journey.MONDAY_9AM));
            case "ready" -> ended(new Signal.ReadyToBuy(ADA_ID, null, Journey.MONDAY_9AM));
            case "converted" -> ended(new Signal.Converted(ADA_ID, Journey.MONDAY_9AM));
            case "undeliverable" -> undeliverable();
            case "not confirmed" ->
                new Journey()
                        .tell(new Input.Captured(new LeadEvent.Captured(
                                ADA,
                                Journey.MONDAY_9AM.minus(Duration.ofDays(30)),
                                Journey.MONDAY_9AM.minus(Duration.ofDays(30)),
                                Journey.MONDAY_9AM.minus(Duration.ofDays(30)),
                                true)))
                        .tell(new TouchOutcome.HandedOver(REQUEST, null, Journey.MONDAY_9AM.minus(Duration.ofDays(29))))
                        .tell(new Input.Woken())
                        .enrollment;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** All there is does not work any more, and what the owner was asked is seen to. */
    private static Enrollment undeliverable() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        for (Medium medium : List.of(Medium.POST, Medium.PHONE, Medium.EMAIL)) {
            ada.tell(new Signal.Bounced(ADA_ID, medium, true, "gone", null, Journey.MONDAY_9AM));
        }
        ada.touched.stream()
                .skip(1)
                .toList()
                .forEach(errand -> ada.tell(new TouchOutcome.HandedOver(errand.touch(), null, ada.now)));
        return ada.enrollment;
    }

    private static Enrollment ended(Signal signal) {
        Journey ada = Journey.ofAda().lastIsHandedOver().tell(signal);
        ada.touched.stream()
                .skip(1)
                .toList()
                .forEach(errand -> ada.tell(new TouchOutcome.HandedOver(errand.touch(), null, ada.now)));
        return ada.enrollment;
    }

    private static Map<String, Input> inputs() {
        Map<String, Input> inputs = new TreeMap<>();
        inputs.put("captured", new Input.Captured(new LeadEvent.Captured(ADA, NOW)));
        inputs.put("captured, to confirm", new Input.Captured(new LeadEvent.Captured(ADA, NOW, NOW, NOW, true)));
        inputs.put(
                "captured, same as",
                new Input.Captured(new LeadEvent.Captured(ADA, NOW).sameAs(new LeadId("a".repeat(26)))));
        inputs.put("woken", new Input.Woken());
        inputs.put("queued", new Input.Queued(NOW.plusSeconds(60)));
        inputs.put("republished", new Input.Republished());
        inputs.put("request handed over", answered(new TouchOutcome.HandedOver(REQUEST, null, NOW)));
        inputs.put("request deferred", answered(new TouchOutcome.Deferred(REQUEST, NOW.plusSeconds(60), "why", NOW)));
        inputs.put("request failed", answered(new TouchOutcome.Failed(REQUEST, Fault.LEAD, "why", NOW)));
        inputs.put("auto-replied", signalled(new Signal.AutoReplied(ADA_ID, null, NOW)));
        inputs.put("welcome handed over", answered(new TouchOutcome.HandedOver(WELCOME, null, Journey.MONDAY_9AM)));
        inputs.put("call handed over", answered(new TouchOutcome.HandedOver(CALL, null, NOW)));
        inputs.put("call completed", answered(new TouchOutcome.Completed(CALL, "Mara", "reached", NOW)));
        inputs.put("call skipped", answered(new TouchOutcome.Skipped(CALL, "why", NOW)));
        inputs.put("call failed", answered(new TouchOutcome.Failed(CALL, Fault.CONTENT, "why", NOW)));
        inputs.put("call fails for now", answered(new TouchOutcome.Failed(CALL, Fault.MAILBOX, "why", NOW)));
        inputs.put("call has no number", answered(new TouchOutcome.Failed(CALL, Fault.LEAD, "why", NOW)));
        inputs.put("call deferred", answered(new TouchOutcome.Deferred(CALL, NOW.plusSeconds(60), "why", NOW)));
        inputs.put("unsubscribed", signalled(Signal.Unsubscribed.fromAll(ADA_ID, null, NOW)));
        inputs.put("no more calls", signalled(new Signal.Unsubscribed(ADA_ID, Set.of(Medium.PHONE), null, NOW)));
        inputs.put("complained", signalled(new Signal.Complained(ADA_ID, null, NOW)));
        inputs.put("ready to buy", signalled(new Signal.ReadyToBuy(ADA_ID, null, NOW)));
        inputs.put("converted", signalled(new Signal.Converted(ADA_ID, NOW)));
        inputs.put("confirmed", signalled(new Signal.Confirmed(ADA_ID, NOW)));
        inputs.put("replied", signalled(new Signal.Replied(ADA_ID, null, NOW)));
        inputs.put("hard bounce", signalled(new Signal.Bounced(ADA_ID, Medium.EMAIL, true, "5.1.1", null, NOW)));
        inputs.put("soft bounce", signalled(new Signal.Bounced(ADA_ID, Medium.EMAIL, false, "4.2.2", null, NOW)));
        inputs.put("opened", signalled(new Signal.Opened(ADA_ID, WELCOME.id(), NOW)));
        inputs.put("clicked", signalled(new Signal.Clicked(ADA_ID, WELCOME.id(), "https://example.com", NOW)));
        inputs.put("conversed", signalled(new Signal.Conversed(ADA_ID, null, NOW)));
        inputs.put(
                "next step agreed",
                signalled(new Signal.Conversed(
                        ADA_ID, new Signal.AgreedStep(Channel.VISIT, NOW.plus(Duration.ofDays(5))), NOW)));
        inputs.put("paused", signalled(new Signal.Paused(ADA_ID, NOW.plus(Duration.ofDays(20)), NOW)));
        inputs.put("resumed", signalled(new Signal.Resumed(ADA_ID, NOW)));
        inputs.put(
                "prefers email", signalled(new Signal.Preferred(ADA_ID, false, Set.of(Medium.EMAIL), Set.of(), NOW)));
        inputs.put("less often", signalled(new Signal.Preferred(ADA_ID, true, Set.of(), Set.of(), NOW)));
        return inputs;
    }

    private static Input signalled(Signal signal) {
        return new Input.Signalled(signal);
    }

    private static Input answered(TouchOutcome outcome) {
        return new Input.Answered(outcome);
    }
}
