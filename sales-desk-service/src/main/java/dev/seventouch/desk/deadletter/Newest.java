package dev.seventouch.desk.deadletter;

import dev.seventouch.desk.deadletter.DeadLetters.Tail;
import dev.seventouch.desk.page.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * One list out of several bins, the newest first. Clocks of several services differ, so within a bin the order is that of its
 * offsets; a page that ended amid a bin can then say where by one of them.
 */
final class Newest {

    private Newest() {}

    /**
     * @param tails each with at least one letter more than {@code limit}, if its bin has as many
     * @param after where the page before ended
     * @return a page whose {@code next} is a cursor
     */
    static Page<DeadLetter> page(List<Tail> tails, Cursor after, int limit) {
        PriorityQueue<Reader> readers = new PriorityQueue<>(
                Comparator.comparing((Reader reader) -> reader.head().at())
                        .reversed()
                        .thenComparing(reader -> reader.tail.bin().toString()));
        List<Reader> all = tails.stream()
                .filter(tail -> !tail.letters().isEmpty())
                .map(Reader::new)
                .toList();
        readers.addAll(all);
        List<DeadLetter> page = new ArrayList<>(limit);
        while (page.size() < limit && !readers.isEmpty()) {
            Reader newest = readers.remove();
            page.add(newest.take());
            if (newest.hasMore()) {
                readers.add(newest);
            }
        }
        return new Page<>(page, readers.isEmpty() ? null : ended(all, after).toString());
    }

    /** A bin that was shown wholly stays named, or it would be shown anew. */
    private static Cursor ended(List<Reader> readers, Cursor after) {
        Map<Bin, Long> before = new HashMap<>(after.before());
        readers.forEach(reader -> before.put(reader.tail.bin(), reader.before()));
        return new Cursor(before);
    }

    private static final class Reader {
        private final Tail tail;
        private int taken;

        Reader(Tail tail) {
            this.tail = tail;
        }

        DeadLetter head() {
            return tail.letters().get(taken);
        }

        DeadLetter take() {
            return tail.letters().get(taken++);
        }

        boolean hasMore() {
            return taken < tail.letters().size();
        }

        /** Of a bin of which nothing was taken, all that was there when it was read. */
        long before() {
            return taken == 0
                    ? head().place().offset() + 1
                    : tail.letters().get(taken - 1).place().offset();
        }
    }
}
