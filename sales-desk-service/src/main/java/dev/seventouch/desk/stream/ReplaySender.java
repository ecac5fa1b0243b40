package dev.seventouch.desk.stream;

import dev.seventouch.desk.deadletter.DeadLetter;
import dev.seventouch.desk.deadletter.DeadLetters.Sending;
import dev.seventouch.desk.deadletter.Opened;
import dev.seventouch.desk.deadletter.Place;
import dev.seventouch.service.stream.DeadLetterHeaders;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Sends dead letters back: key and value as they are, headers without the reason. The key finds its partition as ever. */
@Component
final class ReplaySender {
    private static final Logger log = LoggerFactory.getLogger(ReplaySender.class);

    /** Above the producer's own delivery time-out: by then each one is acknowledged or given up. */
    private static final Duration BUDGET = Duration.ofSeconds(5);

    private final KafkaTemplate<String, byte[]> kafka;
    private final MeterRegistry meters;

    ReplaySender(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
        this.kafka = kafka;
        this.meters = meters;
    }

    Sending send(List<Opened> letters) {
        Map<DeadLetter, CompletableFuture<?>> sends = new LinkedHashMap<>();
        Set<Place> kept = new HashSet<>();
        for (Opened opened : letters) {
            // With no broker to be had each of the others would wait as long again, and be out of its order.
            if (!kept.isEmpty() || !begun(opened, sends)) {
                kept.add(opened.letter().place());
                count(opened.letter(), "kept");
            }
        }
        long until = System.nanoTime() + BUDGET.toNanos();
        Set<Place> sent = new HashSet<>();
        sends.forEach((letter, sending) -> {
            if (isAcknowledged(letter, sending, until)) {
                sent.add(letter.place());
            }
        });
        return new Sending(sent, kept);
    }

    private boolean begun(Opened opened, Map<DeadLetter, CompletableFuture<?>> sends) {
        try {
            sends.put(opened.letter(), kafka.send(recordOf(opened)));
            return true;
        } catch (KafkaException e) {
            log.warn("did not replay {}", opened.letter().place(), e);
            return false;
        }
    }

    private boolean isAcknowledged(DeadLetter letter, CompletableFuture<?> sending, long until) {
        try {
            sending.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            log.info("replayed {}, which was {}", letter.place(), letter.origin());
            count(letter, "sent");
            return true;
        } catch (ExecutionException | TimeoutException e) {
            log.warn("it is not known whether {} was replayed", letter.place(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        count(letter, "in-doubt");
        return false;
    }

    private static ProducerRecord<String, byte[]> recordOf(Opened opened) {
        Headers headers = new RecordHeaders();
        opened.headers().forEach(it -> headers.add(it.name(), it.value()));
        Place place = opened.letter().place();
        String from = DeadLetterHeaders.positionOf(
                KafkaDeadLetters.deadLetters(place.topic()), place.partition(), place.offset());
        return new ProducerRecord<>(
                place.topic(), null, opened.letter().key(), opened.value(), DeadLetterHeaders.replayed(headers, from));
    }

    private void count(DeadLetter letter, String answer) {
        meters.counter("seventouch.desk.replays", "topic", letter.place().topic(), "answer", answer)
                .increment();
    }
}
