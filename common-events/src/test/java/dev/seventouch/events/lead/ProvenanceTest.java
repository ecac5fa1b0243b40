package dev.seventouch.events.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvenanceTest {
    private static final Instant THEN = Instant.parse("2026-11-02T08:30:00Z");

    @Test
    void what_came_twice_is_there_once_and_goes_by_what_is_known_better() {
        Provenance noted = new Provenance("website", "form", THEN);
        Provenance guessed = new Provenance("website", null, THEN);
        Provenance later = new Provenance("website", null, THEN.plusSeconds(1));

        assertThat(Provenance.folded(List.of(guessed, noted), List.of(noted, later)))
                .containsExactly(noted, later);
    }

    /** Two views that fold the same words in another order must not differ: one would ask for it to be said again. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_first_and_the_newest_are_kept_in_whatever_order_they_are_told(long seed) {
        List<Provenance> all = new ArrayList<>(IntStream.range(0, 60)
                .mapToObj(n -> new Provenance(n % 2 == 0 ? "website" : "fair", "form", THEN.plusSeconds(n / 2)))
                .toList());
        List<Provenance> expected = Provenance.folded(all, List.of());
        assertThat(expected).hasSize(21);
        assertThat(expected.getFirst().at()).isEqualTo(THEN);
        assertThat(expected.getLast().at()).isEqualTo(THEN.plusSeconds(29));

        Collections.shuffle(all, new Random(seed));
        List<Provenance> kept = List.of();
        for (Provenance each : all) {
            kept = Provenance.folded(List.of(each), kept);
        }

        assertThat(kept).isEqualTo(expected);
    }
}
