package dev.seventouch.mailer.lint;

import dev.seventouch.mailer.template.Kind;
import dev.seventouch.mailer.template.Proof;
import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.mailer.template.Sender;
import dev.seventouch.mailer.template.Template;
import dev.seventouch.mailer.template.TemplateMistake;
import dev.seventouch.mailer.template.TemplatePress;
import dev.seventouch.mailer.template.TemplateShelf;
import dev.seventouch.mailer.template.TemplateSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The one way by which templates get published: they compile, hold for leads of all sorts, and say nothing embarrassing. */
public final class PublishingGate {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+){0,15}");
    private static final int LONGEST_ID = 64;

    private final TemplateShelf shelf;
    private final Sender sender;
    private final TemplatePress press;
    private final CopyLinter linter = new CopyLinter();

    public PublishingGate(TemplateShelf shelf, Sender sender, TemplatePress press) {
        this.shelf = shelf;
        this.sender = sender;
        this.press = press;
    }

    /** What became of it. */
    public sealed interface Answer {

        record Published(int version) implements Answer {}

        /** @param whys each in one line, with its place */
        record Refused(List<String> whys) implements Answer {}
    }

    public static boolean isId(String id) {
        return id.length() <= LONGEST_ID && ID.matcher(id).matches();
    }

    /** As somebody wishes it. */
    public Answer publish(String id, String source) {
        return published(id, source, true);
    }

    /** As a file has it, if that says anything new: what was published by hand since then stays. */
    public Answer publishFile(String id, String source) {
        TemplateShelf.Entry latest = shelf.entry(id).orElse(null);
        return latest != null && shelf.hadFromFileOrSince(id, source)
                ? new Answer.Published(latest.latest())
                : published(id, source, false);
    }

    private Answer published(String id, String source, boolean byHand) {
        if (!isId(id)) {
            return new Answer.Refused(
                    List.of("\"" + id + "\" is no id: take lower-case letters and digits, parted by hyphens"));
        }
        List<String> refusals = lint(id, source).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(PublishingGate::sentence)
                .toList();
        return refusals.isEmpty()
                ? new Answer.Published(press.publish(id, source, byHand))
                : new Answer.Refused(refusals);
    }

    /**
     * What is to be said about a template as it would go out: about its words, about what keeps it from being filled, and about
     * the filled mail in its frame. An error keeps it from being published.
     *
     * @param id under which it would be published; what is put into it is tried then as well
     */
    public List<Finding> lint(String id, String source) {
        List<Finding> findings = new ArrayList<>(linter.lint(source));
        try {
            Rendered filled = proof(id, source);
            TemplateSource.Passage frame = TemplateSource.read(source).front().get("layout");
            if (frame != null && filled.kind() == Kind.EMAIL) {
                linter.lint(filled).stream()
                        .filter(whole ->
                                findings.stream().noneMatch(said -> said.why().equals(whole.why())))
                        .map(whole -> inFrame(whole, frame))
                        .forEach(findings::add);
            }
        } catch (TemplateMistake e) {
            findings.add(mistake(source, e));
        }
        return findings;
    }

    /** What is to be said about words that are no template. */
    public List<Finding> lint(String words) {
        return linter.lint(words);
    }

    private static Finding inFrame(Finding whole, TemplateSource.Passage frame) {
        return new Finding(
                whole.severity(),
                frame.line(),
                frame.column(),
                whole.found(),
                "with its frame \"" + frame.words() + "\": " + whole.why(),
                whole.instead());
    }

    private static Finding mistake(String source, TemplateMistake mistake) {
        int line = Math.max(1, mistake.line());
        return new Finding(
                Finding.Severity.ERROR,
                line,
                Math.max(1, mistake.column()),
                Draft.first(source.lines().skip(line - 1L).findFirst().orElse("")),
                String.valueOf(mistake.getMessage()),
                "put this right, and look at a preview");
    }

    /**
     * What {@code source} would look like for a made-up lead, without being published.
     *
     * @throws TemplateMistake if it does not hold, or a template that is put into it no longer does
     */
    public Rendered proof(String id, String source) throws TemplateMistake {
        Template template = Template.compiled(id, Integer.MAX_VALUE, source);
        TemplateShelf trial = shelf.copy();
        trial.put(id, Integer.MAX_VALUE, source);
        Proof proof = new Proof(trial, sender);
        Rendered rendered = proof.of(template);
        if (template.kind() == Kind.LAYOUT) {
            proofAllIn(id, trial, proof);
        }
        return rendered;
    }

    private static void proofAllIn(String layout, TemplateShelf trial, Proof proof) throws TemplateMistake {
        for (TemplateShelf.Entry entry : trial.entries()) {
            Template framed = entry.good();
            if (framed != null && layout.equals(framed.layout())) {
                try {
                    proof.of(framed);
                } catch (TemplateMistake e) {
                    throw new TemplateMistake(
                            0, 0, "the template \"" + framed.id() + "\" would no longer hold in it: " + e.described());
                }
            }
        }
    }

    private static String sentence(Finding finding) {
        return "line " + finding.line() + ", column " + finding.column() + ": \"" + finding.found() + "\": "
                + finding.why() + "; " + finding.instead();
    }
}
