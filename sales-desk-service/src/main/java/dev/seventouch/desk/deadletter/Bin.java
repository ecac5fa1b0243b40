package dev.seventouch.desk.deadletter;

/**
 * A partition of a dead-letter topic.
 *
 * @param topic the one that the dead letters came from
 */
public record Bin(String topic, int partition) {

    public Place at(long offset) {
        return new Place(topic, partition, offset);
    }

    @Override
    public String toString() {
        return topic + "-" + partition;
    }
}
