package dev.seventouch.intake.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.service.link.TouchMarks;
import dev.seventouch.service.link.TouchMarks.Mark;
import dev.seventouch.service.mail.BounceStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails as servers and people really send them, each a file. */
class ClassifierTest {
    private static final TouchMarks MARKS = new TouchMarks(List.of("key"));
    private static final Classifier CLASSIFIER = new Classifier(MARKS);
    private static final Mark MARK =
            new Mark(new LeadId("0123456789abcdefghijklmno0"), new TouchId("0123456789abcdef0123456789abcdef"));

    @ParameterizedTest
    @CsvSource({
        "postfix-hard, true, 5.1.1",
        "exchange-unknown, true, 5.1.10",
        "gmail-full, false, 5.2.2",
        "exim-text, true, 550",
        "qmail-text, true, 5.1.1"
    })
    void a_bounce_says_which_touch_and_whether_for_good(String file, boolean permanent, String status) {
        assertThat(of(file)).isEqualTo(new Finding.Bounce(MARK, permanent, status));
    }

    @Test
    void a_mail_that_is_only_late_changes_nothing() {
        assertThat(of("postfix-delayed")).isInstanceOf(Finding.Nothing.class);
    }

    @Test
    void what_is_refused_for_our_set_up_is_no_fault_of_the_address() {
        assertThat(of("policy"))
                .isInstanceOfSatisfying(
                        Finding.Unclear.class, what -> assertThat(what.why()).contains("5.7.515"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged-bounce", "forged-complaint"})
    void what_bears_no_mark_of_ours_is_looked_at_by_a_person(String file) {
        assertThat(of(file)).isInstanceOf(Finding.Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"away-en-exchange", "away-de", "away-fr", "away-es"})
    void a_machine_that_answers_says_nothing_of_the_lead(String file) {
        assertThat(of(file)).isEqualTo(new Finding.AutoReply(Optional.of(MARK)));
    }

    @Test
    void a_complaint_counts_until_it_is_taken_back() {
        assertThat(of("complaint")).isEqualTo(new Finding.Complaint(MARK));
        assertThat(of("complaint-taken-back")).isInstanceOf(Finding.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop-en", "stop-de", "stop-fr", "stop-es", "stop-mailto"})
    void stop_in_four_languages(String file) {
        assertThat(of(file)).isEqualTo(new Finding.Stop(Optional.of(MARK)));
    }

    @Test
    void stop_as_the_subject_of_an_empty_mail() {
        assertThat(of("stop-in-subject")).isEqualTo(new Finding.Stop(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "reply-gmail, Please don't stop: what would 200 m2 cost?",
        "reply-outlook-html, Rufen Sie mich bitte am Montag an. Grüße",
        "reply-not-only-stop, 'Stop sending brochures, but call me on Monday about the price.'"
    })
    void a_reply_is_what_is_new_in_it(String file, String words) {
        assertThat(of(file)).isEqualTo(new Finding.Reply(Optional.of(MARK), words));
    }

    @ParameterizedTest
    @CsvSource({
        "5.1.1, '', HARD",
        "5.1.2, '', HARD",
        "5.1.8, '', OURS",
        "5.2.1, '', HARD",
        "5.2.2, '', SOFT",
        "4.2.2, '', SOFT",
        "4.4.7, '', SOFT",
        "4.7.32, '', OURS",
        "5.4.4, '', SOFT",
        "5.7.1, '', OURS",
        "5.0.0, smtp; 550 5.1.1 User unknown, HARD",
        "5.0.0, smtp; 550 No such user here, HARD",
        "5.0.0, smtp; 554 try again, SOFT",
        "'', 452 too many, SOFT",
        "'', 550 user unknown, HARD",
        "'', sorry, UNKNOWN",
        "2.1.5, '', UNKNOWN"
    })
    void a_status_code_decides(String status, String diagnostic, BounceStatus.Kind kind) {
        assertThat(BounceStatus.of(status, diagnostic).kind()).isEqualTo(kind);
    }

    @Test
    void no_bytes_are_too_strange() throws Exception {
        Random random = new Random(1);
        byte[] whole = bytes("postfix-hard");
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(2000)];
            random.nextBytes(bytes);
            assertThat(CLASSIFIER.of(MailReader.read(bytes))).isNotNull();
            byte[] cut = java.util.Arrays.copyOf(whole, random.nextInt(whole.length));
            assertThat(CLASSIFIER.of(MailReader.read(cut))).isNotNull();
        }
    }

    private static Finding of(String file) {
        try {
            return CLASSIFIER.of(MailReader.read(bytes(file)));
        } catch (jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String file) {
        return Mails.of(file, MARKS, MARK).getBytes(StandardCharsets.UTF_8);
    }

    /** A pattern that follows each repetition by a call of its own would end in an overflow, and its mail would never be past. */
    @Test
    void a_subject_without_end_is_read_as_far_as_a_line_goes() throws Exception {
        String mail = "From: ada@example.com\r\nSubject: " + "re: ".repeat(20_000) + "\r\n\r\nHello\r\n";
        assertThat(CLASSIFIER.of(MailReader.read(mail.getBytes(UTF_8)))).isInstanceOf(Finding.Reply.class);
    }
}
