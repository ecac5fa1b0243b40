package dev.seventouch.mailer.template;

import dev.seventouch.events.touch.Recipient;
import dev.seventouch.mailer.template.Language.Written;
import dev.seventouch.mailer.template.TemplateSource.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A template that can be filled.
 *
 * @param layout the id of the frame it is put into
 * @param paper of a letter; null where the lead's country decides
 * @param files what it brings along
 * @param signedByOwner whether the mail comes from the lead's owner by name, or from the house
 * @param needsItem whether it is only for touches that bring an item of the library
 */
public record Template(
        String id,
        int version,
        Kind kind,
        Recipient to,
        String language,
        boolean signedByOwner,
        boolean needsItem,
        @Nullable String layout,
        @Nullable Paper paper,
        String source,
        Parts parts,
        List<TemplateFile> files) {

    /** The passages that are filled. */
    record Parts(
            @Nullable Written subject,
            @Nullable Written preheader,
            @Nullable Written html,
            @Nullable Written text) {}

    /**
     * Reads and compiles a template.
     *
     * @throws TemplateMistake naming the place, if the source can't be read or says what a template may not say
     */
    public static Template compiled(String id, int version, String source) throws TemplateMistake {
        TemplateSource read = TemplateSource.read(source);
        Kind kind = Kind.named(read.front().get("channel"));
        Language language = new Language();
        Passage subject = read.front().get("subject");
        Passage preheader = read.front().get("preheader");
        Passage html = htmlOf(read, language);
        Passage text = read.parts().get(TemplateSource.TEXT);
        if (html == null) {
            throw new TemplateMistake(1, 1, "there is no \"=== html\" part, and no \"=== mjml\"");
        }
        if (kind == Kind.EMAIL && (subject == null || subject.words().isBlank())) {
            throw new TemplateMistake(1, 1, "an email needs a \"subject\"");
        }
        return new Template(
                id,
                version,
                kind,
                recipient(read.front().get("to")),
                LanguageTag.read(read.front().get("language")),
                isSignedByOwner(read.front().get("from")),
                needsItem(read.front().get("needs")),
                read.fact("layout"),
                paper(kind, read.front().get("paper")),
                source,
                new Parts(
                        subject == null ? null : language.text(subject),
                        preheader == null ? null : language.text(preheader),
                        language.html(html),
                        text == null ? null : language.text(text)),
                files(kind, read, html));
    }

    private static List<TemplateFile> files(Kind kind, TemplateSource read, Passage html) throws TemplateMistake {
        if (!read.files().isEmpty() && kind != Kind.EMAIL && kind != Kind.LAYOUT) {
            throw new TemplateMistake(1, 1, "only a mail brings files; paper shows images as data: addresses");
        }
        for (TemplateFile file : read.files()) {
            if (file.inline() && file.shownIn(html.words(), "").equals(html.words())) {
                throw new TemplateMistake(
                        1,
                        1,
                        "nothing shows the image \"" + file.name() + "\": name it as src=\"cid:" + file.name() + "\"");
            }
        }
        return read.files();
    }

    /** Written as such, or made of MJML: then the author's own words are checked first, so that mistakes have their place. */
    private static @Nullable Passage htmlOf(TemplateSource read, Language language) throws TemplateMistake {
        Passage html = read.parts().get(TemplateSource.HTML);
        Passage mjml = read.parts().get(TemplateSource.MJML);
        if (mjml == null) {
            return html;
        }
        if (html != null) {
            throw new TemplateMistake(mjml.line(), 1, "there is an \"=== html\" part as well: leave one of them out");
        }
        language.html(mjml);
        return Mjml.html(mjml);
    }

    private static @Nullable Paper paper(Kind kind, @Nullable Passage fact) throws TemplateMistake {
        if (fact != null && kind != Kind.LETTER) {
            throw new TemplateMistake(fact.line(), fact.column(), "only a letter has \"paper\": leave it out here");
        }
        return Paper.read(fact);
    }

    private static Recipient recipient(@Nullable Passage to) throws TemplateMistake {
        return switch (to == null ? "lead" : to.words()) {
            case "lead" -> Recipient.LEAD;
            case "owner" -> Recipient.OWNER;
            default ->
                throw new TemplateMistake(
                        to == null ? 1 : to.line(), to == null ? 1 : to.column(), "\"to\" is either lead or owner");
        };
    }

    private static boolean needsItem(@Nullable Passage needs) throws TemplateMistake {
        if (needs != null && !needs.words().equals("item")) {
            throw new TemplateMistake(
                    needs.line(), needs.column(), "\"needs\" can only be item: the library item that a touch brings");
        }
        return needs != null;
    }

    /** By the owner, where nothing is said: people answer people. */
    private static boolean isSignedByOwner(@Nullable Passage from) throws TemplateMistake {
        return switch (from == null ? "owner" : from.words()) {
            case "owner" -> true;
            case "house" -> false;
            default ->
                throw new TemplateMistake(
                        from == null ? 1 : from.line(),
                        from == null ? 1 : from.column(),
                        "\"from\" is either owner, the lead's owner by name, or house; the address is the house's either way");
        };
    }
}
