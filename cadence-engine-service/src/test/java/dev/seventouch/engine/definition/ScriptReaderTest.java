package dev.seventouch.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.simulation.Script;
import dev.seventouch.engine.simulation.Span;
import dev.seventouch.engine.simulation.When;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptReaderTest {
    private static final Set<String> STEPS = Set.of("welcome", "intro-call", "useful-1");
    private static final LeadId LEAD = new LeadId("a".repeat(26));
    private static final TouchId TOUCH = new TouchId("b".repeat(32));
    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static Script read(String yaml) {
        return switch (ScriptReader.read(yaml, STEPS)) {
            case Reading.Read<Script>(var script) -> script;
            case Reading.Broken<Script>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    private static List<String> problems(String yaml) {
        return switch (ScriptReader.read(yaml, STEPS)) {
            case Reading.Read<Script> _ -> List.of();
            case Reading.Broken<Script>(var problems) ->
                problems.stream().map(Problem::toString).toList();
        };
    }

    private static Signal signal(String yaml) {
        Script.What.Signalled signalled =
                (Script.What.Signalled) read("- " + yaml).events().getFirst().what();
        return signalled.saying().signal(LEAD, TOUCH, AT, BERLIN);
    }

    // ---- when

    @Test
    void an_entry_comes_after_the_capture_or_at_a_time() {
        assertThat(read("""
                        - { after: 9d, signal: replied }
                        - { after: 2w, signal: replied }
                        - { after: 30m, signal: replied }
                        - { at: 2027-01-05T10:00, signal: replied }
                        - { at: "2027-01-05 10:00", signal: replied }
                        - { at: 2027-01-05, signal: replied }
                        """).events().stream().map(Script.Event::when))
                .containsExactly(
                        new When.After(new Span(9, Duration.ZERO)),
                        new When.After(new Span(14, Duration.ZERO)),
                        new When.After(new Span(0, Duration.ofMinutes(30))),
                        new When.At(LocalDateTime.parse("2027-01-05T10:00")),
                        new When.At(LocalDateTime.parse("2027-01-05T10:00")),
                        new When.At(LocalDateTime.parse("2027-01-05T00:00")));
    }

    @Test
    void an_entry_with_a_step_belongs_to_its_touch() {
        Script script = read("""
                - { step: welcome, signal: opened }
                - { step: welcome, occurrence: 2, after: 3h, signal: clicked }
                """);
        assertThat(script.events().get(0).step()).isEqualTo(new Script.Step("welcome", 1));
        assertThat(script.events().get(0).when()).isEqualTo(new When.After(new Span(0, Duration.ofMinutes(1))));
        assertThat(script.events().get(1).step()).isEqualTo(new Script.Step("welcome", 2));
        assertThat(script.events().get(1).words()).isEqualTo("clicked, of welcome #2");
    }

    // ---- what

    @Test
    void every_signal_is_read_with_its_fields() {
        assertThat(signal("{ after: 1d, signal: unsubscribed }"))
                .isEqualTo(Signal.Unsubscribed.fromAll(LEAD, TOUCH, AT));
        assertThat(signal("{ after: 1d, signal: unsubscribed, media: [email, phone] }"))
                .isEqualTo(new Signal.Unsubscribed(LEAD, Set.of(Medium.EMAIL, Medium.PHONE), TOUCH, AT));
        assertThat(signal("{ after: 1d, signal: ready-to-buy }")).isEqualTo(new Signal.ReadyToBuy(LEAD, TOUCH, AT));
        assertThat(signal("{ after: 1d, signal: confirmed }")).isEqualTo(new Signal.Confirmed(LEAD, AT));
        assertThat(signal("{ after: 1d, signal: replied }")).isEqualTo(new Signal.Replied(LEAD, TOUCH, AT));
        assertThat(signal("{ after: 1d, signal: auto-replied }")).isEqualTo(new Signal.AutoReplied(LEAD, TOUCH, AT));
        assertThat(signal("{ after: 1d, signal: bounced }"))
                .isEqualTo(new Signal.Bounced(LEAD, Medium.EMAIL, true, null, TOUCH, AT));
        assertThat(signal("{ after: 1d, signal: bounced, medium: post, permanent: no, why: moved }"))
                .isEqualTo(new Signal.Bounced(LEAD, Medium.POST, false, "moved", TOUCH, AT));
        assertThat(signal("{ after: 1d, signal: complained }")).isEqualTo(new Signal.Complained(LEAD, TOUCH, AT));
        assertThat(signal("{ step: welcome, signal: opened }")).isEqualTo(new Signal.Opened(LEAD, TOUCH, AT));
        assertThat(signal("{ step: welcome, signal: clicked, link: https://x }"))
                .isEqualTo(new Signal.Clicked(LEAD, TOUCH, "https://x", AT));
        assertThat(signal("{ after: 1d, signal: conversation, said: Hello }"))
                .isEqualTo(new Signal.Conversed(LEAD, null, AT));
        assertThat(signal("{ after: 1d, signal: conversation, next: { channel: visit, after: 2d } }"))
                .isEqualTo(new Signal.Conversed(
                        LEAD, new Signal.AgreedStep(Channel.VISIT, Instant.parse("2026-11-04T09:00:00Z")), AT));
        assertThat(signal("{ after: 1d, signal: conversation, next: { channel: call, at: 2026-11-05T10:00 } }"))
                .isEqualTo(new Signal.Conversed(
                        LEAD, new Signal.AgreedStep(Channel.CALL, Instant.parse("2026-11-05T09:00:00Z")), AT));
        assertThat(signal("{ after: 1d, signal: paused, until: 2027-02-01 }"))
                .isEqualTo(new Signal.Paused(LEAD, Instant.parse("2027-01-31T23:00:00Z"), AT));
        assertThat(signal("{ after: 1d, signal: paused, for: 3d }"))
                .isEqualTo(new Signal.Paused(LEAD, Instant.parse("2026-11-05T09:00:00Z"), AT));
        assertThat(signal("{ after: 1d, signal: resumed }")).isEqualTo(new Signal.Resumed(LEAD, AT));
        assertThat(signal("{ after: 1d, signal: converted }")).isEqualTo(new Signal.Converted(LEAD, AT));
        assertThat(signal("{ after: 1d, signal: preferences, lessOften: yes, media: [email], topics: [law, price] }"))
                .isEqualTo(new Signal.Preferred(LEAD, true, Set.of(Medium.EMAIL), Set.of("law", "price"), AT));
    }

    @Test
    void words_of_a_conversation_are_kept_with_the_lead() {
        Script.What what = read("- { after: 1d, signal: conversation, said: Hello, agreed: A visit }")
                .events()
                .getFirst()
                .what();
        assertThat(((Script.What.Signalled) what).said()).isEqualTo(new Script.Words("Hello", "A visit"));
    }

    @Test
    void answers_and_captures_are_read() {
        assertThat(read("- { step: intro-call, signal: answered, answer: Not interested }")
                        .events()
                        .getFirst()
                        .what())
                .isEqualTo(new Script.What.Answered("not-interested"));
        Script.What.Captured captured =
                (Script.What.Captured) read("""
                        - after: 30d
                          signal: captured
                          lead: { phone: "030 1234567", value: 25000, source: fair, owner: { name: Mara, email: m@example.com }, attributes: { industry: bakery } }
                        """).events().getFirst().what();
        assertThat(captured.facts().contact().phone()).isEqualTo("+49301234567");
        assertThat(captured.facts().value()).isEqualTo(new BigDecimal(25000));
        assertThat(captured.facts().source()).isEqualTo("fair");
        assertThat(captured.facts().owner().name()).isEqualTo("Mara");
        assertThat(captured.facts().attributes()).containsEntry("industry", "bakery");
        assertThat(read("- { after: 3d, signal: captured }").events()).hasSize(1);
    }

    @Test
    void outcomes_are_read() {
        assertThat(read("""
                        - { step: welcome, outcome: failed }
                        - { step: welcome, outcome: failed, fault: sender, why: refused }
                        - { step: useful-1, occurrence: 2, outcome: deferred, for: 2h }
                        - { step: useful-1, outcome: skipped, why: forbidden }
                        """).results())
                .containsExactly(
                        new Script.Result(
                                new Script.Step("welcome", 1), new Script.End.Failed(Fault.LEAD, "the script says so")),
                        new Script.Result(
                                new Script.Step("welcome", 1), new Script.End.Failed(Fault.SENDER, "refused")),
                        new Script.Result(
                                new Script.Step("useful-1", 2),
                                new Script.End.Deferred(new Span(0, Duration.ofHours(2)), "the script says so")),
                        new Script.Result(new Script.Step("useful-1", 1), new Script.End.Skipped("forbidden")));
    }

    @Test
    void json_is_read_too() {
        assertThat(
                        read("[{\"after\":\"9d\",\"signal\":\"replied\"}\n,{\"step\":\"welcome\",\"outcome\":\"skipped\"}\n]")
                                .events())
                .hasSize(1);
    }

    // ---- mistakes

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "after: 9d | line 1, column 1: expected a list, such as - { after: 9d, signal: replied }; found a mapping",
                "- { after: 9d } | line 1, column 3: \"signal\" is missing, or \"outcome\"; for example signal: replied",
                "- { after: 9d, signal: replyed } | line 1, column 24: \"replyed\": expected one of unsubscribed, ready-to-buy, confirmed, replied, auto-replied, bounced, complained, opened, clicked, conversation, paused, resumed, converted, preferences, answered, captured; did you mean \"replied\"?",
                "- { after: 9d, signal: replied, until: 3d } | line 1, column 33: \"until\" is not known here; there are after, at, signal, step, occurrence",
                "- { signal: replied } | line 1, column 3: \"after\" is missing; for example after: 9d",
                "- { after: 9d, at: 2027-01-05, signal: replied } | line 1, column 16: \"after\" and \"at\" are two ways to say it; leave one out",
                "- { after: soon, signal: replied } | line 1, column 12: \"soon\": expected minutes, hours, days or weeks, such as 30m, 20h, 3d or 2w",
                "- { at: noon, signal: replied } | line 1, column 9: \"noon\": expected a date or a time, such as 2027-01-05 or 2027-01-05T10:00",
                "- { step: welcom, signal: opened } | line 1, column 11: \"welcom\": there is no such step; did you mean \"welcome\"?",
                "- { step: xyz, signal: opened } | line 1, column 11: \"xyz\": there is no such step; there are intro-call, useful-1, welcome",
                "- { after: 1d, signal: clicked } | line 1, column 3: \"step\" is missing; for example step: intro-call",
                "- { step: intro-call, signal: answered } | line 1, column 3: \"answer\" is missing; for example answer: interested",
                "- { after: 1d, signal: paused } | line 1, column 3: \"until\" is missing; for example until: 2027-02-01",
                "- { after: 1d, signal: bounced, medium: pigeon } | line 1, column 41: \"pigeon\": expected one of email, post, phone, visit",
                "- { after: 1d, signal: conversation, next: { channel: call } } | line 1, column 44: \"after\" is missing; for example after: 5d",
                "- { after: 1d, signal: captured, lead: { emial: x } } | line 1, column 42: \"emial\" is not known here; did you mean \"email\"?",
                "- { after: 1d, signal: captured, lead: { email: x } } | line 1, column 49: \"email\": expected an address such as name@example.com",
                "- { step: welcome, outcome: lost } | line 1, column 29: \"lost\": expected one of failed, deferred, skipped",
                "- { step: welcome, outcome: deferred } | line 1, column 3: \"for\" is missing; for example for: 2h",
                "- { outcome: failed } | line 1, column 3: \"step\" is missing; for example step: intro-call",
                "- { step: welcome, outcome: failed, fault: yours } | line 1, column 44: \"yours\": expected one of lead, mailbox, sender, content",
            })
    void a_mistake_is_named_with_its_place_and_what_was_meant(String yaml, String problem) {
        assertThat(problems(yaml)).containsExactly(problem);
    }

    @Test
    void all_mistakes_are_named_at_once() {
        assertThat(problems("- { after: 9d }\n- { signal: replied }\n- nothing\n"))
                .hasSize(3);
    }

    @Test
    void a_script_has_an_end() {
        assertThat(problems("- { after: 1d, signal: replied }\n".repeat(501)))
                .containsExactly("line 1, column 1: expected at most 500; found 501");
    }
}
