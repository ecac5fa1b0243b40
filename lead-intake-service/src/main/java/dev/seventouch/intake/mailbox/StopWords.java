package dev.seventouch.intake.mailbox;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether somebody says stop and nothing else, in English, German, French or Spanish. In doubt a person reads it. */
final class StopWords {
    private static final Set<String> STOP = Set.of(
            "stop",
            "stop it",
            "stop please",
            "please stop",
            "stop emails",
            "stop emailing me",
            "stop mailing me",
            "please stop emailing me",
            "unsubscribe",
            "unsubscribe me",
            "please unsubscribe",
            "please unsubscribe me",
            "remove me",
            "please remove me",
            "remove me from your list",
            "please remove me from your list",
            "remove me from this list",
            "opt out",
            "no more emails",
            "no more mails",
            "no more emails please",
            "stopp",
            "abmelden",
            "abmeldung",
            "bitte abmelden",
            "abbestellen",
            "bitte abbestellen",
            "austragen",
            "bitte austragen",
            "bitte austragen aus dem verteiler",
            "keine mails mehr",
            "keine e mails mehr",
            "bitte keine mails mehr",
            "bitte keine e mails mehr",
            "keine werbung mehr",
            "bitte keine werbung mehr",
            "arret",
            "arretez",
            "stop svp",
            "desabonner",
            "me desabonner",
            "desabonnement",
            "se desabonner",
            "desabonnez moi",
            "veuillez me desabonner",
            "merci de me desabonner",
            "desinscription",
            "me desinscrire",
            "desinscrire",
            "veuillez me desinscrire",
            "merci de me desinscrire",
            "plus de mails",
            "plus d e mails",
            "baja",
            "dar de baja",
            "darme de baja",
            "dame de baja",
            "denme de baja",
            "quiero darme de baja",
            "por favor dar de baja",
            "por favor denme de baja",
            "cancelar suscripcion",
            "cancelar la suscripcion",
            "no mas correos",
            "no mas correos por favor",
            "alto",
            "parar");

    /** What stands in front of what is being answered, as mail programs write it. */
    private static final List<Pattern> QUOTES = List.of(
            Pattern.compile("^\\s*>"),
            Pattern.compile("^-- ?$"),
            Pattern.compile("^_{5,}\\s*$"),
            Pattern.compile(
                    "^\\s*-{2,}\\s*(Original Message|Original-Nachricht|Ursprüngliche Nachricht|Message d'origine"
                            + "|Mensaje original|Forwarded message|Weitergeleitete Nachricht).*$",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("^\\s*(From|Von|De)\\s?:\\s.*(@|\\[).*$"),
            Pattern.compile("^\\s*(On|Am|Le|El)\\b.*\\b(wrote|schrieb|écrit|escribió)\\b.*:?\\s*$"),
            Pattern.compile("^\\s*(On|Am|Le|El)\\b.{10,}\\d{1,2}[:.h]\\d{2}.*$"),
            Pattern.compile("^\\s*(Sent from my|Von meinem .* gesendet|Envoyé de mon|Enviado desde mi)\\b.*$"));

    private StopWords() {}

    /** What is new in an answer: the lines in front of what is quoted. */
    static String newWords(String text) {
        StringBuilder fresh = new StringBuilder();
        for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
            if (QUOTES.stream().anyMatch(quote -> quote.matcher(line).find())) {
                break;
            }
            fresh.append(line).append('\n');
        }
        return fresh.toString().strip();
    }

    static boolean isOnlyStop(String words) {
        return STOP.contains(plain(words));
    }

    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
