package dev.seventouch.mailer.channel.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A transport that knows how far its mail has come. */
final class SmtpConversation extends SMTPTransport {

    private static final int CLOSING = 421; // RFC 5321 3.8

    private Stage stage = Stage.OPEN;

    /** What was being said last. */
    enum Stage {
        OPEN,
        MAIL,
        RCPT,
        DATA,
        /** The mail is complete: only the reply tells whether it was taken (RFC 1047). */
        DOT
    }

    SmtpConversation(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.MAIL;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = Stage.RCPT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        stage = Stage.DATA;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        stage = Stage.DOT;
        super.finishData();
    }

    Stage stage() {
        return stage;
    }

    /** Before the next mail. */
    void rewind() {
        stage = Stage.OPEN;
    }

    /** Whether the relay hung up, or is about to. */
    boolean isOver(MessagingException e) {
        return e.getNextException() instanceof IOException
                || getLastReturnCode() < 0
                || getLastReturnCode() == CLOSING
                || (e instanceof SMTPSendFailedException refused && refused.getReturnCode() < 0);
    }
}
