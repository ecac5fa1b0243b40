package dev.seventouch.desk.console;

import dev.seventouch.desk.lead.Facts;
import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.template.Difference;
import dev.seventouch.desk.template.Finding;
import dev.seventouch.desk.template.Kind;
import dev.seventouch.desk.template.Listed;
import dev.seventouch.desk.template.Preview;
import dev.seventouch.events.wire.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the desk is told of templates, in words for a page. */
final class TemplateWords {

    /** As many lines stand around what is different, and as many characters around what was found. */
    private static final int LINES_AROUND = 3;

    private static final int CHARACTERS_AROUND = 70;

    /** The templates by what they are for; those of which that is not known first, as something is wrong with them. */
    List<Models.TemplateShelf> shelves(List<Listed> all) {
        return Stream.of(
                        shelf("In no use", "none", null, all),
                        shelf("Emails", "email", Kind.EMAIL, all),
                        shelf("Letters", "letter", Kind.LETTER, all),
                        shelf("Cards", "card", Kind.CARD, all),
                        shelf("Frames that others are put into", "layout", Kind.LAYOUT, all))
                .filter(shelf -> !shelf.templates().isEmpty())
                .toList();
    }

    private static Models.TemplateShelf shelf(String title, String key, @Nullable Kind kind, List<Listed> all) {
        return new Models.TemplateShelf(
                title,
                key,
                all.stream()
                        .filter(template -> template.channel() == kind)
                        .map(template -> row(template, all))
                        .toList());
    }

    private static Models.TemplateRow row(Listed template, List<Listed> all) {
        Listed.Tally found = template.findings();
        return new Models.TemplateRow(
                template.id(),
                Stream.of(language(template.language()), "version " + template.version())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")),
                template.setAside(),
                found.errors() + found.warnings() == 0 ? null : count(found.errors(), found.warnings()),
                found.errors() > 0,
                template.twinsAmong(all).stream()
                        .map(twin -> new Models.Choice(twin.id(), String.valueOf(language(twin.language()))))
                        .toList());
    }

    private static @Nullable String language(@Nullable String tag) {
        return tag == null ? null : Locale.forLanguageTag(tag).getDisplayName(Locale.UK);
    }

    Models.Findings findings(List<Finding> findings, String source) {
        List<String> lines = source.lines().toList();
        int errors = (int) findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .count();
        return new Models.Findings(
                count(errors, findings.size() - errors),
                findings.stream()
                        .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                        .map(finding -> finding(finding, lines))
                        .toList());
    }

    private static Models.FindingRow finding(Finding finding, List<String> lines) {
        String line = finding.line() >= 1 && finding.line() <= lines.size() ? lines.get(finding.line() - 1) : "";
        String found = finding.found() == null ? "" : finding.found();
        int at = found.isEmpty() ? -1 : line.indexOf(found, Math.min(line.length(), Math.max(0, finding.column() - 1)));
        return new Models.FindingRow(
                finding.severity() == Finding.Severity.ERROR ? "Error" : "Warning",
                Json.nameOf(finding.severity()),
                finding.line(),
                finding.column(),
                at < 0 ? head(line, 2 * CHARACTERS_AROUND) : tail(line.substring(0, at)),
                at < 0 ? "" : found,
                at < 0 ? "" : head(line.substring(at + found.length()), CHARACTERS_AROUND),
                sentence(finding.why()),
                sentence(finding.instead()));
    }

    private static String head(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most) + "…";
    }

    private static String tail(String words) {
        return words.length() <= CHARACTERS_AROUND ? words : "…" + words.substring(words.length() - CHARACTERS_AROUND);
    }

    private static String sentence(String words) {
        // What is no word, such as a name in a template, stays as it is written.
        return words.matches("\\p{L}+[ ,].*")
                ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)
                : words;
    }

    private static String count(int errors, int warnings) {
        String counted = Stream.of(count(errors, "error"), count(warnings, "warning"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
        return counted.isEmpty() ? "Nothing found" : counted;
    }

    private static String count(int number, String what) {
        return number == 0 ? "" : number + " " + what + (number == 1 ? "" : "s");
    }

    static Models.Person person(KnownLead lead) {
        Facts facts = lead.facts();
        return new Models.Person(
                lead.id().value(),
                lead.displayName(),
                facts == null
                        ? ""
                        : Stream.of(facts.name() == null ? null : facts.company(), facts.email(), facts.source())
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(" · ")));
    }

    /**
     * @param frame where the page is that fills the frames
     * @param whom the name of the lead for whom it is filled; null for somebody made up
     */
    Models.Look look(Preview preview, String frame, @Nullable String whom) {
        List<String> files = preview.files() == null ? List.of() : preview.files();
        boolean mail = preview.kind() == Kind.EMAIL;
        return new Models.Look(
                frame,
                whom == null ? "somebody made up" : whom,
                Stream.of(
                                kind(preview.kind()),
                                "in " + language(preview.language()),
                                mail ? preview.signedByOwner() ? "from the lead’s owner" : "from the house" : null)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", ")),
                preview.kind() == Kind.LETTER || preview.kind() == Kind.CARD,
                mail ? preview.subject() : null,
                preview.text(),
                withoutFiles(preview.html()),
                files.isEmpty() ? null : String.join(", ", files));
    }

    /** What stands in it in base64 says nothing to a reader. */
    private static String withoutFiles(String html) {
        return html.replaceAll("(data:[\\w/+.-]+;base64,)[A-Za-z0-9+/=]{40,}", "$1…");
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case EMAIL -> "Email";
            case LETTER -> "Letter";
            case CARD -> "Card";
            case LAYOUT -> "Frame with nothing in it";
        };
    }

    /** What is different, with some lines around it. */
    List<Models.DiffLine> lines(Difference difference) {
        List<Difference.Line> all = difference.lines() == null ? List.of() : difference.lines();
        boolean[] shown = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).change() != Difference.Change.SAME) {
                for (int j = Math.max(0, i - LINES_AROUND); j <= Math.min(all.size() - 1, i + LINES_AROUND); j++) {
                    shown[j] = true;
                }
            }
        }
        List<Models.DiffLine> lines = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (shown[i]) {
                lines.add(line(all.get(i)));
            } else if (i == 0 || shown[i - 1]) {
                int end = i;
                while (end < all.size() && !shown[end]) {
                    end++;
                }
                lines.add(new Models.DiffLine("gap", null, null, count(end - i, "line") + " the same"));
            }
        }
        return lines;
    }

    private static Models.DiffLine line(Difference.Line line) {
        return new Models.DiffLine(
                Json.nameOf(line.change()),
                line.was() == 0 ? null : line.was(),
                line.is() == 0 ? null : line.is(),
                line.words() == null ? "" : line.words());
    }
}
