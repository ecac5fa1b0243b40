package dev.seventouch.intake.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a mail, whatever is wrong with them: what can't be understood is not there. */
final class MailReader {
    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 40;
    private static final int LONGEST_PART = 64 * 1024;
    private static final int MOST_HEADERS = 500;
    private static final Session NO_SESSION = Session.getInstance(new Properties());

    private final List<Map<String, String>> delivery = new ArrayList<>();
    private Map<String, String> feedback = Map.of();
    private String returned = "";
    private String plain = "";
    private String html = "";
    private int parts;

    private MailReader() {}

    /** @throws MessagingException if it is no mail at all */
    static IncomingMail read(byte[] bytes) throws MessagingException {
        MimeMessage mail = new MimeMessage(NO_SESSION, new ByteArrayInputStream(bytes));
        MailReader reader = new MailReader();
        reader.walk(mail, 0);
        InternetAddress author = author(mail);
        return new IncomingMail(
                headers(mail),
                author == null ? null : author.getAddress(),
                author == null ? null : author.getPersonal(),
                reader.plain.isBlank() ? withoutMarkup(reader.html) : reader.plain,
                List.copyOf(reader.delivery),
                reader.feedback,
                reader.returned);
    }

    private void walk(Part part, int depth) throws MessagingException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            return;
        }
        String type = typeOf(part);
        try {
            if (type.startsWith("multipart/")) {
                Multipart several = part.getContent() instanceof Multipart known
                        ? known
                        : new MimeMultipart(part.getDataHandler().getDataSource());
                for (int i = 0; i < several.getCount(); i++) {
                    BodyPart one = several.getBodyPart(i);
                    walk(one, depth + 1);
                }
            } else {
                leaf(part, type);
            }
        } catch (IOException | MessagingException | RuntimeException e) {
            // Broken MIME is common in what machines send back; what was read so far counts.
            parts++;
        }
    }

    private void leaf(Part part, String type) throws IOException, MessagingException {
        switch (type) {
            case "message/delivery-status", "message/global-delivery-status" -> delivery.addAll(groups(raw(part)));
            case "message/feedback-report" -> feedback = merged(groups(raw(part)));
            case "message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers" ->
                returned = returned.isEmpty() ? headOf(raw(part)) : returned;
            case "text/plain" -> plain = plain.isBlank() && !isAttachment(part) ? text(part) : plain;
            case "text/html" -> html = html.isBlank() && !isAttachment(part) ? text(part) : html;
            default -> {} // pictures, invitations, signatures
        }
    }

    private static String typeOf(Part part) {
        try {
            String type = part.getContentType();
            return type == null
                    ? "text/plain"
                    : new ContentType(type).getBaseType().toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            return "text/plain"; // RFC 2045 5.2: what it is where nothing can be read
        }
    }

    private static boolean isAttachment(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static byte[] raw(Part part) throws IOException, MessagingException {
        try (InputStream in = part.getInputStream()) {
            return in.readNBytes(LONGEST_PART);
        }
    }

    private static String text(Part part) throws IOException, MessagingException {
        return new String(raw(part), charsetOf(part));
    }

    private static Charset charsetOf(Part part) {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (MessagingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return ISO_8859_1;
        }
    }

    /** Groups of fields, parted by blank lines, as delivery reports have them. */
    private static List<Map<String, String>> groups(byte[] bytes) throws MessagingException {
        List<Map<String, String>> groups = new ArrayList<>();
        for (String group : new String(bytes, UTF_8).split("\\r?\\n[ \\t]*\\r?\\n", -1)) {
            if (!group.isBlank() && groups.size() < MOST_PARTS) {
                Map<String, String> fields = new HashMap<>();
                InternetHeaders read =
                        new InternetHeaders(new ByteArrayInputStream((group.strip() + "\n\n").getBytes(UTF_8)));
                Collections.list(read.getAllHeaders())
                        .forEach(field -> fields.putIfAbsent(
                                field.getName().toLowerCase(Locale.ROOT),
                                MimeUtility.unfold(field.getValue()).strip()));
                groups.add(fields);
            }
        }
        return groups;
    }

    private static Map<String, String> merged(List<Map<String, String>> groups) {
        Map<String, String> all = new HashMap<>();
        groups.forEach(group -> group.forEach(all::putIfAbsent));
        return Map.copyOf(all);
    }

    private static String headOf(byte[] mail) {
        String text = new String(mail, UTF_8);
        int end = text.replace("\r\n", "\n").indexOf("\n\n");
        return end < 0 ? text : text.replace("\r\n", "\n").substring(0, end);
    }

    private static Map<String, List<String>> headers(MimeMessage mail) throws MessagingException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        int most = MOST_HEADERS;
        for (Header header : Collections.list(mail.getAllHeaders())) {
            if (most-- > 0) {
                headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(decoded(header.getValue()));
            }
        }
        return headers;
    }

    private static String decoded(String value) {
        String line = MimeUtility.unfold(value).strip();
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException e) {
            return line;
        }
    }

    private static @Nullable InternetAddress author(MimeMessage mail) throws MessagingException {
        String raw = mail.getHeader("From", ",");
        if (raw == null) {
            return null;
        }
        try {
            InternetAddress[] authors = InternetAddress.parseHeader(raw, false);
            return authors.length == 0 ? null : authors[0];
        } catch (AddressException e) {
            return null;
        }
    }

    /** Good enough to find a word in, and to be read as text; whoever shows it shows it as text. */
    private static String withoutMarkup(String html) {
        return html.replaceAll("(?is)<(style|script|head)\\b.*?</\\1\\s*>", " ")
                .replaceAll("(?i)<(br|/p|/div|/tr|/li)\\b[^>]*>", "\n")
                .replaceAll("(?is)<blockquote\\b.*", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
