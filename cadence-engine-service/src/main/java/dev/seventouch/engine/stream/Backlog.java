package dev.seventouch.engine.stream;

import org.apache.kafka.common.TopicPartition;

/**
 * What stood on a partition of the topics when an engine took it over. Until all of it has been read nothing goes out: what is
 * there may say that a touch was made already, or that the lead said stop.
 */
public interface Backlog {

    /** Where nothing stood. */
    Backlog NONE = new Backlog() {
        @Override
        public void read(TopicPartition topic, long offset) {}

        @Override
        public boolean isRead() {
            return true;
        }
    };

    /** What is told of a record as it is taken. */
    void read(TopicPartition topic, long offset);

    boolean isRead();

    /** Looks up what stands on a partition. */
    @FunctionalInterface
    interface Source {
        Backlog of(int partition);
    }
}
