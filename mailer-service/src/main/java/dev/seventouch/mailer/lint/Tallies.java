package dev.seventouch.mailer.lint;

import dev.seventouch.mailer.template.Kind;
import dev.seventouch.mailer.template.Template;
import dev.seventouch.mailer.template.TemplateShelf;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How much is to be said against each published template. To look at one takes as long as to publish it, so what was found is
 * remembered until it or what it is put into changes. Safe for use by many threads.
 */
public final class Tallies {

    private final TemplateShelf shelf;
    private final PublishingGate gate;
    private final Map<String, Counted> counted = new ConcurrentHashMap<>();

    public Tallies(TemplateShelf shelf, PublishingGate gate) {
        this.shelf = shelf;
        this.gate = gate;
    }

    /** @param errors what would keep it from being published */
    public record Tally(int errors, int warnings) {}

    /** @param lookedAt the id and version of all that the tally depends on */
    private record Counted(List<String> lookedAt, Tally tally) {}

    /** What is to be said against the latest version of a template on the shelf. */
    public Tally of(TemplateShelf.Entry entry) {
        List<String> now = looksAt(entry);
        Counted before = counted.get(entry.id());
        if (before != null && before.lookedAt().equals(now)) {
            return before.tally();
        }
        Tally tally = tally(gate.lint(entry.id(), entry.source()));
        counted.put(entry.id(), new Counted(now, tally));
        return tally;
    }

    /** A frame is tried with all that it frames, anything else in its frame. */
    private List<String> looksAt(TemplateShelf.Entry entry) {
        boolean alone = entry.good() != null && entry.good().kind() != Kind.LAYOUT;
        return shelf.entries().stream()
                .filter(other -> !alone || other.id().equals(entry.id()) || isFrame(other.good()))
                .map(other -> other.id() + "@" + other.latest())
                .toList();
    }

    private static boolean isFrame(@Nullable Template template) {
        return template != null && template.kind() == Kind.LAYOUT;
    }

    private static Tally tally(List<Finding> findings) {
        int errors = (int) findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .count();
        return new Tally(errors, findings.size() - errors);
    }
}
