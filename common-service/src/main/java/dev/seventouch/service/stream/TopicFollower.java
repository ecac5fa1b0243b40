package dev.seventouch.service.stream;

import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Reads the whole of a compacted topic of definitions, from its beginning at every start, and goes on following it. Each
 * instance of a service follows for itself, so there is no group and nothing to commit.
 */
public final class TopicFollower<V> implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TopicFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Topic<V> topic;
    private final ConsumerFactory<String, byte[]> consumers;
    private final java.util.function.Consumer<Received<V>> reader;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile boolean running;
    private volatile @Nullable Consumer<String, byte[]> reading;

    /** @param reader is told of each event and each tombstone, in order, and never throws for what it can't use */
    public TopicFollower(
            Topic<V> topic,
            ConsumerFactory<String, byte[]> consumers,
            java.util.function.Consumer<Received<V>> reader) {
        this.topic = topic;
        this.consumers = consumers;
        this.reader = reader;
    }

    /** Waits until all is read that was there at the start; answers whether it is. */
    public boolean awaitCaughtUp(Duration atMost) throws InterruptedException {
        return caughtUp.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean isCaughtUp() {
        return caughtUp.getCount() == 0;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().name("follow-" + topic.name()).daemon().start(this::follow);
    }

    @Override
    public void stop() {
        running = false;
        Consumer<String, byte[]> consumer = reading;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow() {
        while (running) {
            try (Consumer<String, byte[]> consumer = consumers.createConsumer(null, null, "-" + topic.name(), null)) {
                reading = consumer;
                read(consumer);
            } catch (WakeupException e) {
                return;
            } catch (KafkaException e) {
                log.warn("{} can't be followed just now; trying again", topic, e);
                pause();
            }
        }
    }

    private void read(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (running) {
            consumer.poll(isCaughtUp() ? POLL : Duration.ofMillis(20)).forEach(this::handOrPassOver);
            if (!isCaughtUp()
                    && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                caughtUp.countDown();
            }
        }
    }

    // One definition that its reader stumbles over must not keep all later ones from being read, now or at every start.
    private void handOrPassOver(ConsumerRecord<String, byte[]> record) {
        try {
            hand(record);
        } catch (RuntimeException | StackOverflowError e) {
            log.error("passed over {} under key {}", positionOf(record), record.key(), e);
        }
    }

    private void hand(ConsumerRecord<String, byte[]> record) {
        String position = positionOf(record);
        if (record.value() == null) {
            reader.accept(new Received<>(record.key(), null, position));
            return;
        }
        switch (topic.decode(record.value())) {
            case Decoded.Readable<V>(var event) -> reader.accept(new Received<>(record.key(), event, position));
            case Decoded.Unreadable<V>(var _, var why) ->
                log.warn("passed over {} under key {}: {}", position, record.key(), why);
        }
    }

    private static String positionOf(ConsumerRecord<?, ?> record) {
        return DeadLetterHeaders.positionOf(record.topic(), record.partition(), record.offset());
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
