package dev.seventouch.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "stpes, steps",
        "Steps, steps",
        "fro, for",
        "per_week, per-week",
        "seasosn, seasons",
        "x, ''",
        "date, ''",
        "something-else, ''",
    })
    void a_letter_or_two_are_forgiven(String found, String meant) {
        assertThat(Nearest.to(found, List.of("for", "at", "on", "steps", "seasons", "per-week")))
                .isEqualTo(meant.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(meant));
    }
}
