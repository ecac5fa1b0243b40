package dev.seventouch.engine.cadence;

import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pieces of content that are valid reasons to be in touch. */
public record Library(Collection<LibraryItem> items) {
    private static final Comparator<LibraryItem> BEST_FIRST = Comparator.comparingInt(LibraryItem::priority)
            .reversed()
            .thenComparing(Library::lastDay)
            .thenComparing(LibraryItem::id);

    /**
     * The best item for a lead: of the highest priority, then the one that is valid for the shortest time.
     *
     * @param topics an item of any of these; empty means of any topic
     * @param day on the lead's calendar
     * @param hadBefore whether the lead has had the item
     */
    public Optional<LibraryItem> best(
            Channel channel, Set<String> topics, Lead lead, LocalDate day, Predicate<LibraryItem> hadBefore) {
        return atHand(channel, topics, lead, day, hadBefore).min(BEST_FIRST);
    }

    /** All that may be sent to a lead on {@code day}. */
    public Stream<LibraryItem> atHand(
            Channel channel, Set<String> topics, Lead lead, LocalDate day, Predicate<LibraryItem> hadBefore) {
        return unseen(channel, topics, lead, day, hadBefore)
                .filter(item -> item.from() == null || !day.isBefore(item.from()));
    }

    /** All that is left for a lead on {@code day} and later. */
    public Stream<LibraryItem> unseen(
            Channel channel, Set<String> topics, Lead lead, LocalDate day, Predicate<LibraryItem> hadBefore) {
        return items.stream()
                .filter(item -> item.channels().contains(channel))
                .filter(item -> topics.isEmpty() || item.topics().stream().anyMatch(topics::contains))
                .filter(item -> !day.isAfter(lastDay(item)))
                .filter(item -> isFor(lead, item))
                .filter(hadBefore.negate());
    }

    private static boolean isFor(Lead lead, LibraryItem item) {
        for (Map.Entry<String, Set<String>> fact : item.audience().entrySet()) {
            String value = fact(lead, fact.getKey());
            if (value == null || !fact.getValue().contains(value)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String fact(Lead lead, String name) {
        return switch (name) {
            case "source" -> Term.Fact.SOURCE.of(lead);
            case "country" -> Term.Fact.COUNTRY.of(lead);
            case "language" -> Term.Fact.LANGUAGE.of(lead);
            default -> lead.attributes().get(name);
        };
    }

    private static LocalDate lastDay(LibraryItem item) {
        return item.until() == null ? LocalDate.MAX : item.until();
    }
}
