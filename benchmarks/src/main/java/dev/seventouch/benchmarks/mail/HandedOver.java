package dev.seventouch.benchmarks.mail;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads outcomes, and knows which touches were handed over. */
public final class HandedOver implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<TouchId> answered = new HashSet<>();
    private final Set<TouchId> handedOver = new HashSet<>();
    private final Map<String, Integer> others = new HashMap<>();
    private final Set<LeadId> answeredLeads = new HashSet<>();
    private final Map<LeadId, Long> seenAt = new HashMap<>();

    public HandedOver(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(Topics.OUTCOMES.name(), partition))
                .toList());
    }

    /** Reads on for a moment, and tells whether so many touches have an outcome by now. */
    public boolean areAnswered(int many) {
        consumer.poll(Duration.ofMillis(20)).forEach(record -> {
            if (Topics.OUTCOMES.decode(record.value()) instanceof Decoded.Readable<TouchOutcome>(var outcome)) {
                answered.add(outcome.touch().id());
                answeredLeads.add(outcome.touch().lead());
                if (outcome instanceof TouchOutcome.HandedOver) {
                    handedOver.add(outcome.touch().id());
                    seenAt.putIfAbsent(outcome.touch().lead(), saidAt(record));
                } else {
                    others.merge(named(outcome), 1, Integer::sum);
                }
            }
        });
        return answered.size() >= many;
    }

    private static String named(TouchOutcome outcome) {
        return switch (outcome) {
            case TouchOutcome.Deferred deferred -> "deferred, because " + deferred.why();
            case TouchOutcome.Failed failed -> "failed, because " + failed.why();
            case TouchOutcome.Skipped skipped -> "skipped, because " + skipped.why();
            default -> outcome.getClass().getSimpleName();
        };
    }

    /** By {@link System#nanoTime}, to the millisecond: when it is read here depends on how busy this program is. */
    private static long saidAt(ConsumerRecord<?, ?> record) {
        long ago = System.currentTimeMillis() - record.timestamp();
        return System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(ago);
    }

    /** Reads on for a moment, and tells whether each of them has been handed a mail by now. */
    public boolean have(Collection<LeadId> leads) {
        areAnswered(0);
        return seenAt.keySet().containsAll(leads);
    }

    /** Reads on for a moment, and tells whether it is known of each what became of its mail. */
    public boolean areAnswered(Collection<LeadId> leads) {
        areAnswered(0);
        return answeredLeads.containsAll(leads);
    }

    /** How many of them have been handed a mail. */
    public long count(Collection<LeadId> leads) {
        return leads.stream().filter(seenAt::containsKey).count();
    }

    /** When the mailer said that a lead's mail had been taken, by {@link System#nanoTime}. */
    public long seenAt(LeadId lead) {
        return java.util.Objects.requireNonNull(seenAt.get(lead));
    }

    /** How many have been handed over. */
    public int count() {
        return handedOver.size();
    }

    /** Outcomes that are no hand-over, by kind and reason: in a run on an idle sink there are none. */
    public Map<String, Integer> others() {
        return Map.copyOf(others);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
