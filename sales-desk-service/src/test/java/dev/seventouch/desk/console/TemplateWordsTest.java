package dev.seventouch.desk.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.desk.template.Difference;
import dev.seventouch.desk.template.Difference.Change;
import dev.seventouch.desk.template.Difference.Line;
import dev.seventouch.desk.template.Finding;
import dev.seventouch.desk.template.Finding.Severity;
import dev.seventouch.desk.template.Kind;
import dev.seventouch.desk.template.Listed;
import dev.seventouch.desk.template.Preview;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TemplateWordsTest {
    private final TemplateWords words = new TemplateWords();

    @Test
    void a_finding_is_marked_in_its_line() {
        Models.FindingRow row = only(new Finding(Severity.ERROR, 2, 11, "again", "it is old", "write anew"));
        assertThat(row.before()).isEqualTo("Again and ");
        assertThat(row.found()).isEqualTo("again");
        assertThat(row.after()).isEqualTo(", at length");
        assertThat(row.why()).isEqualTo("It is old");
        assertThat(row.severity()).isEqualTo("Error");
    }

    @Test
    void a_finding_that_does_not_stand_in_its_line_shows_the_line() {
        Models.FindingRow row =
                only(new Finding(Severity.WARNING, 2, 1, "elsewhere", "lead.nickname is not there", "x"));
        assertThat(row.before()).isEqualTo("Again and again, at length");
        assertThat(row.found()).isEmpty();
        assertThat(row.why()).as("what is no word").startsWith("lead.nickname");
        assertThat(only(new Finding(Severity.WARNING, 99, 99, null, "x", "x")).before())
                .isEmpty();
    }

    @Test
    void findings_are_counted_and_come_from_top_to_bottom() {
        Models.Findings findings = words.findings(
                List.of(
                        new Finding(Severity.WARNING, 2, 1, "a", "x", "x"),
                        new Finding(Severity.ERROR, 1, 5, "b", "x", "x"),
                        new Finding(Severity.WARNING, 1, 1, "c", "x", "x")),
                "one\ntwo");
        assertThat(findings.count()).isEqualTo("1 error and 2 warnings");
        assertThat(findings.rows()).extracting(Models.FindingRow::line).containsExactly(1, 1, 2);
        assertThat(findings.rows()).extracting(Models.FindingRow::column).containsExactly(1, 5, 1);
    }

    @Test
    void a_template_tells_its_twins() {
        List<Models.TemplateShelf> shelves = words.shelves(List.of(
                listed("confirm", "en", Kind.EMAIL, 0),
                listed("confirm-de", "de", Kind.EMAIL, 1),
                listed("confirm-it", "en", Kind.EMAIL, 0),
                listed("broken", null, null, 1)));
        assertThat(shelves).extracting(Models.TemplateShelf::title).containsExactly("In no use", "Emails");
        List<Models.TemplateRow> mails = shelves.getLast().templates();
        assertThat(mails.getFirst().twins()).containsExactly(new Models.Choice("confirm-de", "German"));
        assertThat(mails.get(1).findings()).isEqualTo("1 error");
        assertThat(mails.get(1).twins()).isEmpty();
    }

    @Test
    void what_is_the_same_far_from_what_is_not_is_left_out() {
        List<Line> lines = IntStream.rangeClosed(1, 20)
                .mapToObj(i -> i == 10
                        ? new Line(Change.NEW, 0, 10, "new")
                        : new Line(Change.SAME, i < 10 ? i : i - 1, i, "line " + i))
                .toList();
        List<Models.DiffLine> shown = words.lines(new Difference("x", 1, 2, lines));
        assertThat(shown)
                .extracting(Models.DiffLine::key)
                .containsExactly("gap", "same", "same", "same", "new", "same", "same", "same", "gap");
        assertThat(shown.getFirst().words()).isEqualTo("6 lines the same");
        assertThat(shown.getLast().words()).isEqualTo("7 lines the same");
        assertThat(words.lines(new Difference("x", 1, 1, null))).isEmpty();
    }

    @Test
    void a_look_leaves_out_what_is_in_base64() {
        Preview card = new Preview(
                Kind.CARD,
                "",
                "<img src=\"data:image/png;base64," + "A".repeat(5000) + "==\">",
                null,
                "de",
                true,
                null);
        Models.Look look = words.look(card, "/frame", null);
        assertThat(look.html()).isEqualTo("<img src=\"data:image/png;base64,…\">");
        assertThat(look.facts()).isEqualTo("Card, in German");
        assertThat(look.subject()).isNull();
    }

    private Models.FindingRow only(Finding finding) {
        return words.findings(List.of(finding), "One\nAgain and again, at length\n")
                .rows()
                .getFirst();
    }

    private static Listed listed(
            String id,
            @org.jspecify.annotations.Nullable String language,
            @org.jspecify.annotations.Nullable Kind kind,
            int errors) {
        return new Listed(id, 1, kind == null ? "line 1" : null, kind, language, new Listed.Tally(errors, 0));
    }
}
