package dev.seventouch.mailer.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.outcome.Fault;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.delivery.Handover.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters beyond ASCII before the at sign go only where SMTPUTF8 is offered (RFC 6531); domains always in A-labels. */
@Timeout(30)
class AddressesBeyondAsciiTest {

    private final ScriptedRelay relay = new ScriptedRelay();
    private final ScriptedRelay other = new ScriptedRelay();

    @AfterEach
    void close() throws IOException {
        relay.close();
        other.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_relay_that_offers_it_is_told_what_it_gets(boolean pipelining) {
        if (pipelining) {
            relay.pipelining();
        }
        relay.utf8();
        try (EmailHandover email = email(relay)) {
            assertThat(send(email, "jörg@müller.example")).isInstanceOf(Answer.Taken.class);
            assertThat(send(email, "ada@example.com")).isInstanceOf(Answer.Taken.class);
        }
        List<String> said =
                relay.commands.stream().map(AddressesBeyondAsciiTest::inUtf8).toList();
        assertThat(said)
                .contains(
                        "MAIL FROM:<hello@nordlicht.example> BODY=8BITMIME SMTPUTF8",
                        "RCPT TO:<jörg@xn--mller-kva.example>",
                        "MAIL FROM:<hello@nordlicht.example>");
        assertThat(inUtf8(relay.mails.getFirst())).contains("To: Jonas Brandt <jörg@xn--mller-kva.example>\r\n");
        assertThat(relay.mails.getLast()).matches(mail -> mail.chars().allMatch(c -> c < 0x80), "is ASCII");
    }

    @Test
    void the_one_of_two_relays_that_offers_it_gets_it() {
        other.utf8();
        try (EmailHandover email = email(relay, other)) {
            assertThat(send(email, "用户@example.com")).isInstanceOf(Answer.Taken.class);
        }
        assertThat(relay.commands).noneMatch(command -> command.startsWith("MAIL"));
        assertThat(inUtf8(other.mails.getFirst())).contains("<用户@example.com>");
    }

    @Test
    void without_it_the_fault_is_ours_and_said_and_the_others_go_on() {
        try (EmailHandover email = email(relay)) {
            assertThat(send(email, "jörg@example.com")).isInstanceOfSatisfying(Answer.Never.class, never -> {
                assertThat(never.fault()).isEqualTo(Fault.SENDER);
                assertThat(never.why()).contains("SMTPUTF8").doesNotContain("jörg");
            });
            assertThat(relay.commands).noneMatch(command -> command.startsWith("MAIL"));
            assertThat(send(email, "ada@müller.example")).isInstanceOf(Answer.Taken.class);
        }
        assertThat(relay.commands).contains("RCPT TO:<ada@xn--mller-kva.example>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u202Eb@example.com",
                "a\u200Bb@example.com",
                "a\u00A0b@example.com",
                "a\u2028b@example.com",
                "a\u0085b@example.com",
                "a\uD800b@example.com",
                "\uFEFFa@example.com"
            })
    void what_can_not_be_seen_is_no_address(String address) {
        try (EmailHandover email = email(relay.utf8())) {
            assertThat(email.obstacle(
                            Mails.parcel(TestTouches.person(1, "x", address)).due()))
                    .isEqualTo("no usable email address");
        }
    }

    private static Answer send(EmailHandover email, String address) {
        return email.handOver(Mails.parcel(TestTouches.person(1, "Jonas Brandt", address)), () -> true);
    }

    private static EmailHandover email(ScriptedRelay... relays) {
        return Mails.handover(
                java.util.Arrays.stream(relays)
                        .map(relay -> Mails.relay(relay.port(), Relay.Encryption.NEVER))
                        .toList(),
                Mails.LIMITS);
    }

    private static String inUtf8(String line) {
        return new String(line.getBytes(ISO_8859_1), UTF_8);
    }
}
