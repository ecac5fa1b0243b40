package dev.seventouch.mailer.channel.email;

import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.mailer.template.TemplateFile;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail consists of: text and HTML as alternatives (RFC 2046 5.1.4), the HTML together with the images that it shows (RFC
 * 2387, RFC 2392), and attachments beside both (RFC 2046 5.1.3, RFC 2183). A level that holds one thing only is left out.
 */
record MailBody(String domain) {

    private static final String ENCODING = "Content-Transfer-Encoding";

    MimeMultipart of(Rendered content) throws MessagingException {
        List<TemplateFile> attached =
                content.files().stream().filter(file -> !file.inline()).toList();
        MimeMultipart both = alternative(content);
        if (attached.isEmpty()) {
            return both;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(holding(both));
        for (TemplateFile file : attached) {
            mixed.addBodyPart(part(file, "attachment"));
        }
        return mixed;
    }

    private MimeMultipart alternative(Rendered content) throws MessagingException {
        MimeMultipart both = new MimeMultipart("alternative");
        both.addBodyPart(part("plain", content.text()));
        both.addBodyPart(html(content));
        return both;
    }

    private MimeBodyPart html(Rendered content) throws MessagingException {
        List<TemplateFile> images =
                content.files().stream().filter(TemplateFile::inline).toList();
        String html = content.html();
        for (TemplateFile image : images) {
            html = image.shownIn(html, "cid:" + id(image));
        }
        if (images.isEmpty()) {
            return part("html", html);
        }
        MimeMultipart related = new MimeMultipart("related; type=\"text/html\"");
        related.addBodyPart(part("html", html));
        for (TemplateFile image : images) {
            MimeBodyPart part = part(image, "inline");
            part.setHeader("Content-ID", "<" + id(image) + ">");
            related.addBodyPart(part);
        }
        return holding(related);
    }

    private String id(TemplateFile image) {
        return image.name() + "@" + domain;
    }

    private static MimeBodyPart holding(MimeMultipart parts) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(parts);
        return part;
    }

    private static MimeBodyPart part(TemplateFile file, String disposition) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", file.type() + "; name=\"" + file.name() + "\"");
        headers.setHeader("Content-Disposition", disposition + "; filename=\"" + file.name() + "\"");
        headers.setHeader(ENCODING, "base64");
        return new MimeBodyPart(headers, Base64.getMimeEncoder().encode(file.bytes()));
    }

    /** Encoded here, because a part that is given text finds out by itself how, several times over. */
    private static MimeBodyPart part(String subtype, @Nullable String words) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", "text/" + subtype + "; charset=UTF-8");
        headers.setHeader(ENCODING, "quoted-printable");
        return new MimeBodyPart(headers, QuotedPrintable.of(words == null ? "" : words));
    }
}
