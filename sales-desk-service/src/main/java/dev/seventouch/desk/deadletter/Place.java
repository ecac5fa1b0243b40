package dev.seventouch.desk.deadletter;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a dead letter is.
 *
 * @param topic the one it came from
 * @param partition of the dead-letter topic
 * @param offset in the dead-letter topic
 */
public record Place(String topic, int partition, long offset) {
    private static final Pattern PARTITION = Pattern.compile("\\d{1,9}");
    private static final Pattern OFFSET = Pattern.compile("\\d{1,18}");

    /** @return empty if there can be no such place */
    public static Optional<Place> parse(String topic, String partition, String offset) {
        return PARTITION.matcher(partition).matches() && OFFSET.matcher(offset).matches()
                ? Optional.of(new Place(topic, Integer.parseInt(partition), Long.parseLong(offset)))
                : Optional.empty();
    }

    public Bin bin() {
        return new Bin(topic, partition);
    }

    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
