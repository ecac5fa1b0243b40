package dev.seventouch.mailer.lint;

import dev.seventouch.mailer.template.TemplateSource.Passage;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mail says why it comes, knows more of the reader than a name, and asks more than whether they buy. */
final class ReasonRule implements Rule {

    private static final Pattern KNOWN =
            Pattern.compile("\\b(lead\\.(?!(name|firstName)\\b)|item\\.|reason\\b|lastConversation)");

    /** A figure, a date, a cause, or what the reader did: something that was not so the day before. */
    private static final Pattern REASON = Pattern.compile("(?iu)\\d|\\b(because|since you|you asked|you told|as agreed"
            + "|we agreed|thank you for|your (place|question|enquiry|order|reply)|new|now|changed?|changes"
            + "|weil|denn|da Sie|Sie haben|Sie fragten|vereinbart|Ihre (Frage|Anfrage)|danke für|neu(e[rns]?)?|ab sofort"
            + "|parce que|puisque|vous avez|convenu|votre (question|demande)|merci (de|pour)|nouve(au|lle)s?"
            + "|porque|ya que|usted|acordado|su (pregunta|solicitud)|gracias por|nuev[oa]s?)\\b");

    private static final Pattern READY = Pattern.compile("(?iu)(are you (now )?ready"
            + "|(sind Sie|bist du|seid ihr) (jetzt |schon )?(bereit|so ?weit)"
            + "|(êtes[- ]vous|es[- ]tu) (maintenant )?prête?s?"
            + "|¿?(está|estás|están) (ya )?(list[oa]s?|preparad[oa]s?))[^.?!]*\\?");

    private static final Pattern QUESTION = Pattern.compile("[^.?!]*\\?");

    @Override
    public Stream<Finding> look(Draft draft) {
        Passage text = draft.words();
        if (draft.isFrame() || !draft.isMail() || !draft.isToLead() || draft.asksToConfirm() || text == null) {
            return onPaper(draft);
        }
        String seen = Draft.seen(text);
        boolean knows =
                draft.parts().anyMatch(part -> KNOWN.matcher(part.words()).find());
        Stream.Builder<Finding> findings = Stream.builder();
        if (!knows) {
            findings.add(onlyAName(draft));
            if (!REASON.matcher(seen).find()) {
                findings.add(Draft.warning(
                        text,
                        "it states no reason for writing: no figure, no date, nothing the reader asked or did",
                        "begin with what is new for them, or frame a library item"));
            }
        }
        List<MatchResult> questions = QUESTION.matcher(seen).results().toList();
        List<MatchResult> ready = READY.matcher(text.words()).results().toList();
        if (!ready.isEmpty() && questions.size() == ready.size()) {
            findings.add(Draft.at(
                    text,
                    ready.getFirst(),
                    Finding.Severity.ERROR,
                    "as the only question it is a bother; the link below each mail asks it already",
                    "ask what they need to know, in a way that one line answers"));
        }
        return findings.build();
    }

    private static Stream<Finding> onPaper(Draft draft) {
        boolean person = draft.is("channel", "letter") || draft.is("channel", "card");
        boolean knows =
                draft.parts().anyMatch(part -> KNOWN.matcher(part.words()).find());
        return person && !knows ? Stream.of(onlyAName(draft)) : Stream.empty();
    }

    private static Finding onlyAName(Draft draft) {
        return Draft.warning(
                java.util.Objects.requireNonNull(draft.front("channel")),
                "a name filled in is not yet personal",
                "use what is known: the last conversation, what they asked, their firm, who sent them");
    }
}
