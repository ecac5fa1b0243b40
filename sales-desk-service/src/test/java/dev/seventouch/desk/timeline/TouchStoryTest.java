package dev.seventouch.desk.timeline;

import static dev.seventouch.desk.Given.MONDAY_9;
import static dev.seventouch.desk.Given.leadId;
import static dev.seventouch.desk.Given.touch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.desk.task.Errand;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TouchStoryTest {
    private static final TouchId CALL =
            touch(leadId(1), "call", 1, Channel.CALL).id();
    private static final Instant LATER = MONDAY_9.plusSeconds(1800);

    @Test
    void what_a_person_did_is_the_last_word_and_stands_where_the_touch_was_handed_over() {
        Entry line = entry(
                null,
                due(1, MONDAY_9, Recipient.LEAD),
                Map.of(Status.HANDED_OVER, outcome(null, MONDAY_9), Status.COMPLETED, outcome(null, LATER)));

        assertThat(line.status()).isEqualTo(Status.COMPLETED);
        assertThat(line.at()).isEqualTo(MONDAY_9);
        assertThat(line.completedAt()).isEqualTo(LATER);
    }

    @Test
    void a_deferred_touch_is_due_again_once_its_time_has_come() {
        Map<Status, TouchStory.Outcome> deferred = Map.of(Status.DEFERRED, outcome(LATER, MONDAY_9));

        assertThat(entry(null, due(1, MONDAY_9, Recipient.LEAD), deferred).status())
                .isEqualTo(Status.DEFERRED);
        assertThat(entry(null, due(2, LATER, Recipient.LEAD), deferred).status())
                .isEqualTo(Status.DUE);
    }

    @Test
    void of_two_lanes_the_later_attempt_counts() {
        Entry line = entry(due(1, MONDAY_9, Recipient.LEAD), due(2, LATER, Recipient.LEAD), Map.of());

        assertThat(line.attempt()).isEqualTo(2);
        assertThat(line.at()).isEqualTo(LATER);
    }

    @Test
    void a_touch_to_the_owner_is_an_alert_and_is_not_counted() {
        Map<Status, TouchStory.Outcome> sent = Map.of(Status.HANDED_OVER, outcome(null, MONDAY_9));

        assertThat(entry(due(1, MONDAY_9, Recipient.OWNER), null, sent).kind()).isEqualTo("alert");
        assertThat(entry(due(1, MONDAY_9, Recipient.OWNER), null, sent).isHad()).isFalse();
        assertThat(entry(due(1, MONDAY_9, Recipient.LEAD), null, sent).isHad()).isTrue();
    }

    @Test
    void an_errand_is_the_owners_also_where_only_its_outcome_is_known() {
        TouchStory.Outcome done = new TouchStory.Outcome(
                "reply", 77, Channel.CALL, null, "words", null, "Mara", "reached", Errand.REPLY, MONDAY_9);

        assertThat(entry(null, null, Map.of(Status.COMPLETED, done))).satisfies(line -> {
            assertThat(line.kind()).isEqualTo("alert");
            assertThat(line.errand()).isEqualTo(Errand.REPLY);
            assertThat(line.isHad()).isFalse();
        });
    }

    @Test
    void an_outcome_alone_still_makes_a_line() {
        assertThat(entry(null, null, Map.of(Status.FAILED, outcome(null, MONDAY_9))))
                .satisfies(line -> {
                    assertThat(line.status()).isEqualTo(Status.FAILED);
                    assertThat(line.step()).isEqualTo("call");
                });
        assertThat(new TouchStory(null, null, Map.of()).entry(CALL)).isEmpty();
    }

    private static Entry entry(
            TouchStory.@Nullable Due first, TouchStory.@Nullable Due later, Map<Status, TouchStory.Outcome> outcomes) {
        return new TouchStory(first, later, outcomes).entry(CALL).orElseThrow();
    }

    private static TouchStory.Due due(int attempt, Instant at, Recipient to) {
        return new TouchStory.Due("call", 1, Channel.CALL, null, to, "Ask", "they asked", attempt, null, at);
    }

    private static TouchStory.Outcome outcome(@Nullable Instant until, Instant at) {
        return new TouchStory.Outcome("call", 1, Channel.CALL, null, "words", until, "Mara", "reached", null, at);
    }
}
