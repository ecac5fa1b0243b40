package dev.seventouch.engine.cadence;

import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
            Channel channel, Set<String> topics, LocalDate day, Predicate<LibraryItem> hadBefore) {
        return items.stream()
                .filter(item -> item.channels().contains(channel))
                .filter(item -> topics.isEmpty() || item.topics().stream().anyMatch(topics::contains))
                .filter(item -> isValid(item, day))
                .filter(hadBefore.negate())
                .min(BEST_FIRST);
    }

    private static boolean isValid(LibraryItem item, LocalDate day) {
        return !isBefore(day, item.from()) && !day.isAfter(lastDay(item));
    }

    private static boolean isBefore(LocalDate day, @Nullable LocalDate from) {
        return from != null && day.isBefore(from);
    }

    private static LocalDate lastDay(LibraryItem item) {
        return item.until() == null ? LocalDate.MAX : item.until();
    }
}
