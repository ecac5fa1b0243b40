package dev.seventouch.mailer.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.mailer.delivery.Handover.Parcel;
import dev.seventouch.mailer.template.WaysOut;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Writes a filled touch as a message (RFC 5322, RFC 2045 to 2047, RFC 2369, RFC 2919, RFC 8058). */
final class MailWriter {

    /** The last field of Feedback-ID, of 5 to 15 characters and on all our mail; complaints are told by it. */
    private static final String SENDER = "seventouch";

    private static final int LINE = 78;
    private static final int ROOM = 16 * 1024;
    private static final String[] NOT_SENT = {"Bcc", "Content-Length"};

    private static final Session ASCII = Session.getInstance(new Properties());

    /** Addresses go into headers as they are (RFC 6532). */
    private static final Session UTF8 = utf8();

    /** What a mail is for. */
    private enum Purpose {
        FOLLOW_UP("follow-up", false),
        /** It answers a form that anybody can fill in. */
        CONFIRMATION("confirmation", true),
        ALERT("alert", true);

        private final String word;

        /** Whether nobody's words are in it: it was made by a machine (RFC 3834 5). */
        private final boolean isOurOwn;

        Purpose(String word, boolean isOurOwn) {
            this.word = word;
            this.isOurOwn = isOurOwn;
        }

        private static Purpose of(Parcel parcel) {
            WaysOut ways = parcel.ways();
            if (ways == null) {
                return ALERT;
            }
            return parcel.content().offers(ways.confirm()) ? CONFIRMATION : FOLLOW_UP;
        }
    }

    private final Letterhead head;
    private final @Nullable DkimSignature signature;

    /** @param signature null where mail goes unsigned */
    MailWriter(Letterhead head, @Nullable DkimSignature signature) {
        this.head = head;
        this.signature = signature;
    }

    private static Session utf8() {
        Properties settings = new Properties();
        settings.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(settings);
    }

    /**
     * @param now goes into Date, in UTC
     * @throws MessagingException if a header would hold what it must not, or an address is none
     */
    WrittenMail write(Parcel parcel, Instant now) throws MessagingException {
        InternetAddress to = to(parcel.due());
        Session session = MailAddress.needsUtf8(to) ? UTF8 : ASCII;
        Optional<String> mark = markOf(parcel);
        MimeMessage mail = message(parcel, mark, to, session, now);
        byte[] bytes;
        try {
            // The DKIM library can't write headers in UTF-8; such a mail has SPF to speak for it.
            if (signature == null || session == UTF8) {
                ByteArrayOutputStream plain = new ByteArrayOutputStream(ROOM);
                mail.writeTo(plain, NOT_SENT);
                bytes = plain.toByteArray();
            } else {
                bytes = signature.signed(mail);
            }
        } catch (IOException e) {
            throw new MessagingException("it can't be written", e);
        }
        return new WrittenMail(session, envelopeSender(mark), to, bytes);
    }

    private InternetAddress envelopeSender(Optional<String> mark) throws MessagingException {
        Returns returns = head.returns();
        String sender = returns == null
                ? head.address()
                : mark.map(returns::envelopeSender).orElse(head.address());
        return MailAddress.of(sender, null);
    }

    /** Nothing where nobody reads what comes back, and on an alert: that its owner can't be reached is not the lead's fault. */
    private Optional<String> markOf(Parcel parcel) {
        Returns returns = head.returns();
        return returns == null || parcel.ways() == null
                ? Optional.empty()
                : returns.markOf(parcel.due().touch());
    }

    private MimeMessage message(Parcel parcel, Optional<String> mark, InternetAddress to, Session session, Instant now)
            throws MessagingException {
        TouchRef touch = parcel.due().touch();
        String subject = parcel.content().subject();
        if (HeaderText.isUnsafe(subject)) {
            throw new MessagingException("the subject holds control characters");
        }
        MimeMessage mail = new TouchMessage(
                session, "<" + touch.id() + mark.map(known -> "." + known).orElse("") + "@" + head.domain() + ">");
        mail.setFrom(from(parcel));
        mail.setRecipient(Message.RecipientType.TO, to);
        replyTo(mail, parcel);
        mail.setSubject(HeaderText.literal(subject), UTF_8.name());
        mail.setSentDate(Date.from(now));
        mail.setHeader("Content-Language", parcel.content().language());
        String cadence = label(touch.enrollment().cadence().orElse("cadence"));
        Purpose purpose = Purpose.of(parcel);
        mail.setHeader("List-ID", folded("List-ID", phrase(head.name()) + " <" + cadence + "." + head.domain() + ">"));
        // The same on all mail of a cadence: complaints are counted by each of these fields, over many mails.
        mail.setHeader(
                "Feedback-ID",
                folded("Feedback-ID", cadence + ":" + head.domain() + ":" + purpose.word + ":" + SENDER));
        if (purpose.isOurOwn) {
            // Nothing may answer it by itself (RFC 3834).
            mail.setHeader("Auto-Submitted", "auto-generated");
        }
        if (parcel.ways() != null) {
            unsubscribe(mail, parcel.ways(), mark.orElse(touch.id().value()));
        }
        mail.setContent(new MailBody(head.domain()).of(parcel.content()));
        mail.saveChanges();
        return mail;
    }

    private void replyTo(MimeMessage mail, Parcel parcel) throws MessagingException {
        Rep owner = parcel.due().lead().owner();
        Returns returns = head.returns();
        String mailbox = returns == null ? null : returns.replies();
        if (parcel.due().to() == Recipient.LEAD && (owner != null || mailbox != null)) {
            mail.setReplyTo(new InternetAddress[] {
                MailAddress.of(
                        mailbox == null ? requireNonNull(owner).email() : mailbox,
                        owner == null ? head.name() : owner.name())
            });
        }
    }

    /** @param which tells the mail to whoever reads an answer by mail */
    private void unsubscribe(MimeMessage mail, WaysOut ways, String which) throws MessagingException {
        mail.setHeader(
                "List-Unsubscribe",
                "<" + ways.unsubscribe() + ">,\r\n <mailto:" + head.stopMailbox() + "?subject=stop%20" + which + ">");
        mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    private InternetAddress from(Parcel parcel) throws MessagingException {
        Rep owner = parcel.due().lead().owner();
        boolean personal = parcel.content().signedByOwner()
                && owner != null
                && parcel.due().to() == Recipient.LEAD;
        return MailAddress.of(
                head.address(), personal ? requireNonNull(owner).name() + ", " + head.name() : head.name());
    }

    private static InternetAddress to(TouchEvent.Due due) throws AddressException {
        return switch (due.to()) {
            case LEAD -> {
                var contact = due.lead().contact();
                yield MailAddress.of(requireNonNull(contact.email()), contact.name());
            }
            case OWNER -> {
                Rep owner = requireNonNull(due.lead().owner());
                yield MailAddress.of(owner.email(), owner.name());
            }
        };
    }

    private static String label(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
    }

    private static String phrase(String words) throws MessagingException {
        try {
            return words.matches("[A-Za-z0-9 ]+") ? words : MimeUtility.encodeWord(words, UTF_8.name(), "Q");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    private static String folded(String name, String value) {
        return MimeUtility.fold(Math.min(name.length() + 2, LINE), value);
    }
}
