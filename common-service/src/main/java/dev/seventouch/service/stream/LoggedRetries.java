package dev.seventouch.service.stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/** Says that a batch waits, and why; without it a listener that fails for ever would do so in silence. */
final class LoggedRetries implements RetryListener {

    private static final Logger log = LoggerFactory.getLogger(LoggedRetries.class);

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, @Nullable Exception why, int attempt) {
        log.warn("a record of {} could not be seen to and comes again, attempt {}", record.topic(), attempt, why);
    }

    @Override
    public void failedDelivery(ConsumerRecords<?, ?> batch, @Nullable Exception why, int attempt) {
        log.warn("a batch of {} could not be seen to and comes again, attempt {}", batch.partitions(), attempt, why);
    }
}
