package dev.seventouch.desk.deadletter;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The dead-letter topics. Each method reads for a few seconds at most and throws {@link LogAway} where that was not enough.
 */
public interface DeadLetters {
    /**
     * How long what was done about dead letters is remembered: twice as long as Kafka keeps them, as another service may set the
     * same record aside a good while later.
     */
    Duration REMEMBERED = Duration.ofDays(60);

    /** The topics that records may be set aside from. */
    List<String> topics();

    /**
     * The latest of each bin.
     *
     * @param before up to where each bin is read; one that isn't named, up to its end
     * @param most of each bin
     */
    List<Tail> tails(Collection<String> topics, Cursor before, int most);

    /** @return empty if there is none at that place, or none any more */
    Optional<Opened> open(Place place);

    /** What each bin of a topic holds now. */
    List<Span> spans(String topic);

    /** The next ones of a span, a few hundred and about a megabyte at most. */
    Slice read(Span span);

    /** Sends them back to where they came from, in their order. Does not throw. */
    Sending send(List<Opened> letters);

    /** @param letters the newest first */
    record Tail(Bin bin, List<DeadLetter> letters) {}

    /** @param end the first offset that is not in it */
    record Span(Bin bin, long begin, long end) {

        boolean isEmpty() {
            return begin >= end;
        }
    }

    record Slice(List<Opened> letters, Span rest) {}

    /**
     * What became of dead letters that were to be sent; of those in neither set nobody knows.
     *
     * @param sent acknowledged by every in-sync replica
     * @param kept never left this process
     */
    record Sending(Set<Place> sent, Set<Place> kept) {}
}
