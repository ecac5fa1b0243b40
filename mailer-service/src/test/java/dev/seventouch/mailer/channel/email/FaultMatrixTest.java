package dev.seventouch.mailer.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.outcome.Fault;
import dev.seventouch.mailer.delivery.Handover.Answer;
import dev.seventouch.mailer.delivery.Sending;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a relay can do to a mail, and the state in which each leaves it. */
@Timeout(60)
class FaultMatrixTest {

    private final ScriptedRelay relay = new ScriptedRelay();
    private final ScriptedRelay other = new ScriptedRelay();

    /** The state that a mail is left in. */
    private enum End {
        /** It has gone, once. */
        TAKEN,
        /** The second relay took it; the first has not got the whole of it. */
        BY_THE_OTHER,
        /** It comes again; no relay has got the whole of it. */
        LATER,
        /** It comes again; nobody can know whether the relay took it (RFC 1047). */
        IN_DOUBT,
        /** Our own set-up is refused: all mail is held back. */
        HELD,
        /** The address is dead. */
        FAILED_LEAD,
        /** This mail never goes; the address may work for the next one. */
        FAILED_FOR_NOW,
        FAILED_SENDER,
        FAILED_CONTENT
    }

    static Stream<Arguments> faults() {
        String silence = ScriptedRelay.SILENCE;
        String drop = ScriptedRelay.DROP;
        return Stream.of(
                fault("GREETING", "220 hello", End.TAKEN),
                fault("GREETING", "421 4.3.2 too busy", End.BY_THE_OTHER),
                fault("GREETING", "554 5.3.2 not for you", End.BY_THE_OTHER),
                fault("GREETING", drop, End.BY_THE_OTHER),
                fault("GREETING", silence, End.BY_THE_OTHER),
                fault("EHLO", "502 5.5.1 what?", End.TAKEN),
                fault("EHLO", drop, End.BY_THE_OTHER),
                fault("EHLO", silence, End.BY_THE_OTHER),
                fault("MAIL", "421 4.3.2 going down", End.BY_THE_OTHER),
                fault("MAIL", "451 4.3.0 later", End.BY_THE_OTHER),
                fault("MAIL", "452 4.3.1 full", End.BY_THE_OTHER),
                fault("MAIL", "553 5.1.8 sender refused", End.HELD),
                fault("MAIL", "550 5.7.1 sender refused", End.HELD),
                fault("MAIL", drop, End.BY_THE_OTHER),
                fault("MAIL", silence, End.BY_THE_OTHER),
                fault("RCPT", "421 4.7.0 too many", End.LATER),
                fault("RCPT", "450 4.2.1 greylisted", End.LATER),
                fault("RCPT", "451 4.7.32 not aligned", End.LATER),
                fault("RCPT", "452 4.2.2 full", End.LATER),
                fault("RCPT", "550 5.1.1 <lead1@example.com>: no such user", End.FAILED_LEAD),
                fault("RCPT", "550 5.1.10 <lead1@example.com> takes no mail", End.FAILED_LEAD),
                fault("RCPT", "550 5.1.2 no such domain", End.FAILED_LEAD),
                fault("RCPT", "550 5.1.3 bad address", End.FAILED_LEAD),
                fault("RCPT", "550 5.1.6 moved away", End.FAILED_LEAD),
                fault("RCPT", "550 5.2.1 <lead1@example.com>: disabled", End.FAILED_LEAD),
                fault("RCPT", "550 no such user here", End.FAILED_LEAD),
                fault("RCPT", "550-5.1.1 no such user,\r\n550 5.1.1 look for typos", End.FAILED_LEAD),
                fault("RCPT", "552 5.2.2 <lead1@example.com>: full", End.FAILED_FOR_NOW),
                fault("RCPT", "550 5.2.0 <lead1@example.com>: ask later", End.FAILED_FOR_NOW),
                fault("RCPT", "554 5.3.0 something is wrong here", End.FAILED_FOR_NOW),
                fault("RCPT", "554 5.3.2 system not accepting mail", End.FAILED_FOR_NOW),
                fault("RCPT", "550 5.4.1 no way there", End.FAILED_FOR_NOW),
                fault("RCPT", "552 over quota", End.FAILED_FOR_NOW),
                fault("RCPT", "550 no", End.FAILED_FOR_NOW),
                fault("RCPT", "550", End.FAILED_FOR_NOW),
                fault("RCPT", "452 over quota", End.LATER),
                fault("RCPT", "553 5.1.8 sender's domain does not exist", End.FAILED_SENDER),
                fault("RCPT", "501 5.5.4 what?", End.FAILED_SENDER),
                fault("RCPT", "550 5.7.515 access denied, the sender fails authentication", End.FAILED_SENDER),
                fault("RCPT", drop, End.BY_THE_OTHER),
                fault("RCPT", silence, End.BY_THE_OTHER),
                fault("DATA", "421 4.3.2 going down", End.LATER),
                fault("DATA", "451 4.3.0 later", End.LATER),
                fault("DATA", "554 5.6.0 no", End.FAILED_CONTENT),
                fault("DATA", drop, End.BY_THE_OTHER),
                fault("DATA", silence, End.BY_THE_OTHER),
                fault("BODY", drop, End.IN_DOUBT),
                fault("END", "421 4.3.2 going down", End.LATER),
                fault("END", "451 4.3.0 later", End.LATER),
                fault("END", "452 4.3.1 full", End.LATER),
                fault("END", "550 5.1.1 no such user", End.FAILED_LEAD),
                fault("END", "552 5.2.2 full", End.FAILED_FOR_NOW),
                fault("END", "552 5.2.3 longer than the mailbox allows", End.FAILED_CONTENT),
                fault("END", "552 5.3.4 too big", End.FAILED_CONTENT),
                fault("END", "552 too much", End.FAILED_CONTENT),
                fault("END", "554 5.7.1 looks like spam", End.FAILED_SENDER),
                fault("END", "421 4.3.2 going down" + ScriptedRelay.AND_DROP, End.LATER),
                fault("END", "550 5.6.0 no" + ScriptedRelay.AND_DROP, End.FAILED_CONTENT),
                fault("DATA", "554 5.6.0 no" + ScriptedRelay.AND_DROP, End.FAILED_CONTENT),
                fault("END", drop, End.IN_DOUBT),
                fault("END", silence, End.IN_DOUBT));
    }

