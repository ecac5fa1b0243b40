package dev.seventouch.mailer.lint;

import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.mailer.template.TemplateMistake;
import dev.seventouch.mailer.template.TemplateSource;
import dev.seventouch.mailer.template.TemplateSource.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads copy as a good salesperson would read it, and says what to write instead. */
final class CopyLinter {

    private static final List<Rule> RULES = List.of(
            new SubjectRule(), new ReasonRule(), new WaysOutRule(), new LinkRule(), new MarkupRule(), new SpamRule());

    /** The others look at what is filled in, and not at what it was filled with. */
    private static final List<Rule> FOR_FILLED = List.of(new LinkRule(), new MarkupRule(), new SpamRule());

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

    /** What a template brings along in base64. */
    private static final Pattern FILE = Pattern.compile("(?m)^=== ?(image|attachment) [^\\n]*\\n[A-Za-z0-9+/=\\s]*");

    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    /** What is to be said about {@code copy}, a template or plain words, from top to bottom. */
    List<Finding> lint(String copy) {
        List<Finding> findings = new ArrayList<>(phrases(copy));
        TemplateSource template = read(copy);
        if (template != null) {
            Draft draft = new Draft(template);
            RULES.forEach(rule -> rule.look(draft).forEach(findings::add));
        }
        findings.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        return findings;
    }

    /** What is to be said about a filled mail, its frame included. Places in it are none of the source. */
    List<Finding> lint(Rendered mail) {
        String text = Objects.requireNonNull(mail.text());
        // What only Outlook reads is Outlook's own.
        String html = COMMENT.matcher(mail.html()).replaceAll("");
        List<Finding> findings = new ArrayList<>(phrases(text));
        Draft whole = new Draft(new TemplateSource(
                Map.of("channel", new Passage("email", 1, 1), "subject", new Passage(mail.subject(), 1, 1)),
                Map.of("text", new Passage(text, 1, 1), "html", new Passage(html, 1, 1)),
                mail.files()));
        FOR_FILLED.forEach(rule -> rule.look(whole).forEach(findings::add));
        return findings;
    }

    private static List<Finding> phrases(String copy) {
        // Blanks of the same length keep every place where it is, and a tag between two words hides nothing.
        String words = blanked(TAG, blanked(FILE, copy));
        List<Hit> hits = FillerPhrase.ALL.stream()
                .flatMap(phrase -> phrase.words().matcher(words).results().map(hit -> new Hit(hit, phrase)))
                .sorted(Comparator.comparingInt((Hit hit) -> hit.found.start())
                        .thenComparing(hit -> hit.found.end(), Comparator.reverseOrder()))
                .toList();
        List<Finding> findings = new ArrayList<>();
        int said = 0;
        for (Hit hit : hits) {
            // What lies in a longer phrase has been said with it.
            if (hit.found.end() > said) {
                findings.add(at(words, hit.found.start(), hit.found.group(), hit.phrase));
                said = hit.found.end();
            }
        }
        return findings;
    }

    private record Hit(MatchResult found, FillerPhrase phrase) {}

    private static String blanked(Pattern pattern, String copy) {
        return pattern.matcher(copy)
                .replaceAll(hit -> Matcher.quoteReplacement(hit.group().replaceAll("[^\\n]", " ")));
    }

    private static Finding at(String words, int start, String found, FillerPhrase phrase) {
        int line = 1
                + (int) words.substring(0, start).chars().filter(c -> c == '\n').count();
        int column = start - words.lastIndexOf('\n', start - 1);
        return new Finding(
                Finding.Severity.ERROR, line, column, found.replaceAll("\\s+", " "), phrase.why(), phrase.instead());
    }

    private static @Nullable TemplateSource read(String copy) {
        try {
            return TemplateSource.read(copy);
        } catch (TemplateMistake e) {
            return null; // plain words: the phrases are all there is to look at
        }
    }
}
