package dev.seventouch.mailer.lint;

import dev.seventouch.mailer.template.TemplateSource.Passage;
import java.util.stream.Stream;

/** Whoever gets a mail sees how to stop it and where the sender lives, in both parts (CAN-SPAM; RFC 8058 does not replace it). */
final class WaysOutRule implements Rule {

    @Override
    public Stream<Finding> look(Draft draft) {
        // What is framed gets both from its frame; publishing looks at the filled mail.
        if (!draft.isMail() || !draft.isToLead() || draft.front("layout") != null) {
            return Stream.empty();
        }
        return draft.parts().flatMap(WaysOutRule::missing);
    }

    private static Stream<Finding> missing(Passage part) {
        Stream.Builder<Finding> findings = Stream.builder();
        if (!part.words().contains("links.unsubscribe")) {
            findings.add(Draft.error(part, "it shows no way to stop it", "show ${links.unsubscribe} in this part too"));
        }
        if (!part.words().contains("sender.postalAddress")) {
            findings.add(
                    Draft.error(part, "it shows no postal address", "show ${sender.postalAddress} in this part too"));
        }
        return findings.build();
    }
}
