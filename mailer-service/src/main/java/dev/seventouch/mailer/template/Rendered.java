package dev.seventouch.mailer.template;

import org.jspecify.annotations.Nullable;

/**
 * A filled template.
 *
 * @param subject one line; empty for paper
 * @param text null for paper
 * @param signedByOwner whether it comes from the lead's owner by name
 */
public record Rendered(
        Kind kind, String subject, String html, @Nullable String text, String language, boolean signedByOwner) {}
