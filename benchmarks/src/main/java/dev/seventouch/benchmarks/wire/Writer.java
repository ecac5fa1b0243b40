package dev.seventouch.benchmarks.wire;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes to topics as the services do: acknowledged, and none twice. */
public final class Writer implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<@Nullable Exception> fault = new AtomicReference<>();

    /** @param lingerMillis how long a record waits for others to go with */
    private Writer(String bootstrapServers, int lingerMillis) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
                        1,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4",
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 * 1024,
                        ProducerConfig.LINGER_MS_CONFIG,
                        lingerMillis),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** For many records at once. */
    public static Writer inBulk(String bootstrapServers) {
        return new Writer(bootstrapServers, 5);
    }

    /** For records that come one by one. */
    public static Writer oneByOne(String bootstrapServers) {
        return new Writer(bootstrapServers, 0);
    }

    /** Returns when all are acknowledged. */
    public void write(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(this::send);
        settle();
    }

    /**
     * Writes one record after another at even distances, and goes on at its pace even if nobody keeps up.
     *
     * @return for each record the time, of {@link System#nanoTime()}, at which it was to be written
     */
    public long[] trickle(int perSecond, int count, IntFunction<ProducerRecord<String, byte[]>> records) {
        long[] due = new long[count];
        long start = System.nanoTime();
        for (int index = 0; index < count; index++) {
            due[index] = start + index * TimeUnit.SECONDS.toNanos(1) / perSecond;
            ProducerRecord<String, byte[]> record = records.apply(index);
            parkUntil(due[index]);
            send(record);
        }
        settle();
        return due;
    }

    private static void parkUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback sees what becomes of it
    private void send(ProducerRecord<String, byte[]> record) {
        producer.send(record, (metadata, exception) -> {
            if (exception != null) {
                fault.compareAndSet(null, exception);
            }
        });
    }

    private void settle() {
        producer.flush();
        Exception happened = fault.get();
        if (happened != null) {
            throw new IllegalStateException("not all records were acknowledged", happened);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
