package dev.seventouch.mailer.lint;

import dev.seventouch.mailer.template.TemplateSource.Passage;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A subject is short, quiet and honest. */
final class SubjectRule implements Rule {

    private static final int LONGEST = 78; // RFC 5322 2.1.1
    private static final Pattern SHOWN = Pattern.compile("\\$\\{[^}]*}|<[^<>]*>");
    private static final Pattern SHOUTED = Pattern.compile("\\b\\p{Lu}{4,}(\\s+\\p{Lu}{2,})*\\b");

    @Override
    public Stream<Finding> look(Draft draft) {
        Passage subject = draft.front("subject");
        if (subject == null) {
            return Stream.empty();
        }
        String fixed = SHOWN.matcher(subject.words()).replaceAll("");
        Stream.Builder<Finding> findings = Stream.builder();
        if (fixed.length() > LONGEST) {
            findings.add(Draft.warning(
                    subject, "a phone shows the first 40 characters of a subject", "say it in 60 or fewer"));
        }
        boolean allOfIt = fixed.matches("(?s).*\\p{Lu}{2,}.*") && fixed.equals(fixed.toUpperCase(Locale.ROOT));
        long shouted = SHOUTED.matcher(fixed).results().count();
        if (allOfIt || shouted > 1) {
            findings.add(
                    Draft.warning(subject, "capitals shout, and filters count them", "write it as you would say it"));
        }
        if (fixed.matches("(?s).*[!?]{2,}.*")
                || fixed.chars().filter(c -> c == '!').count() > 1) {
            findings.add(Draft.warning(subject, "signs in a row shout", "one is enough, none is better"));
        }
        if (fixed.matches("(?is)\\s*(re|fwd?|aw|wg|tr|rv)\\s*:.*")) {
            findings.add(Draft.warning(
                    subject,
                    "it pretends to answer something (CAN-SPAM forbids that)",
                    "name the reason for the mail"));
        }
        return findings.build();
    }
}
