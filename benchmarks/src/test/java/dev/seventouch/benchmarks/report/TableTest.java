package dev.seventouch.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    private final Figures figures = new Figures();

    @Test
    void shows_medians_with_their_range_and_how_many_times_better_the_first_is() {
        Measure rate = Measure.rate("touches out");
        figures.add("ours", rate, 3000);
        figures.add("ours", rate, 1000);
        figures.add("ours", rate, 2000);
        figures.add("theirs", rate, 500);

        assertThat(Table.of(figures)).isEqualTo("""
                |             | unit | ours                   | theirs | times better than theirs |
                |-------------|------|------------------------|--------|--------------------------|
                | touches out | 1/s  | 2,000 (1,000 to 3,000) | 500    | 4.00                     |
                """);
    }

    @Test
    void less_time_is_better() {
        Measure latency = Measure.cost("latency", "ms");
        figures.add("ours", latency, 5);
        figures.add("theirs", latency, 20);

        assertThat(Table.of(figures)).contains("| 5.00 | 20.0   | 4.00 ");
    }

    @Test
    void what_one_of_them_does_not_have_is_not_compared() {
        Measure restart = Measure.cost("restart", "s");
        figures.add("theirs", Measure.rate("touches out"), 1);
        figures.add("ours", restart, 5);

        assertThat(Table.of(figures)).contains("| restart     | s    | –      | 5.00 | –");
    }

    @Test
    void notes_follow() {
        figures.add("ours", Measure.rate("touches out"), 1);
        figures.note("Nobody else was there.");

        assertThat(Table.of(figures)).endsWith("\nNobody else was there.\n");
    }
}
