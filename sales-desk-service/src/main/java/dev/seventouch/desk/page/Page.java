package dev.seventouch.desk.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bounded part of a list.
 *
 * @param next what to ask the next page with; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page out of what was found when one more than {@code limit} was asked for.
     *
     * @param rank the place of an item in the list
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> rank) {
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), rank.apply(found.get(limit - 1)));
    }

    public <R> Page<R> map(Function<T, R> to) {
        return new Page<>(items.stream().map(to).toList(), next);
    }
}
