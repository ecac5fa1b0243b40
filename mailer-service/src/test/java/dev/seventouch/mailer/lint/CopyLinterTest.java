package dev.seventouch.mailer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopyLinterTest {

    private final CopyLinter linter = new CopyLinter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am just checking in on my quote.",
                "Just following up!",
                "I wanted to follow up on our talk",
                "Let us touch base next week",
                "TOUCHING BASE",
                "I'm reaching out because",
                "Did you see my last mail?",
                "Have you received my previous email",
                "I hope this email finds you well",
                "I haven’t heard back from you",
                "Bumping this up",
                "just a gentle reminder",
                "Are you ready to buy?",
                "just <b>checking</b> in",
                "just checking\n  in"
            })
    void filler_is_refused_with_a_reason_and_a_cure(String copy) {
        assertThat(linter.lint(copy)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Finding.Severity.ERROR);
            assertThat(finding.why()).isNotBlank();
            assertThat(finding.instead()).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The outreach programme of the city",
                "We checked in at the hotel",
                "the base of the roof",
                "Follow the link",
                "Are you ready for the new grid fees?"
            })
    void honest_words_pass(String copy) {
        assertThat(linter.lint(copy)).isEmpty();
    }

    @Test
    void a_finding_names_its_place() {
        assertThat(linter.lint("Hello,\n\nI am touching base.")).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.column()).isEqualTo(6);
            assertThat(finding.found()).isEqualTo("touching base");
        });
    }

    @Test
    void a_name_filled_in_is_not_yet_personal() {
        String source =
                "---\nchannel: email\nsubject: Panels\n---\n=== text\nHello ${lead.name}\n=== html\n<p>Hello</p>\n";
        assertThat(linter.lint(source))
                .extracting(Finding::severity, Finding::why)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Finding.Severity.WARNING, "a name filled in is not yet personal"));
        assertThat(linter.refuses(linter.lint(source))).isFalse();
    }
}
