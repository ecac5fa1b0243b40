package dev.seventouch.engine.laws;

import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.touch.Channel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws what a library holds: a lot or next to nothing, for some days or for ever, for everybody or for some. */
final class Items {
    static final List<String> TOPICS = List.of("market", "law", "season");

    private Items() {}

    static List<LibraryItem> draw(Dice dice, LocalDate day) {
        int count = dice.oneOf(0, 1, 2, 4, 12);
        List<LibraryItem> items = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            items.add(item(dice, i, day));
        }
        return items;
    }

    private static LibraryItem item(Dice dice, int number, LocalDate day) {
        boolean isDated = dice.oneIn(4);
        LocalDate from = isDated ? day.plusDays(dice.between(-20, 60)) : null;
        return new LibraryItem(
                "item-" + number,
                "Subject",
                "Body",
                LibraryItem.Reason.MARKET,
                "because of " + number,
                dice.oneIn(3) ? Set.of() : dice.atLeastOneOf(TOPICS),
                dice.oneIn(3) ? Set.of(Channel.values()) : dice.atLeastOneOf(Plans.CHANNELS),
                from,
                from == null || dice.oneIn(3) ? null : from.plusDays(dice.between(0, 90)),
                dice.between(0, 2),
                audience(dice));
    }

    private static Map<String, Set<String>> audience(Dice dice) {
        return switch (dice.between(0, 9)) {
            case 0 -> Map.of("country", dice.atLeastOneOf(List.of("DE", "US")));
            case 1 -> Map.of("source", dice.atLeastOneOf(Plans.SOURCES));
            case 2 -> Map.of("industry", Set.of("bakery"));
            default -> Map.of();
        };
    }

    /** The same item for anybody at any time, or null if it is already. */
    static @Nullable LibraryItem plain(LibraryItem item) {
        LibraryItem plain = new LibraryItem(
                item.id(),
                item.subject(),
                item.body(),
                item.kind(),
                item.reason(),
                Set.of(),
                item.channels(),
                null,
                null,
                0,
                Map.of());
        return plain.equals(item) ? null : plain;
    }
}
