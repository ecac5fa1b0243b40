package dev.seventouch.desk.stream;

import dev.seventouch.service.stream.Received;
import java.util.List;
import java.util.Objects;

/** The events of a batch whose topic has no use for tombstones. */
final class Events {

    private Events() {}

    static <V> List<V> of(List<Received<V>> batch) {
        return batch.stream().map(Received::event).filter(Objects::nonNull).toList();
    }
}
