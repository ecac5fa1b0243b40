package dev.seventouch.mailer.template;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A filled template.
 *
 * @param subject one line; empty for paper
 * @param text null for paper
 * @param signedByOwner whether it comes from the lead's owner by name
 * @param files what it brings along: images that its HTML shows as {@code cid:NAME}, and attachments
 */
public record Rendered(
        Kind kind,
        String subject,
        String html,
        @Nullable String text,
        String language,
        boolean signedByOwner,
        List<TemplateFile> files) {

    private static final Pattern SHOWN = Pattern.compile("(?<=[\"'(=])cid:([^\"')\\s>]+)");

    public Rendered(
            Kind kind, String subject, String html, @Nullable String text, String language, boolean signedByOwner) {
        this(kind, subject, html, text, language, signedByOwner, List.of());
    }

    /** Whether it shows this link. */
    public boolean offers(URI link) {
        return html.contains(link.toString());
    }

    /** An image that it shows and does not bring along; null if there is none. */
    @Nullable String missingImage() {
        return SHOWN.matcher(html)
                .results()
                .map(hit -> hit.group(1))
                .filter(name -> files.stream()
                        .noneMatch(file -> file.inline() && file.name().equals(name)))
                .findFirst()
                .orElse(null);
    }

    /** Its HTML with its images in it, for whoever looks at it by itself. */
    public String page() {
        String page = html;
        for (TemplateFile file : files) {
            page = file.inline() ? file.shownIn(page, "data:" + file.type() + ";base64," + file.base64()) : page;
        }
        return page;
    }
}
