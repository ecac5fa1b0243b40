package dev.seventouch.mailer.channel.email;

import dev.seventouch.events.outcome.Fault;
import dev.seventouch.mailer.delivery.Handover.Answer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a relay's no means (RFC 5321 4.2, RFC 3463). */
final class Refusal {

    /** Security or policy (RFC 3463 X.7.X): our set-up is refused, whatever the command was. */
    private static final Pattern POLICY = Pattern.compile("\\b[45]\\.7\\.\\d");

    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@]+@[^\\s<>@]+>?");
    private static final int LONGEST = 200;

    private Refusal() {}

    static Answer of(MessagingException refused) {
        for (Exception e = refused; e != null; e = next(e)) {
            Answer answer = switch (e) {
                case SMTPAddressFailedException rcpt -> answer(rcpt.getReturnCode(), words(rcpt), Fault.LEAD);
                case SMTPSenderFailedException mail -> answer(mail.getReturnCode(), words(mail), Fault.SENDER);
                case AuthenticationFailedException auth -> new Answer.NotNow("the relay refuses our log-in");
                default -> null;
            };
            if (answer != null) {
                return answer;
            }
        }
        if (refused instanceof SMTPSendFailedException send) {
            boolean ofSender = send.getCommand() != null
                    && send.getCommand().toUpperCase(Locale.ROOT).startsWith("MAIL");
            return answer(send.getReturnCode(), words(send), ofSender ? Fault.SENDER : Fault.CONTENT);
        }
        return new Answer.NotNow(lost(refused));
    }

    private static Answer answer(int code, String words, Fault fault) {
        if (code < 500) {
            return new Answer.NotNow(words); // 4xx, or the connection ended: -1
        }
        return new Answer.Never(POLICY.matcher(words).find() ? Fault.SENDER : fault, words);
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private static String lost(MessagingException e) {
        Exception cause = e.getNextException();
        String what = cause == null ? e.getMessage() : cause.getClass().getSimpleName();
        return "the relay is out of reach or went away (" + withoutAddress(what) + ")";
    }

    private static String words(MessagingException e) {
        return withoutAddress(e.getMessage());
    }

    /** A reply often repeats the address; outcomes carry no personal data. */
    static String withoutAddress(@Nullable String reply) {
        String bare = ADDRESS.matcher(reply == null ? "no reply" : reply)
                .replaceAll("<…>")
                .replaceAll("\\s+", " ")
                .strip();
        return bare.length() <= LONGEST ? bare : bare.substring(0, LONGEST) + "…";
    }
}
