package dev.seventouch.mailer.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A transport that knows how far its mail has come. */
final class SmtpConversation extends SMTPTransport {

    private static final int CLOSING = 421; // RFC 5321 3.8

    private boolean begun;

    SmtpConversation(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    @Override
    protected void mailFrom() throws MessagingException {
        begun = false;
        super.mailFrom();
        begun = true;
    }

    /** Whether {@code e} means that the relay had hung up before it took anything of the mail. */
    boolean wasOverBeforeItBegan(MessagingException e) {
        return !begun && isOver(e);
    }

    /** Whether the relay hung up, or is about to. */
    boolean isOver(MessagingException e) {
        return e.getNextException() instanceof IOException
                || getLastReturnCode() < 0
                || getLastReturnCode() == CLOSING
                || (e instanceof SMTPSendFailedException refused && refused.getReturnCode() < 0);
    }
}
