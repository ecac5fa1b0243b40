package dev.seventouch.mailer.lint;

import static dev.seventouch.mailer.lint.Finding.Severity.WARNING;

import dev.seventouch.mailer.template.TemplateSource.Passage;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** HTML that mail clients show as it was meant, also with images off. */
final class MarkupRule implements Rule {

    private static final Pattern IMAGE = Pattern.compile("(?is)<(?:mj-image|img)\\b[^>]*>");
    private static final Pattern ALT = Pattern.compile("(?i)\\balt\\s*=");

    /** With images off, which is the default of many, so many words at least are to be read. */
    private static final int FEWEST_WORDS = 20;

    /** Gmail cuts a message there, and with it the way to stop. */
    private static final int LARGEST = 100 * 1024;

    @Override
    public Stream<Finding> look(Draft draft) {
        Passage html = draft.html();
        if (html == null || !draft.isMail()) {
            return Stream.empty();
        }
        return Stream.of(unsupported(html), images(draft, html), size(html)).flatMap(found -> found);
    }

    private static Stream<Finding> unsupported(Passage html) {
        return ClientFact.ALL.stream()
                .flatMap(fact -> fact.markup()
                        .matcher(html.words())
                        .results()
                        .limit(1)
                        .map(hit -> Draft.at(html, hit, fact.severity(), fact.why(), fact.instead())));
    }

    private static Stream<Finding> images(Draft draft, Passage html) {
        boolean any = IMAGE.matcher(html.words()).find();
        int words = Draft.seen(html).split(" ", -1).length;
        Stream<Finding> imageOnly = any && words < FEWEST_WORDS && !draft.isFrame()
                ? Stream.of(Draft.error(
                        html,
                        "it is hardly more than an image: with images off there is nothing to read",
                        "write it in words, and let the image only show it"))
                : Stream.empty();
        Stream<Finding> silent = IMAGE.matcher(html.words())
                .results()
                .filter(hit -> !ALT.matcher(hit.group()).find())
                .map(hit -> Draft.at(
                        html,
                        hit,
                        WARNING,
                        "with images off nothing stands in its place",
                        "say in alt what it shows; alt=\"\" if it is only decoration"));
        return Stream.concat(imageOnly, silent);
    }

    private static Stream<Finding> size(Passage html) {
        return html.words().length() > LARGEST
                ? Stream.of(Draft.warning(
                        html, "Gmail cuts what is longer than 102 KB, the way to stop first", "shorten it"))
                : Stream.empty();
    }
}
