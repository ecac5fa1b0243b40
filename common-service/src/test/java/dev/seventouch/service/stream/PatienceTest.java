package dev.seventouch.service.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final AtomicInteger tries = new AtomicInteger();

    @Test
    void what_the_log_did_not_answer_is_tried_again() {
        Patience.untilTheLogAnswers(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new LogUnreachable("cadences", new TimeoutException());
            }
        });

        assertThat(tries).hasValue(3);
    }

    @Test
    void what_is_wrong_for_another_reason_is_said_at_once() {
        assertThatThrownBy(() -> Patience.untilTheLogAnswers(() -> {
                    tries.incrementAndGet();
                    throw new IllegalArgumentException("a cadence without steps");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(tries).hasValue(1);
    }
}
