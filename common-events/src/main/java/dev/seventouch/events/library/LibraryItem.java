package dev.seventouch.events.library;

import static java.util.Objects.requireNonNull;

import dev.seventouch.events.touch.Channel;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of content that is a valid business reason to be in touch.
 *
 * @param subject what it is about, as a subject line or a heading
 * @param body paragraphs, parted by blank lines
 * @param reason why it is worth the lead's time
 * @param from the first day on which it is worth sending, in the lead's zone; null for any day
 * @param until the last such day; null for ever
 * @param priority the highest goes first
 * @param audience the leads it is for: by fact ({@code source}, {@code country}, {@code language}, or an attribute's name)
 *     the values of which the lead's is one; empty means everybody
 */
public record LibraryItem(
        String id,
        String subject,
        String body,
        Reason kind,
        String reason,
        Set<String> topics,
        Set<Channel> channels,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        int priority,
        Map<String, Set<String>> audience) {

    public LibraryItem {
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        requireNonNull(body, "body");
        requireNonNull(kind, "kind");
        requireNonNull(reason, "reason");
        topics = topics == null ? Set.of() : Set.copyOf(topics);
        channels = channels == null || channels.isEmpty() ? EnumSet.of(Channel.EMAIL) : EnumSet.copyOf(channels);
        audience = audience == null ? Map.of() : Map.copyOf(audience);
    }

    /** What sort of business reason an item is. */
    public enum Reason {
        MARKET,
        LAW,
        PRICE,
        PRODUCT,
        EVENT,
        SEASON,
        ABSENCE,
        OTHER
    }
}
