package dev.seventouch.mailer.channel.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A mail as the bytes that go out: what takes time is done before a connection is taken. */
final class WrittenMail extends MimeMessage {

    private final InternetAddress sender;
    private final InternetAddress recipient;
    private final byte[] bytes;

    WrittenMail(Session session, InternetAddress sender, InternetAddress recipient, byte[] bytes) {
        super(session);
        this.sender = sender;
        this.recipient = recipient;
        this.bytes = bytes;
        this.saved = true;
    }

    InternetAddress recipient() {
        return recipient;
    }

    /** Whether only a relay with SMTPUTF8 can carry it (RFC 6531). */
    boolean needsUtf8() {
        return MailAddress.needsUtf8(recipient);
    }

    /** What MAIL FROM says. */
    InternetAddress sender() {
        return sender;
    }

    @Override
    public Address[] getFrom() {
        return new Address[] {sender};
    }

    @Override
    public int getSize() {
        return bytes.length;
    }

    @Override
    public void writeTo(OutputStream to, String[] without) throws IOException, MessagingException {
        to.write(bytes);
    }
}
