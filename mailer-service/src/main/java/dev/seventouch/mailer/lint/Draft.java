package dev.seventouch.mailer.lint;

import dev.seventouch.mailer.template.TemplateSource;
import dev.seventouch.mailer.template.TemplateSource.Passage;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A template as the rules read it. */
record Draft(TemplateSource source) {

    private static final Pattern TAG = Pattern.compile("(?s)<style.*?</style>|<!--.*?-->|<[^<>]*>");
    private static final Pattern SHOWN = Pattern.compile("\\$\\{[^}]*}");

    @Nullable Passage front(String name) {
        return source.front().get(name);
    }

    @Nullable Passage part(String name) {
        return source.parts().get(name);
    }

    /** As its author wrote it: HTML, or the MJML of which it is made. */
    @Nullable Passage html() {
        Passage html = part("html");
        return html == null ? part("mjml") : html;
    }

    /** What readers of text get; it is made of the HTML where its author wrote none. */
    @Nullable Passage words() {
        Passage text = part("text");
        return text == null ? html() : text;
    }

    /** A mail, or the frame of mails, which has a text part too. */
    boolean isMail() {
        return is("channel", "email") || (is("channel", "layout") && (part("text") != null || part("mjml") != null));
    }

    boolean isFrame() {
        return is("channel", "layout");
    }

    boolean isToLead() {
        return !is("to", "owner");
    }

    /** Whoever is asked to confirm may never have heard of us: other rules hold for that mail. */
    boolean asksToConfirm() {
        return source.parts().values().stream().anyMatch(part -> part.words().contains("links.confirm"));
    }

    boolean is(String name, String value) {
        Passage fact = front(name);
        return fact != null && fact.words().equals(value);
    }

    /** What was written of both parts. */
    Stream<Passage> parts() {
        return Stream.of("text", "html", "mjml").map(source.parts()::get).filter(part -> part != null);
    }

    /** What a reader sees of it, without what is filled in. */
    static String seen(Passage passage) {
        String words = TAG.matcher(passage.words()).replaceAll(" ");
        return SHOWN.matcher(words)
                .replaceAll(" x ")
                .replaceAll("&#?\\w+;", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    static Finding warning(Passage passage, String why, String instead) {
        return new Finding(
                Finding.Severity.WARNING, passage.line(), passage.column(), first(passage.words()), why, instead);
    }

    static Finding error(Passage passage, String why, String instead) {
        return new Finding(
                Finding.Severity.ERROR, passage.line(), passage.column(), first(passage.words()), why, instead);
    }

    /** At the place of a hit in the passage. */
    static Finding at(Passage passage, MatchResult hit, Finding.Severity severity, String why, String instead) {
        String before = passage.words().substring(0, hit.start());
        int line = passage.line() + (int) before.chars().filter(c -> c == '\n').count();
        int column = before.contains("\n") ? hit.start() - before.lastIndexOf('\n') : passage.column() + hit.start();
        return new Finding(severity, line, column, first(hit.group()), why, instead);
    }

    static String first(String words) {
        String line = words.strip().lines().findFirst().orElse("").replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
