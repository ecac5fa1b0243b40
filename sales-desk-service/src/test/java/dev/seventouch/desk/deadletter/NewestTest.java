package dev.seventouch.desk.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.desk.deadletter.DeadLetters.Tail;
import dev.seventouch.desk.page.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NewestTest {
    private static final List<Bin> BINS =
            List.of(new Bin("leads", 0), new Bin("touches.first", 0), new Bin("touches", 0), new Bin("touches", 1));

    /** By bin, the oldest first. */
    private final Map<Bin, List<DeadLetter>> log = new HashMap<>();

    private long clock = 1_000_000;

    @Property(tries = 300)
    void pages_show_each_letter_once_in_the_order_of_its_bin_whatever_comes_meanwhile(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 7) int limit) {
        Random random = new Random(seed);
        log.clear();
        setAside(random, random.nextInt(60), random.nextInt(3));
        List<DeadLetter> there = log.values().stream().flatMap(List::stream).toList();

        List<DeadLetter> shown = new ArrayList<>();
        String next = "";
        while (next != null) {
            Cursor after = next.isEmpty() ? Cursor.START : Cursor.parse(next).orElseThrow();
            Page<DeadLetter> page = Newest.page(tails(after, limit + 1), after, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            assertThat(page.next() == null || page.items().size() == limit).isTrue();
            shown.addAll(page.items());
            assertThat(shown).doesNotHaveDuplicates();
            next = page.next();
            setAside(random, random.nextInt(3), 0);
        }

        assertThat(shown).containsAll(there);
        for (Bin bin : BINS) {
            assertThat(shown.stream().filter(it -> it.place().bin().equals(bin)).toList())
                    .isSortedAccordingTo(
                            Comparator.comparing((DeadLetter it) -> it.place().offset())
                                    .reversed());
        }
    }

    @Property(tries = 100)
    void where_clocks_agree_the_first_page_has_the_newest_of_all(@ForAll long seed) {
        log.clear();
        setAside(new Random(seed), 40, 0);

        assertThat(Newest.page(tails(Cursor.START, 11), Cursor.START, 10).items())
                .containsExactlyElementsOf(log.values().stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(DeadLetter::at).reversed())
                        .limit(10)
                        .toList());
    }

    @Test
    void what_was_never_a_cursor_is_known_as_such() {
        for (String text : List.of("", "x", "leads-0", "leads-0-1_", "leads--1-1", "leads-0-" + "9".repeat(19))) {
            assertThat(Cursor.parse(text)).as(text).isEmpty();
        }
        Cursor cursor = new Cursor(Map.of(BINS.get(1), 17L, BINS.get(3), 0L));
        assertThat(Cursor.parse(cursor.toString())).contains(cursor);
    }

    /** @param skew by how much clocks may differ */
    private void setAside(Random random, int number, int skew) {
        for (int i = 0; i < number; i++) {
            Bin bin = BINS.get(random.nextInt(BINS.size()));
            List<DeadLetter> letters = log.computeIfAbsent(bin, _ -> new ArrayList<>());
            // An offset may hold the mark of a transaction.
            long offset = (letters.isEmpty() ? 0 : letters.getLast().place().offset()) + 1 + random.nextInt(3);
            clock += 10;
            Instant at = Instant.ofEpochMilli(clock + (skew == 0 ? 0 : random.nextInt(skew * 20)));
            letters.add(new DeadLetter(bin.at(offset), null, at, "", 0, ""));
        }
    }

    private List<Tail> tails(Cursor before, int most) {
        return BINS.stream()
                .map(bin -> new Tail(
                        bin,
                        log.getOrDefault(bin, List.of()).reversed().stream()
                                .filter(it ->
                                        it.place().offset() < before.before().getOrDefault(bin, Long.MAX_VALUE))
                                .limit(most)
                                .toList()))
                .toList();
    }
}
