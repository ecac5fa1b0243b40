package dev.seventouch.mailer.channel.email;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A transport that knows how far its mail has come. Where the relay offers PIPELINING (RFC 2920), sender, recipient and DATA
 * go out in one go: two round trips for a mail instead of four.
 */
final class SmtpConversation extends SMTPTransport {

    private static final int CLOSING = 421; // RFC 5321 3.8
    private static final int GO_ON = 354;

    private final Queue<Said> unanswered = new ArrayDeque<>();
    private Stage stage = Stage.OPEN;
    private @Nullable WrittenMail mail;
    private boolean over;

    /** The no to DATA or to the whole mail: what comes after it, on a connection that ends, must not hide it. */
    private @Nullable Reply no;

    private record Reply(int code, String words) {}

    /** What was being said last. */
    enum Stage {
        OPEN,
        MAIL,
        RCPT,
        DATA,
        /** The mail is complete: only the reply tells whether it was taken (RFC 1047). */
        DOT
    }

    private record Said(Stage stage, String command) {}

    SmtpConversation(Session session) {
        super(session, new URLName("smtp", null, -1, null, null, null));
    }

    /** Says all of it; returns when the relay has taken it. */
    void send(WrittenMail written) throws MessagingException {
        mail = written;
        no = null;
        unanswered.clear();
        Address[] recipients = {written.recipient()};
        try {
            sendMessage(written, recipients);
        } catch (MessagingException e) {
            Reply said = no;
            if (said == null || e instanceof SMTPSendFailedException) {
                throw e;
            }
            over = true;
            Address[] none = {};
            throw new SMTPSendFailedException(
                    stage.name(), said.code, said.words, e.getNextException(), none, recipients, none);
        }
    }

    private WrittenMail mail() {
        return java.util.Objects.requireNonNull(mail);
    }

    @Override
    protected void mailFrom() throws MessagingException {
        stage = Stage.MAIL;
        // RFC 6531 3.4
        String needs = mail().needsUtf8() ? " BODY=8BITMIME SMTPUTF8" : "";
        say("MAIL FROM:<" + mail().sender().getAddress() + ">" + needs);
    }

    @Override
    protected void rcptTo() throws MessagingException {
        stage = Stage.RCPT;
        say("RCPT TO:<" + mail().recipient().getAddress() + ">");
    }

    private void say(String command) throws MessagingException {
        Said said = new Said(stage, command);
        MessagingException no;
        if (mail().needsUtf8()) {
            // Text would go out as ASCII.
            no = verdict(said, simpleCommand(command.getBytes(StandardCharsets.UTF_8)));
        } else {
            sendCommand(command);
            unanswered.add(said);
            no = supportsExtension("PIPELINING") ? null : settled();
        }
        if (no != null) {
            startAnew();
            throw no;
        }
    }

    @Override
    protected OutputStream data() throws MessagingException {
        if (unanswered.isEmpty()) {
            stage = Stage.DATA;
        }
        return super.data();
    }

    /** What was said before and has not been answered is answered first. */
    @Override
    protected int readServerResponse() throws MessagingException {
        if (unanswered.isEmpty()) {
            return noted(super.readServerResponse());
        }
        MessagingException no = settled();
        if (no == null) {
            stage = Stage.DATA;
            return noted(super.readServerResponse());
        }
        Stage refusedAt = stage;
        takeDataBack();
        stage = refusedAt;
        throw no;
    }

    private int noted(int code) {
        if (no == null && code >= 400 && (stage == Stage.DATA || stage == Stage.DOT)) {
            no = new Reply(code, getLastServerResponse());
        }
        return code;
    }

    /** @return the first no; the stage is then the one at which it was said */
    private @Nullable MessagingException settled() throws MessagingException {
        MessagingException no = null;
        Stage refusedAt = stage;
        for (Said said = unanswered.poll(); said != null && !over; said = unanswered.poll()) {
            stage = said.stage;
            MessagingException verdict = verdict(said, super.readServerResponse());
            if (no == null && verdict != null) {
                no = verdict;
                refusedAt = said.stage;
            }
        }
        unanswered.clear();
        if (no != null) {
            stage = refusedAt;
        }
        return no;
    }

    /** @return null for a yes */
    private @Nullable MessagingException verdict(Said said, int code) throws MessagingException {
        if (code < 0) {
            throw new MessagingException("no reply", new EOFException("the relay hung up"));
        }
        over = code == CLOSING;
        if (code >= 200 && code < 300) {
            return null;
        }
        return said.stage == Stage.MAIL
                ? new SMTPSenderFailedException(mail().sender(), said.command, code, getLastServerResponse())
                : new SMTPAddressFailedException(mail().recipient(), said.command, code, getLastServerResponse());
    }

    /** DATA was said as well, though nobody is to get anything: RFC 2920 3.1 wants the dot at once. */
    private void takeDataBack() {
        if (over) {
            return;
        }
        try {
            int code = super.readServerResponse();
            if (code == GO_ON && stage == Stage.RCPT) {
                simpleCommand(".");
            } else if (code == GO_ON || code < 0) {
                // With the sender refused and the recipient taken, a dot would send an empty mail.
                over = true;
                return;
            }
            startAnew();
        } catch (MessagingException e) {
            over = true;
        }
    }

    private void startAnew() {
        try {
            over = over || simpleCommand("RSET") != 250;
        } catch (MessagingException e) {
            over = true;
        }
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
        return over
                || e.getNextException() instanceof IOException
                || getLastReturnCode() < 0
                || getLastReturnCode() == CLOSING
                || (e instanceof SMTPSendFailedException refused && refused.getReturnCode() < 0);
    }
}
