package dev.seventouch.desk.web;

import dev.seventouch.desk.deadletter.DeadLetter;
import dev.seventouch.desk.deadletter.Listed;
import dev.seventouch.desk.deadletter.Opened;
import dev.seventouch.desk.deadletter.Replay;
import dev.seventouch.desk.deadletter.Standing;
import dev.seventouch.desk.deadletter.ValueText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as the API tells it.
 *
 * @param topic where it came from
 * @param partition of the topic's dead-letter topic
 * @param offset in the topic's dead-letter topic
 * @param setAsideAt wall time
 * @param size of the value in bytes
 * @param origin the record that was set aside: its topic, partition and offset
 */
record DeadLetterView(
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Instant setAsideAt,
        String reason,
        int size,
        String origin,
        Standing standing,
        @Nullable ReplayView replay) {

    /** @param at wall time */
    record ReplayView(String by, Instant at) {
        static @Nullable ReplayView of(@Nullable Replay replay) {
            return replay == null ? null : new ReplayView(replay.by(), replay.at());
        }
    }

    /** @param value null if it has none, or if its lead was erased */
    record OpenedView(DeadLetterView letter, @Nullable ValueText value, List<HeaderView> headers) {
        static OpenedView of(Listed listed, @Nullable Opened opened) {
            return new OpenedView(
                    DeadLetterView.of(listed),
                    opened == null || opened.value() == null ? null : ValueText.of(opened.value()),
                    opened == null
                            ? List.of()
                            : opened.headers().stream().map(HeaderView::of).toList());
        }
    }

    record HeaderView(String name, @Nullable String value) {
        static HeaderView of(Opened.Header header) {
            return new HeaderView(
                    header.name(),
                    header.value() == null ? null : ValueText.of(header.value()).text());
        }
    }

    static DeadLetterView of(Listed listed) {
        DeadLetter letter = listed.letter();
        return new DeadLetterView(
                letter.place().topic(),
                letter.place().partition(),
                letter.place().offset(),
                letter.key(),
                letter.at(),
                letter.why(),
                letter.size(),
                letter.origin(),
                listed.standing(),
                ReplayView.of(listed.replay()));
    }
}
