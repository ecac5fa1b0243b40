package dev.seventouch.engine.stream;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of Streams. Between two looks whether a tick or a commit is due, a stream thread waits for input, and it knows
 * one time for that: long, and a release or a commit stands still meanwhile; short, and a thread with nothing to do is busy
 * looking. Here it is short while something goes on.
 */
public final class PromptClients implements KafkaClientSupplier {
    private static final Duration WHILE_ACTIVE = Duration.ofMillis(5);
    private static final ByteArrayDeserializer READ = new ByteArrayDeserializer();
    private static final ByteArraySerializer WRITE = new ByteArraySerializer();

    private final Activity activity;

    public PromptClients(Activity activity) {
        this.activity = activity;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> settings) {
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, READ, READ);
        @SuppressWarnings("unchecked") // it has all methods of the one behind it
        Consumer<byte[], byte[]> prompt = (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                PromptClients.class.getClassLoader(), new Class<?>[] {Consumer.class}, (_, method, arguments) -> {
                    if (method.getName().equals("poll") && activity.isGoingOn()) {
                        arguments[0] = shorter((Duration) arguments[0]);
                    }
                    try {
                        return method.invoke(consumer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return prompt;
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(WHILE_ACTIVE) < 0 ? wait : WHILE_ACTIVE;
    }

    @Override
    public Admin getAdmin(Map<String, Object> settings) {
        return Admin.create(settings);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, WRITE, WRITE);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, READ, READ);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, READ, READ);
    }
}
