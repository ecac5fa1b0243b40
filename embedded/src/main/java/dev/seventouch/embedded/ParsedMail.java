package dev.seventouch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A mail, taken apart as far as it can be: what is broken in it is left empty.
 *
 * @param headers unfolded but not decoded, in their order
 */
record ParsedMail(Map<String, List<String>> headers, String text, String html, List<Attachment> attachments) {
    private static final Session SESSION = Session.getInstance(new Properties());

    record Attachment(String fileName, String contentType, int size) {}

    static ParsedMail of(byte[] raw) {
        Parts parts = new Parts();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        try {
            MimeMessage mail = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            for (Header header : Collections.list(mail.getAllHeaders())) {
                headers.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                        .add(MimeUtility.unfold(header.getValue()));
            }
            parts.collect(mail);
        } catch (MessagingException | IOException e) {
            parts.text
                    .append("(the rest of this message can't be read: ")
                    .append(e.getMessage())
                    .append(')');
        }
        return new ParsedMail(headers, parts.text.toString(), parts.html.toString(), List.copyOf(parts.attachments));
    }

    /** Decoded (RFC 2047); empty if there is no such header. */
    String header(String name) {
        String value = raw(name);
        try {
            return value == null ? "" : MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException e) {
            return String.valueOf(value);
        }
    }

    List<Mailbox> mailboxes(String name) {
        String value = raw(name);
        if (value == null || value.isBlank()) {
            return List.of();
        }
        try {
            return Arrays.stream(InternetAddress.parseHeader(value, false))
                    .map(ParsedMail::mailbox)
                    .toList();
        } catch (AddressException e) {
            return List.of(new Mailbox("", value));
        }
    }

    /** The beginning of the text, on one line. */
    String snippet(int length) {
        String words = (text.isBlank() ? html.replaceAll("(?s)<(style|head)\\b.*?</\\1>|<[^>]*>", " ") : text)
                .replaceAll("\\s+", " ")
                .strip();
        return words.length() <= length ? words : words.substring(0, length) + "…";
    }

    private @Nullable String raw(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst())
                .findFirst()
                .orElse(null);
    }

    private static Mailbox mailbox(InternetAddress address) {
        String name = address.getPersonal();
        return new Mailbox(name == null ? "" : name, address.getAddress() == null ? "" : address.getAddress());
    }

    /** Filled while walking down the parts. */
    private static final class Parts {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<Attachment> attachments = new ArrayList<>();

        void collect(Part part) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    collect(inner);
                }
            } else if (part.getFileName() != null || !part.isMimeType("text/*")) {
                String name = part.getFileName();
                attachments.add(new Attachment(
                        name == null ? "" : name, String.valueOf(part.getContentType()), part.getSize()));
            } else if (part.isMimeType("text/html")) {
                html.append(textOf(part));
            } else {
                text.append(textOf(part));
            }
        }

        private static String textOf(Part part) throws MessagingException, IOException {
            try {
                return part.getContent() instanceof String content ? content : "";
            } catch (UnsupportedEncodingException e) { // a charset that nobody has: most of it is ASCII anyway
                return new String(part.getInputStream().readAllBytes(), UTF_8);
            }
        }
    }
}
