package dev.seventouch.events.library;

import static java.util.Objects.requireNonNull;

import dev.seventouch.events.touch.Channel;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
 * @param facts a line for leads of one industry, by their attribute {@code industry} in lower case; under {@link #OTHERWISE} for
 *     all others. Older versions had none
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
        Map<String, Set<String>> audience,
        Map<String, String> facts) {

    /** Under which a fact is for leads of every industry that has none of its own, and for those of which none is known. */
    public static final String OTHERWISE = "otherwise";

    public LibraryItem {
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        requireNonNull(body, "body");
        requireNonNull(kind, "kind");
        requireNonNull(reason, "reason");
        topics = topics == null ? Set.of() : Set.copyOf(topics);
        channels = channels == null || channels.isEmpty() ? EnumSet.of(Channel.EMAIL) : EnumSet.copyOf(channels);
        audience = audience == null ? Map.of() : Map.copyOf(audience);
        facts = facts == null ? Map.of() : Map.copyOf(facts);
    }

    /** An item that says the same to every industry. */
    public LibraryItem(
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
        this(id, subject, body, kind, reason, topics, channels, from, until, priority, audience, Map.of());
    }

    /**
     * The fact for leads of this industry, else the one for all others.
     *
     * @param industry as it was given, in whichever case; null if none is known
     */
    public Optional<String> factFor(@Nullable String industry) {
        String own = industry == null ? null : facts.get(industry.strip().toLowerCase(Locale.ROOT));
        return Optional.ofNullable(own == null ? facts.get(OTHERWISE) : own);
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