    private static Arguments fault(String at, String reply, End end) {
        return Arguments.of(at, reply, end);
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        other.close();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("faults")
    void with_pipelining_too(String at, String reply, End expected) {
        relay.pipelining();
        other.pipelining();
        a_fault_leaves_a_mail_in_its_state(at, reply, expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT"})
    void a_relay_that_says_go_on_after_a_no_gets_no_mail_and_the_next_one_whole(String at) {
        // RFC 2920 3.1: some servers answer DATA with 354 although nobody is to get the mail.
        relay.pipelining().answering(at, "550 5.1.1 no");
        InstantSource wall = InstantSource.fixed(Mails.NOON);
        Sending sending = Mails.sending(wall);
        List<Relay> relays = List.of(Mails.relay(relay.port(), Relay.Encryption.NEVER));
        try (EmailHandover email = Mails.handover(List.of(), relays, Mails.LIMITS, Mails.UNCOUNTED, sending, wall)) {
            email.handOver(Mails.parcel(1), () -> true);
            assertThat(relay.mails).allMatch(String::isEmpty);
            relay.asUsual();
            sending.resume();
            relay.mails.clear();
            assertThat(email.handOver(Mails.parcel(2, "example.org"), () -> true))
                    .isInstanceOf(Answer.Taken.class);
        }
        assertThat(relay.mails).singleElement().asString().contains("lead2@example.org");
    }

    /** It would answer nothing before it has all three: whoever waits for each reply never gets on. */
    @Test
    void pipelined_commands_do_not_wait_for_each_other() {
        relay.pipelining()
                .answering("MAIL", ScriptedRelay.WITHHELD)
                .answering("RCPT", ScriptedRelay.WITHHELD)
                .answering("DATA", "250 2.1.0 Ok\r\n250 2.1.5 Ok\r\n554 5.6.0 no");
        try (EmailHandover email =
                Mails.handover(List.of(Mails.relay(relay.port(), Relay.Encryption.NEVER)), Mails.LIMITS)) {
            assertThat(end(email.handOver(Mails.parcel(1), () -> true))).isEqualTo(End.FAILED_CONTENT);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("faults")
    void a_fault_leaves_a_mail_in_its_state(String at, String reply, End expected) {
        relay.answering(at, reply);
        InstantSource wall = InstantSource.fixed(Mails.NOON);
        Sending sending = Mails.sending(wall);
        List<Relay> relays = List.of(
                Mails.relay(relay.port(), Relay.Encryption.NEVER), Mails.relay(other.port(), Relay.Encryption.NEVER));
        try (EmailHandover email = Mails.handover(List.of(), relays, Mails.LIMITS, Mails.UNCOUNTED, sending, wall)) {
            assertThat(end(email.handOver(Mails.parcel(1), () -> true))).isEqualTo(expected);
            assertThat(other.mails).hasSize(expected == End.BY_THE_OTHER ? 1 : 0);
            // Whatever happened, the next mail to another domain goes out, by one of the two.
            relay.asUsual();
            if (expected == End.HELD) {
                sending.resume();
            }
            assertThat(email.handOver(Mails.parcel(2, "example.org"), () -> true))
                    .isInstanceOf(Answer.Taken.class);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("faults")
    void with_one_relay_nothing_is_lost_and_nothing_goes_twice(String at, String reply, End expected) {
        relay.answering(at, reply);
        try (EmailHandover email =
                Mails.handover(List.of(Mails.relay(relay.port(), Relay.Encryption.NEVER)), Mails.LIMITS)) {
            Answer answer = email.handOver(Mails.parcel(1), () -> true);
            if (expected == End.BY_THE_OTHER) {
                assertThat(end(answer)).isEqualTo(End.LATER);
            }
            int complete = relay.mails.size();
            assertThat(complete)
                    .isLessThanOrEqualTo(
                            answer instanceof Answer.Taken || expected == End.IN_DOUBT || at.equals("END") ? 1 : 0);
            // An answer that names an address would carry personal data into the log of outcomes.
            assertThat(answer.toString()).doesNotContain("lead1@");
        }
    }

    /** RFC 3463: what is told again and again of the mailbox, until the mail is given up, counts as a bounce for now. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT|452 4.2.2 full|MAILBOX",
                "RCPT|450 4.2.1 greylisted|MAILBOX",
                "RCPT|452 over quota|MAILBOX",
                "RCPT|450 5.1.1 no such user, or not yet|MAILBOX",
                "RCPT|451 4.7.32 not aligned|SENDER",
                "RCPT|DROP|SENDER",
                "MAIL|451 4.3.0 later|SENDER",
                "END|452 4.2.2 full|MAILBOX",
                "END|452 4.3.1 full|SENDER",
                "END|DROP|SENDER"
            })
    void what_comes_again_says_whose_fault_it_is_in_the_end(String at, String reply, Fault inTheEnd) {
        relay.answering(at, reply.equals("DROP") ? ScriptedRelay.DROP : reply);
        try (EmailHandover email =
                Mails.handover(List.of(Mails.relay(relay.port(), Relay.Encryption.NEVER)), Mails.LIMITS)) {
            assertThat(email.handOver(Mails.parcel(1), () -> true))
                    .isInstanceOfSatisfying(
                            Answer.NotNow.class,
                            later -> assertThat(later.inTheEnd()).isEqualTo(inTheEnd));
        }
    }

    private End end(Answer answer) {
        return switch (answer) {
            case Answer.Taken _ -> other.mails.isEmpty() ? End.TAKEN : End.BY_THE_OTHER;
            case Answer.NotNow later -> later.inDoubt() ? End.IN_DOUBT : End.LATER;
            case Answer.Held _ -> End.HELD;
            case Answer.Never never ->
                switch (never.fault()) {
                    case LEAD -> End.FAILED_LEAD;
                    case MAILBOX -> End.FAILED_FOR_NOW;
                    case SENDER -> End.FAILED_SENDER;
                    case CONTENT -> End.FAILED_CONTENT;
                };
            case Answer.Waits _ -> throw new AssertionError("mail waits for nobody");
            case Answer.Stopped _ -> throw new AssertionError("nobody said stop");
        };
    }

    @Test
    void the_next_try_of_a_mail_in_doubt_bears_the_same_message_id() {
        relay.answering(ScriptedRelay.END, ScriptedRelay.DROP);
        try (EmailHandover email =
                Mails.handover(List.of(Mails.relay(relay.port(), Relay.Encryption.NEVER)), Mails.LIMITS)) {
            email.handOver(Mails.parcel(1), () -> true);
            relay.asUsual();
            email.handOver(Mails.parcel(1), () -> true);
        }
        assertThat(relay.mails).hasSize(2);
        assertThat(relay.mails.stream().map(FaultMatrixTest::messageId).distinct())
                .hasSize(1);
    }

    @Test
    void nobody_there_means_soon_again() throws IOException {
        relay.close();
        try (EmailHandover email =
                Mails.handover(List.of(Mails.relay(relay.port(), Relay.Encryption.NEVER)), Mails.LIMITS)) {
            assertThat(email.handOver(Mails.parcel(1), () -> true))
                    .isInstanceOfSatisfying(
                            Answer.NotNow.class,
                            later -> assertThat(later.pause()).isEqualTo(Mails.LIMITS.comeAgain()));
        }
    }

    @Test
    void a_relay_that_takes_few_connections_is_spoken_to_on_those() throws Exception {
        relay.atMost(2);
        try (EmailHandover email =
                Mails.handover(List.of(Mails.relay(relay.port(), Relay.Encryption.NEVER)), Mails.LIMITS)) {
            List<Answer> answers = SideBySide.all(20, number -> email.handOver(Mails.parcel(number), () -> true));
            assertThat(answers).hasSize(20).allMatch(Answer.Taken.class::isInstance);
        }
        assertThat(relay.mails).hasSize(20);
    }

    private static String messageId(String mail) {
        return mail.lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }
}
