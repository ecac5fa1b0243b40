package dev.seventouch.mailer.lint;

import dev.seventouch.mailer.template.TemplateMistake;
import dev.seventouch.mailer.template.TemplateSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads copy as a good salesperson would read it, and says what to write instead. */
public final class CopyLinter {

    private static final int LONGEST_SUBJECT = 78;
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern SHOWN = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern KNOWN =
            Pattern.compile("\\b(lead\\.(?!(name|firstName)\\b)|item\\.|reason\\b|lastConversation)");

    /** What is to be said about {@code copy}, a template or plain words, from top to bottom. */
    public List<Finding> lint(String copy) {
        List<Finding> findings = new ArrayList<>(phrases(copy));
        TemplateSource template = read(copy);
        if (template != null) {
            subject(template, findings);
            personal(template, copy, findings);
        }
        findings.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        return findings;
    }

    public boolean refuses(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
    }

    private static List<Finding> phrases(String copy) {
        // Blanks of the same length keep every place where it is, and a tag between two words hides nothing.
        String words = blanked(TAG, copy);
        return FillerPhrase.ALL.stream()
                .flatMap(phrase ->
                        phrase.words().matcher(words).results().map(hit -> at(words, hit.start(), hit.group(), phrase)))
                .toList();
    }

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

    private static void subject(TemplateSource template, List<Finding> findings) {
        TemplateSource.Passage subject = template.front().get("subject");
        if (subject == null) {
            return;
        }
        String fixed =
                TAG.matcher(SHOWN.matcher(subject.words()).replaceAll("")).replaceAll("");
        if (fixed.length() > LONGEST_SUBJECT) {
            findings.add(
                    warning(subject, "a phone shows the first 40 characters of a subject", "say it in 60 or fewer"));
        }
        if (fixed.matches("(?s).*\\p{Lu}{2,}.*") && fixed.equals(fixed.toUpperCase(java.util.Locale.ROOT))) {
            findings.add(warning(subject, "capitals shout, and filters count them", "write it as you would say it"));
        }
        if (fixed.contains("!!") || fixed.matches("(?is)\\s*(re|fwd?|aw|wg):.*")) {
            findings.add(warning(subject, "it pretends to be what it is not", "name the reason for the mail"));
        }
    }

    private static void personal(TemplateSource template, String copy, List<Finding> findings) {
        TemplateSource.Passage channel = template.front().get("channel");
        if (channel == null
                || channel.words().equals("layout")
                // Whoever is asked to confirm may never have heard of us: a stranger's words have no place there.
                || copy.contains("links.confirm")
                || KNOWN.matcher(copy).find()) {
            return;
        }
        findings.add(warning(
                channel,
                "a name filled in is not yet personal",
                "use what is known: the last conversation, what they asked, their firm, who sent them"));
    }

    private static Finding warning(TemplateSource.Passage passage, String why, String instead) {
        return new Finding(Finding.Severity.WARNING, passage.line(), passage.column(), passage.words(), why, instead);
    }

    private static @Nullable TemplateSource read(String copy) {
        try {
            return TemplateSource.read(copy);
        } catch (TemplateMistake e) {
            return null; // plain words: the phrases are all there is to look at
        }
    }
}
