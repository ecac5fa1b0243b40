package dev.seventouch.intake.mailbox;

import dev.seventouch.service.link.TouchMarks;
import dev.seventouch.service.link.TouchMarks.Mark;
import dev.seventouch.service.mail.BounceStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells what a mail is. Anybody can write a mail that looks like a bounce or a complaint, so these count only with a mark of
 * ours, which is known to whoever got the mail and to nobody else.
 */
final class Classifier {
    private static final List<String> RECIPIENTS =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-RCPT-TO", "To", "Cc");

    private static final Pattern FROM_A_SERVER =
            Pattern.compile("^(mailer-daemon|postmaster|mail-daemon|microsoftexchange[0-9a-f]*)(@.*)?$");

    /** Where the headers that RFC 3834 asks for are missing: how common programs begin the subject. */
    private static final Pattern AWAY = Pattern.compile(
            "^((re|aw|tr|rv|sv)\\s*:\\s*)*(auto(matic)?[ -]?(reply|response)|out of( the)? office|ooo\\b|on vacation"
                    + "|automatische antwort|abwesenheits?(notiz|nachricht|meldung)?\\b|abwesend|nicht im b(ü|ue)ro"
                    + "|r(é|e)ponse automatique|absence du bureau|absent\\b|message d.absence"
                    + "|respuesta autom(á|a)tica|fuera de (la )?oficina|ausente\\b|mensaje de ausencia)");

    /** Below it stands what we wrote ourselves. */
    private static final Pattern COPY =
            Pattern.compile("^-{2,}.*\\b(copy|original message)\\b", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    private static final Pattern ANSWERED = Pattern.compile("^((re|aw|tr|rv|sv)\\s*:\\s*)+", Pattern.CASE_INSENSITIVE);

    private final TouchMarks marks;

    Classifier(TouchMarks marks) {
        this.marks = marks;
    }

    Finding of(IncomingMail mail) {
        if (!mail.feedback().isEmpty()) {
            return feedback(mail);
        }
        if (!mail.delivery().isEmpty()) {
            return report(mail);
        }
        if (isFromAServer(mail)) {
            return wordsOfAServer(mail);
        }
        Optional<Mark> asked = stopAsked(mail);
        if (asked.isPresent()) {
            return new Finding.Stop(asked);
        }
        if (isAutomatic(mail)) {
            return new Finding.AutoReply(answered(mail));
        }
        if (mail.header("List-Id").isPresent()) {
            return new Finding.Unclear("it came by a mailing list");
        }
        return ofAPerson(mail);
    }

    // ---- RFC 5965

    private Finding feedback(IncomingMail mail) {
        String type = mail.feedback().getOrDefault("feedback-type", "").toLowerCase(Locale.ROOT);
        Optional<Mark> mark =
                marks.in(mail.feedback().getOrDefault("original-mail-from", "")).or(() -> marks.in(mail.returned()));
        return switch (type) {
            case "not-spam" -> new Finding.Nothing(mark.orElse(null), "somebody took a complaint back");
            case "abuse", "fraud", "opt-out", "opt-out-list" ->
                mark.<Finding>map(
                                type.startsWith("opt-out")
                                        ? known -> new Finding.Stop(Optional.of(known))
                                        : Finding.Complaint::new)
                        .orElseGet(() -> new Finding.Unclear("a complaint without a mark of ours"));
            default -> new Finding.Unclear("a feedback report of the type \"" + cut(type) + "\"");
        };
    }

    // ---- RFC 3464

    private Finding report(IncomingMail mail) {
        Optional<Map<String, String>> failed = mail.delivery().stream()
                .filter(recipient -> recipient
                        .getOrDefault("action", "")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("failed"))
                .findFirst();
        if (failed.isEmpty()) {
            boolean isKnown = mail.delivery().stream().anyMatch(recipient -> recipient.containsKey("action"));
            return isKnown
                    ? new Finding.Nothing(returned(mail).orElse(null), "it is late, or has arrived")
                    : new Finding.Unclear("a delivery report that names no action");
        }
        return bounce(
                mail,
                BounceStatus.of(
                        failed.get().getOrDefault("status", ""), failed.get().getOrDefault("diagnostic-code", "")));
    }

    /** Older mail servers, and some that are not old, write for people only. */
    private Finding wordsOfAServer(IncomingMail mail) {
        return bounce(mail, BounceStatus.of("", COPY.split(mail.text(), 2)[0]));
    }

    private Finding bounce(IncomingMail mail, BounceStatus status) {
        Optional<Mark> mark = returned(mail);
        if (mark.isEmpty()) {
            return new Finding.Unclear("a bounce without a mark of ours");
        }
        return switch (status.kind()) {
            case HARD -> new Finding.Bounce(mark.get(), true, status.code());
            case SOFT -> new Finding.Bounce(mark.get(), false, status.code());
            case OURS -> new Finding.Unclear("the receiver refuses our set-up or our words: " + status.code());
            case UNKNOWN -> new Finding.Unclear("a bounce that gives no reason");
        };
    }

    private Optional<Mark> returned(IncomingMail mail) {
        return recipients(mail)
                .flatMap(address -> marks.in(address).stream())
                .findFirst()
                .or(() -> marks.in(mail.returned()))
                .or(() -> marks.in(mail.text()));
    }

    private static boolean isFromAServer(IncomingMail mail) {
        String from = mail.from();
        return mail.header("X-Failed-Recipients").isPresent()
                || (from != null
                        && FROM_A_SERVER.matcher(from.toLowerCase(Locale.ROOT)).matches());
    }

    // ---- RFC 3834

    private static boolean isAutomatic(IncomingMail mail) {
        String precedence = mail.header("Precedence").orElse("").toLowerCase(Locale.ROOT);
        String submitted = mail.header("Auto-Submitted").orElse("no").toLowerCase(Locale.ROOT);
        return !submitted.startsWith("no")
                || List.of("auto_reply", "bulk", "junk").contains(precedence)
                || Stream.of("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-AutoReply-From", "X-Mail-Autoreply")
                        .anyMatch(name -> mail.header(name).isPresent())
                || mail.header("X-Auto-Response-Suppress")
                        .filter("All"::equalsIgnoreCase)
                        .isPresent()
                || mail.all("Return-Path").contains("<>")
                || AWAY.matcher(mail.subject().strip().toLowerCase(Locale.ROOT)).find();
    }

    // ---- people

    /** The mail that List-Unsubscribe asks for (RFC 2369). */
    private Optional<Mark> stopAsked(IncomingMail mail) {
        String subject = mail.subject().strip();
        return subject.toLowerCase(Locale.ROOT).startsWith("stop ") ? marks.in(subject) : Optional.empty();
    }

    private Finding ofAPerson(IncomingMail mail) {
        String words = StopWords.newWords(mail.text());
        String subject = ANSWERED.matcher(mail.subject().strip()).replaceFirst("");
        boolean stop = StopWords.isOnlyStop(words.isEmpty() ? subject : words);
        return stop ? new Finding.Stop(answered(mail)) : new Finding.Reply(answered(mail), words);
    }

    private Optional<Mark> answered(IncomingMail mail) {
        return Stream.of(mail.all("In-Reply-To").stream(), mail.all("References").stream(), recipients(mail))
                .flatMap(texts -> texts)
                .flatMap(text -> marks.in(text).stream())
                .findFirst();
    }

    static Stream<String> recipients(IncomingMail mail) {
        return RECIPIENTS.stream().flatMap(name -> mail.all(name).stream());
    }

    private static String cut(String words) {
        return words.substring(0, Math.min(words.length(), 40));
    }
}
