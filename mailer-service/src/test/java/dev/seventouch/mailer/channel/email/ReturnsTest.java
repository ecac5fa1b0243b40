package dev.seventouch.mailer.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.delivery.Handover.Parcel;
import dev.seventouch.service.link.TouchMarks;
import dev.seventouch.service.link.TouchMarks.Mark;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** By what a mail that comes back is known. */
class ReturnsTest {
    private static final TouchMarks MARKS = new TouchMarks(List.of("key"));

    /** Its id has the form that intake derives. */
    private static final Lead ADA = TestTouches.person(4, "Ada", "ada@example.com");

    private static final Parcel PARCEL = Mails.parcel(ADA);
    private static final Mark MARK =
            new Mark(PARCEL.due().touch().lead(), PARCEL.due().touch().id());

    @Test
    void the_envelope_the_message_id_and_the_stop_mail_bear_the_mark_of_the_touch() throws Exception {
        WrittenMail written = writer("replies@nordlicht.example").write(PARCEL, Mails.NOON);
        MimeMessage mail = parsed(written);

        String envelope = written.getFrom()[0].toString();
        assertThat(envelope).matches("bounces\\+[0-9a-v]{56}@nordlicht\\.example");
        assertThat(envelope.indexOf('@')).as("RFC 5321 4.5.3.1.1").isEqualTo(64);
        assertThat(MARKS.in(envelope)).contains(MARK);
        assertThat(mail.getMessageID()).startsWith("<" + MARK.touch() + ".").endsWith("@nordlicht.example>");
        assertThat(MARKS.in(mail.getMessageID())).contains(MARK);
        assertThat(MARKS.in(mail.getHeader("List-Unsubscribe", null).replaceAll("(?s)^.*subject=stop%20", "")))
                .contains(MARK);
        assertThat(mail.getReplyTo()[0]).hasToString("Mara Lindqvist <replies@nordlicht.example>");
    }

    @Test
    void where_nobody_reads_what_comes_back_all_is_as_ever() throws Exception {
        WrittenMail written = new MailWriter(Mails.HEAD, null).write(PARCEL, Mails.NOON);
        MimeMessage mail = parsed(written);

        assertThat(written.getFrom()[0]).hasToString("hello@nordlicht.example");
        assertThat(mail.getMessageID()).isEqualTo("<" + MARK.touch() + "@nordlicht.example>");
        assertThat(mail.getReplyTo()[0]).hasToString("Mara Lindqvist <mara@nordlicht.example>");
    }

    @Test
    void answers_go_to_the_owner_if_only_bounces_are_read() throws Exception {
        MimeMessage mail = parsed(writer(null).write(PARCEL, Mails.NOON));

        assertThat(mail.getReplyTo()[0]).hasToString("Mara Lindqvist <mara@nordlicht.example>");
    }

    @Test
    void an_alert_to_the_owner_bears_no_mark_of_the_lead() throws Exception {
        Parcel alert = new Parcel(PARCEL.due(), PARCEL.content(), null, true);

        WrittenMail written = writer("replies@nordlicht.example").write(alert, Mails.NOON);

        assertThat(written.getFrom()[0]).hasToString("hello@nordlicht.example");
    }

    private static MailWriter writer(@Nullable String replies) {
        Returns returns = new Returns(MARKS, "bounces@nordlicht.example", replies);
        Letterhead head = new Letterhead(
                Mails.HEAD.name(), Mails.HEAD.address(), Mails.HEAD.domain(), Mails.HEAD.stopMailbox(), returns);
        return new MailWriter(head, null);
    }

    private static MimeMessage parsed(WrittenMail written) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        written.writeTo(bytes, new String[0]);
        return new MimeMessage(null, new ByteArrayInputStream(bytes.toByteArray()));
    }
}
