package dev.seventouch.desk.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template looks like, filled for somebody.
 *
 * @param subject empty for paper
 * @param html somebody else's: whoever shows it keeps it from running anything
 * @param text null for paper
 * @param signedByOwner whether it comes from the lead's owner by name
 * @param files the names of what it brings along
 */
public record Preview(
        Kind kind,
        @Nullable String subject,
        String html,
        @Nullable String text,
        String language,
        boolean signedByOwner,
        @Nullable List<String> files) {}
