package dev.seventouch.mailer.lint;

import dev.seventouch.mailer.template.TemplateSource.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What spam filters are likely to make of the words. Each sign that is found adds its points; filters commonly act at five.
 * It is a guess for the author: the filter that counts is the reader's.
 */
final class SpamRule implements Rule {

    private static final double MUCH = 5;

    private record Sign(Pattern words, double points, String name) {}

    private static final List<Sign> SIGNS = List.of(
            sign(
                    2.5,
                    "a promise of money",
                    "(earn|make) (money|cash|\\S{1,3}\\d+)|cash bonus|extra income|get rich|schnelles geld|argent facile|dinero (fácil|rápido)"),
            sign(
                    2,
                    "a guarantee without limits",
                    "100 ?% (free|guaranteed|satisf|gratis|kostenlos)|risk[- ]free|no risk|garantiert (kostenlos|ohne risiko)|sans aucun risque|sin ningún riesgo"),
            sign(
                    2,
                    "a prize",
                    "you('ve| have)? won|winner|congratulations|lottery|sie haben gewonnen|glückwunsch|vous avez gagné|félicitations|has ganado|felicidades"),
            sign(
                    1.5,
                    "haste",
                    "act now|urgent|hurry|last chance|limited time|offer expires|only today|jetzt zugreifen|nur heute|letzte chance|dringend|offre limitée|dernière chance|dépêchez|última oportunidad|solo hoy|urgente"),
            sign(
                    1.5,
                    "\"click here\"",
                    "click (here|below|now)|klicken sie hier|hier klicken|cliquez ici|haga clic|clic aquí"),
            sign(
                    1.5,
                    "cheapness",
                    "lowest price|best price|cheap|bargain|\\d\\d ?% off|tiefpreis|billig|schnäppchen|pas cher|meilleur prix|barato|mejor precio"),
            sign(
                    1.5,
                    "\"free\" more than once",
                    "(?s)\\b(free|gratis|kostenlos|gratuit)\\b.*\\b(free|gratis|kostenlos|gratuit)\\b"),
            sign(1.5, "\"dear friend\"", "dear (friend|sir or madam|customer)|liebe(r)? freund|cher ami|querido amigo"),
            sign(1.5, "signs in a row", "!{2,}|\\?{2,}|\\${2,}|€{2,}"),
            sign(
                    3,
                    "medicine or credit",
                    "viagra|cialis|weight loss|abnehmen ohne|payday|credit repair|refinance|kredit ohne schufa"));

    private static Sign sign(double points, String name, String words) {
        return new Sign(Pattern.compile("(?iu)(?<!\\p{L})(" + words + ")"), points, name);
    }

    @Override
    public Stream<Finding> look(Draft draft) {
        Passage text = draft.words();
        if (!draft.isMail() || text == null) {
            return Stream.empty();
        }
        Passage subject = draft.front("subject");
        String words = (subject == null ? "" : subject.words() + "\n") + Draft.seen(text);
        List<String> found = new ArrayList<>();
        double points = 0;
        for (Sign sign : SIGNS) {
            if (sign.words.matcher(words).find()) {
                points += sign.points;
                found.add(sign.name);
            }
        }
        long capitals =
                Pattern.compile("\\b\\p{Lu}{4,}\\b").matcher(words).results().count();
        if (capitals > 5 && capitals * 5 > words.split("\\s+", -1).length) {
            points += 2;
            found.add("many words in capitals");
        }
        return points < MUCH
                ? Stream.empty()
                : Stream.of(Draft.warning(
                        text,
                        String.format(
                                        Locale.ROOT,
                                        "filters are likely to take it for spam (%.1f points, %.0f are many): ",
                                        points,
                                        MUCH)
                                + String.join(", ", found),
                        "say what is so, in plain words, and leave these out"));
    }
}
