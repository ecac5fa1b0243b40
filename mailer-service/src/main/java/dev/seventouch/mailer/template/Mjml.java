package dev.seventouch.mailer.template;

import ch.digitalfondue.mjml4j.Mjml4j;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes mail that every client shows out of MJML, once, when a template is read. FreeMarker's marks are taken out before and put
 * back after, and what comes out is a template like any other: compiled with HTML as its output format, it escapes what it is filled
 * with.
 */
final class Mjml {

    /** Comments, directives and interpolations; a quoted string may hold what would end them. */
    private static final Pattern MARK = Pattern.compile(
            "<#--.*?-->|</?#(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>|\\$\\{(?:\"[^\"]*\"|'[^']*'|[^}\"'])*\\}", Pattern.DOTALL);

    /** What it adds for fonts that it knows from elsewhere: a mail fetches nothing from strangers. */
    private static final Pattern FETCHED = Pattern.compile(
            "<!--\\[if !mso\\]><!-->\\s*<link [^>]*>\\s*<style[^>]*>\\s*(?:@import[^;]*;\\s*)*</style>\\s*<!--<!\\[endif\\]-->");

    private static final String LANGUAGE = "fmklanguage";
    private static final Pattern PLACE = Pattern.compile("fmk(\\d{4})x");

    private Mjml() {}

    /**
     * The HTML, in one line: places in it say nothing about those in the source.
     *
     * @throws TemplateMistake if it can't be read, or what FreeMarker shall do would not be done where it was written
     */
    static TemplateSource.Passage html(TemplateSource.Passage mjml) throws TemplateMistake {
        List<String> marks = new ArrayList<>();
        String bare = MARK.matcher(mjml.words()).replaceAll(found -> {
            boolean isComment = found.group().startsWith("<#--");
            if (!isComment) {
                marks.add(found.group());
            }
            return isComment ? "" : Matcher.quoteReplacement("fmk%04dx".formatted(marks.size() - 1));
        });
        if (PLACE.matcher(mjml.words()).find()) {
            throw new TemplateMistake(mjml.line(), 1, "these letters have a meaning of their own: fmk0000x");
        }
        String compiled = FETCHED.matcher(compiled(bare, mjml))
                .replaceAll("")
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
        check(compiled, marks, mjml);
        return new TemplateSource.Passage(
                PLACE.matcher(compiled.replace(LANGUAGE, "${language}"))
                        .replaceAll(place -> Matcher.quoteReplacement(marks.get(Integer.parseInt(place.group(1))))),
                mjml.line(),
                mjml.column());
    }

    private static String compiled(String bare, TemplateSource.Passage mjml) throws TemplateMistake {
        try {
            return Mjml4j.render(bare, new Mjml4j.Configuration(LANGUAGE));
        } catch (RuntimeException e) {
            throw new TemplateMistake(
                    mjml.line(),
                    1,
                    "this MJML can't be read: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /** A value may be shown more than once, such as in a title. A directive must be there once, and in its order. */
    private static void check(String compiled, List<String> marks, TemplateSource.Passage mjml) throws TemplateMistake {
        int latest = -1;
        boolean[] there = new boolean[marks.size()];
        for (Matcher place = PLACE.matcher(compiled); place.find(); ) {
            int number = Integer.parseInt(place.group(1));
            boolean isDirective = !marks.get(number).startsWith("${");
            if (isDirective && (there[number] || number < latest)) {
                throw moved(marks.get(number), mjml);
            }
            latest = isDirective ? number : latest;
            there[number] = true;
        }
        for (int number = 0; number < there.length; number++) {
            if (!there[number]) {
                throw moved(marks.get(number), mjml);
            }
        }
    }

    private static TemplateMistake moved(String mark, TemplateSource.Passage mjml) {
        long line =
                mjml.words().substring(0, mjml.words().indexOf(mark)).lines().count();
        return new TemplateMistake(
                mjml.line() + (int) Math.max(0, line - 1),
                1,
                "MJML has no place for " + mark + " here: put it inside of mj-text, mj-button or mj-raw");
    }
}
