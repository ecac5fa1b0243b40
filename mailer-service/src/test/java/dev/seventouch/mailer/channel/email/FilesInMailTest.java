package dev.seventouch.mailer.channel.email;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.delivery.Handover.Parcel;
import dev.seventouch.mailer.lint.PublishingGate;
import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.mailer.template.SampleTouches;
import dev.seventouch.mailer.template.Template;
import dev.seventouch.mailer.template.TemplateMistake;
import dev.seventouch.mailer.template.TemplateShelf;
import dev.seventouch.mailer.template.TouchModel;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images that a mail shows and files that are attached come with the template, and out of the mail as they went in. */
class FilesInMailTest {

    private static final byte[] PNG = bytes("\u0089PNG\r\n\u001a\n and \u0000\u0001 more");
    private static final byte[] PDF = bytes("%PDF-1.7\n" + "all that a price list holds ".repeat(200));

    private static final String HEAD =
            "---\nchannel: email\nlayout: layout-mail\nsubject: The list of ${lead.company!}\n---\n"
                    + "=== text\nThe list of 2026.\n=== html\n<p>The list of 2026 is below this mail, with all that has changed since we spoke, and the roof in the"
                    + " picture is the one that I told you about.</p>";
    private static final String SHOWN = "<img src=\"cid:roof.png\" alt=\"a roof\">\n";

    @Test
    void an_image_and_an_attachment_arrive_where_they_belong() throws Exception {
        MimeMessage mail = mail(HEAD + SHOWN + file("image", "roof.png", PNG) + file("attachment", "list.pdf", PDF));
        assertThat(mail.getContentType()).startsWith("multipart/mixed");
        Multipart mixed = (Multipart) mail.getContent();
        assertThat(mixed.getCount()).isEqualTo(2);

        MimeBodyPart list = (MimeBodyPart) mixed.getBodyPart(1);
        assertThat(list.getFileName()).isEqualTo("list.pdf");
        assertThat(list.getDisposition()).isEqualTo("attachment");
        assertThat(list.isMimeType("application/pdf")).isTrue();
        assertThat(list.getInputStream().readAllBytes()).isEqualTo(PDF);

        Multipart both = (Multipart) mixed.getBodyPart(0).getContent();
        assertThat(both.getContentType()).startsWith("multipart/alternative");
        assertThat(both.getBodyPart(0).isMimeType("text/plain")).isTrue();
        Multipart related = (Multipart) both.getBodyPart(1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related").contains("type=\"text/html\"");
        assertThat(related.getBodyPart(0).getContent().toString())
                .contains("src=\"cid:roof.png@nordlicht.example\"")
                .doesNotContain("cid:roof.png\"");
        MimeBodyPart roof = (MimeBodyPart) related.getBodyPart(1);
        assertThat(roof.getContentID()).isEqualTo("<roof.png@nordlicht.example>");
        assertThat(roof.getDisposition()).isEqualTo("inline");
        assertThat(roof.getInputStream().readAllBytes()).isEqualTo(PNG);
    }

    @Test
    void a_level_that_holds_one_thing_only_is_left_out() throws Exception {
        assertThat(mail(HEAD).getContentType()).startsWith("multipart/alternative");
        assertThat(mail(HEAD + SHOWN + file("image", "roof.png", PNG)).getContentType())
                .startsWith("multipart/alternative");
        Multipart mixed = (Multipart)
                mail(HEAD + "\n" + file("attachment", "list.pdf", PDF)).getContent();
        assertThat(((Multipart) mixed.getBodyPart(0).getContent())
                        .getBodyPart(1)
                        .isMimeType("text/html"))
                .isTrue();
    }

    @Test
    void a_page_by_itself_shows_the_image() throws Exception {
        assertThat(filled(HEAD + SHOWN + file("image", "roof.png", PNG)).page())
                .contains("src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(PNG) + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attachment | virus.exe  | MZ       | is of no kind",
                "attachment | list.pdf   | MZ       | does not begin as application/pdf",
                "image      | roof.png   | GIF89a   | does not begin as image/png",
                "image      | list.pdf   | %PDF-1.7 | images are png, jpg and gif",
                "image      | logo.svg   | <svg>    | is of no kind",
                "attachment | ../x.pdf   | %PDF-1.7 | is no name of a file",
                "attachment | a\"b.pdf    | %PDF-1.7 | is no name of a file",
                "image      | other.gif  | GIF89a   | nothing shows the image"
            })
    void what_is_not_what_it_says_is_refused(String kind, String name, String begins, String why) {
        assertThatThrownBy(() -> Template.compiled("t", 1, HEAD + "\n" + file(kind, name, bytes(begins))))
                .isInstanceOf(TemplateMistake.class)
                .hasMessageContaining(why);
    }

    @Test
    void what_is_shown_must_be_there_and_all_of_it_is_bounded() {
        PublishingGate gate = new PublishingGate(Mails.SHELF, Campaign.SENDER, (id, source, byHand) -> 1);
        assertThat(gate.publish("files", HEAD + SHOWN))
                .isInstanceOfSatisfying(
                        PublishingGate.Answer.Refused.class,
                        refused -> assertThat(refused.whys()).anyMatch(why -> why.contains("does not bring along")));
        assertThat(gate.publish("files", HEAD + SHOWN + file("image", "roof.png", PNG)))
                .isInstanceOf(PublishingGate.Answer.Published.class);
        byte[] large = new byte[512 * 1024];
        System.arraycopy(PDF, 0, large, 0, 9);
        assertThatThrownBy(() -> Template.compiled("t", 1, HEAD + "\n" + file("attachment", "list.pdf", large)))
                .hasMessageContaining("longer than 512 KB");
    }

    private static Rendered filled(String source) throws TemplateMistake {
        TemplateShelf shelf = Campaign.shelf();
        shelf.put("files", 1, source);
        Template template = shelf.find("files").orElseThrow();
        return shelf.fill(
                template,
                TouchModel.of(
                        TestTouches.email(1, "files", 1, Mails.NOON),
                        null,
                        Campaign.SENDER,
                        template.language(),
                        SampleTouches.WAYS,
                        Mails.NOON));
    }

    private static MimeMessage mail(String source) throws Exception {
        Parcel parcel =
                new Parcel(TestTouches.email(1, "files", 1, Mails.NOON), filled(source), SampleTouches.WAYS, false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new MailWriter(Mails.HEAD, null).write(parcel, Mails.NOON).writeTo(bytes);
        // For judges from outside.
        Files.write(Files.createDirectories(Path.of("target", "mails")).resolve("files.eml"), bytes.toByteArray());
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static String file(String kind, String name, byte[] bytes) {
        return "=== " + kind + " " + name + "\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n";
    }

    private static byte[] bytes(String words) {
        return words.getBytes(ISO_8859_1);
    }
}
