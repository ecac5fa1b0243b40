package dev.seventouch.mailer.channel.email;

import dev.seventouch.events.outcome.Fault;
import dev.seventouch.mailer.channel.email.SmtpConversation.Stage;
import dev.seventouch.mailer.delivery.Handover.Answer;
import dev.seventouch.service.mail.BounceStatus;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a relay's no means (RFC 5321 4.2, RFC 3463).
 *
 * @param code the reply's code; below 0 where there was none
 * @param stage what was being said
 * @param words the reply, without addresses
 */
record Refusal(int code, Stage stage, String words) {

    /** Security or policy (RFC 3463 X.7.X): our set-up is refused, whatever the command was. */
    private static final Pattern POLICY = Pattern.compile("\\b[45]\\.7\\.\\d");

    /** What is missing is ours: SPF, DKIM, DMARC, reverse DNS (RFC 7372, RFC 8601, and what large receivers made of them). */
    private static final Pattern SET_UP = Pattern.compile("\\b[45]\\.7\\.([2-9]\\d|\\d{3})\\b");

    /** It is about the recipient's address or mailbox (RFC 3463 X.1.X, X.2.X), and not about a length that a mailbox allows. */
    private static final Pattern MAILBOX = Pattern.compile("\\b[45]\\.(1\\.\\d{1,3}|2\\.[0124])\\b");

    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@]+@[^\\s<>@]+>?");
    private static final int LONGEST = 200;
    private static final int CLOSING = 421;

    /** RFC 4954 6: the reply to credentials that don't hold. */
    private static final int LOG_IN = 535;

    static Refusal of(MessagingException refused, Stage stage) {
        for (Exception e = refused; e != null; e = next(e)) {
            Refusal refusal = switch (e) {
                case SMTPAddressFailedException rcpt -> new Refusal(rcpt.getReturnCode(), Stage.RCPT, words(rcpt));
                case SMTPSenderFailedException mail -> new Refusal(mail.getReturnCode(), Stage.MAIL, words(mail));
                case AuthenticationFailedException auth ->
                    new Refusal(LOG_IN, Stage.OPEN, "the relay refuses our log-in");
                default -> null;
            };
            if (refusal != null) {
                return refusal;
            }
        }
        return refused instanceof SMTPSendFailedException send && send.getReturnCode() > 0
                ? new Refusal(send.getReturnCode(), stage, words(send))
                : new Refusal(-1, stage, lost(refused, stage));
    }

    Answer answer() {
        return isForGood() ? new Answer.Never(fault(), words) : new Answer.NotNow(words, null, isInDoubt(), fault());
    }

    /** Whether the same mail must not be tried again. A no before MAIL FROM is not about the mail. */
    boolean isForGood() {
        return code >= 500 && stage != Stage.OPEN;
    }

    /** Whether nobody can know what became of the mail (RFC 1047). */
    boolean isInDoubt() {
        return code < 0 && stage == Stage.DOT;
    }

    /** Whether another relay may do better, and can't make it twice: nothing was complete yet. */
    boolean isOfRelay() {
        return switch (stage) {
            case OPEN -> true;
            case MAIL -> code < 500;
            case RCPT, DATA -> code < 0;
            case DOT -> false;
        };
    }

    /**
     * Whether the relay is to be left alone for a moment. One that falls silent after RCPT may be waiting for the recipient's
     * domain, and goes on for all others; if it is gone, the next connection tells.
     */
    boolean isOfRelayItself() {
        return isOfRelay() && (stage == Stage.OPEN || stage == Stage.MAIL);
    }

    /** Whether it is about where the mail goes rather than about the relay. */
    boolean isOfDomain() {
        return code > 0 && (stage == Stage.RCPT || stage == Stage.DOT);
    }

    /** Whether the domain asks us to come later with everything. */
    boolean isThrottle() {
        return code == CLOSING || (code < 500 && isPolicy());
    }

    /** Whether the relay refuses us, whoever the mail is for: our log-in, or our sender. */
    boolean isOfSender() {
        return (stage == Stage.OPEN && code == LOG_IN) || (stage == Stage.MAIL && code >= 500);
    }

    /** Whether everything else will be refused as well until our set-up is mended. */
    boolean isOfSetUp() {
        return SET_UP.matcher(words).find();
    }

    /** Whether it is about us rather than about this mail or this address. */
    boolean isPolicy() {
        return POLICY.matcher(words).find();
    }

    /** Whose fault it is: now if it is for good, otherwise if it is given up. */
    private Fault fault() {
        if (code < 0 || isPolicy()) {
            return Fault.SENDER;
        }
        return switch (stage) {
            case OPEN, MAIL -> Fault.SENDER;
            case RCPT -> ofRecipient();
            // Some servers look for the mailbox only when they have the whole mail.
            case DATA, DOT ->
                MAILBOX.matcher(words).find() ? ofRecipient() : isForGood() ? Fault.CONTENT : Fault.SENDER;
        };
    }

    private Fault ofRecipient() {
        return switch (BounceStatus.of("", words).kind()) {
            case HARD -> isForGood() ? Fault.LEAD : Fault.MAILBOX;
            case SOFT, UNKNOWN -> Fault.MAILBOX;
            case OURS -> Fault.SENDER;
        };
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private static String lost(MessagingException e, Stage stage) {
        Exception cause = e.getNextException();
        String what = cause == null ? e.getMessage() : cause.getClass().getSimpleName();
        return stage == Stage.DOT
                ? "the relay went away after the whole mail; nobody knows whether it took it (" + withoutAddress(what)
                        + ")"
                : "the relay is out of reach or went away (" + withoutAddress(what) + ")";
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
