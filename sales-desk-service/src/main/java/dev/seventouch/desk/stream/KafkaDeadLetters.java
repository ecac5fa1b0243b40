package dev.seventouch.desk.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.desk.deadletter.Bin;
import dev.seventouch.desk.deadletter.Cursor;
import dev.seventouch.desk.deadletter.DeadLetter;
import dev.seventouch.desk.deadletter.DeadLetters;
import dev.seventouch.desk.deadletter.LogAway;
import dev.seventouch.desk.deadletter.Opened;
import dev.seventouch.desk.deadletter.Place;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.stream.DeadLetterHeaders;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/** The dead-letter topics, read when somebody asks. One request reads at a time, so their memory is that of one. */
@Component
final class KafkaDeadLetters implements DeadLetters {
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final Map<String, Topic<?>> TOPICS = Topics.ALL.stream()
            .collect(Collectors.toMap(Topic::name, Function.identity(), (one, other) -> one, LinkedHashMap::new));

    private final ConsumerFactory<String, byte[]> consumers;
    private final ReplaySender sender;
    private final MeterRegistry meters;
    private final ReentrantLock turn = new ReentrantLock(true);

    KafkaDeadLetters(ConsumerFactory<String, byte[]> consumers, ReplaySender sender, MeterRegistry meters) {
        this.consumers = consumers;
        this.sender = sender;
        this.meters = meters;
    }

    @Override
    public List<String> topics() {
        return List.copyOf(TOPICS.keySet());
    }

    @Override
    public List<Tail> tails(Collection<String> topics, Cursor before, int most) {
        return reading(log -> {
            List<Tail> tails = new ArrayList<>();
            for (String topic : topics) {
                for (Span span : spans(log, topic)) {
                    long end = Math.min(span.end(), before.before().getOrDefault(span.bin(), Long.MAX_VALUE));
                    tails.add(tail(log, new Span(span.bin(), span.begin(), end), most));
                }
            }
            return tails;
        });
    }

    /** Goes back in growing steps: an offset may hold no record, but the mark of a transaction. */
    private static Tail tail(LogReader log, Span span, int most) {
        List<DeadLetter> newestFirst = new ArrayList<>();
        long end = span.end();
        for (long step = most; newestFirst.size() < most && end > span.begin(); step *= 2) {
            long begin = Math.max(span.begin(), end - step);
            newestFirst.addAll(log.read(partition(span.bin()), begin, end, it -> letter(span.bin(), it))
                    .reversed());
            end = begin;
        }
        return new Tail(span.bin(), newestFirst.stream().limit(most).toList());
    }

    @Override
    public Optional<Opened> open(Place place) {
        return !TOPICS.containsKey(place.topic())
                ? Optional.empty()
                : reading(log -> spans(log, place.topic()).stream()
                        .filter(it -> it.bin().equals(place.bin())
                                && it.begin() <= place.offset()
                                && place.offset() < it.end())
                        .flatMap(it -> log
                                .read(
                                        partition(it.bin()),
                                        place.offset(),
                                        place.offset() + 1,
                                        record -> opened(it.bin(), record))
                                .stream())
                        .findFirst());
    }

    @Override
    public List<Span> spans(String topic) {
        return reading(log -> spans(log, topic));
    }

    @Override
    public Slice read(Span span) {
        return reading(log -> {
            LogReader.Some<Opened> some =
                    log.some(partition(span.bin()), span.begin(), span.end(), record -> opened(span.bin(), record));
            return new Slice(some.found(), new Span(span.bin(), some.next(), span.end()));
        });
    }

    @Override
    public Sending send(List<Opened> letters) {
        return sender.send(letters);
    }

    private <R> R reading(Function<LogReader, R> look) {
        long began = System.nanoTime();
        String answer = "away";
        try {
            R found = inTurn(look);
            answer = "read";
            return found;
        } finally {
            Timer.builder("seventouch.desk.dead.letter.reads")
                    .description("looks at the dead-letter topics, the wait for a turn included")
                    .tag("answer", answer)
                    .register(meters)
                    .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        }
    }

    private <R> R inTurn(Function<LogReader, R> look) {
        try {
            if (!turn.tryLock(TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LogAway("somebody else reads the dead letters for longer than " + TURN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogAway("stopped meanwhile", e);
        }
        try (LogReader log = new LogReader(consumers)) {
            return look.apply(log);
        } finally {
            turn.unlock();
        }
    }

    private static List<Span> spans(LogReader log, String topic) {
        return log.spans(topic, deadLetters(topic));
    }

    private static TopicPartition partition(Bin bin) {
        return new TopicPartition(deadLetters(bin.topic()), bin.partition());
    }

    static String deadLetters(String topic) {
        Topic<?> known = TOPICS.get(topic);
        if (known == null) {
            throw new IllegalArgumentException("there is no topic " + topic);
        }
        return known.deadLetters();
    }

    private static Opened opened(Bin bin, ConsumerRecord<String, byte[]> record) {
        return new Opened(
                letter(bin, record),
                record.value(),
                Arrays.stream(record.headers().toArray())
                        .map(it -> new Opened.Header(it.key(), it.value()))
                        .toList());
    }

    private static DeadLetter letter(Bin bin, ConsumerRecord<String, byte[]> record) {
        return new DeadLetter(
                bin.at(record.offset()),
                record.key(),
                Instant.ofEpochMilli(record.timestamp()),
                header(record, DeadLetterHeaders.REASON).orElse("It does not tell why."),
                record.value() == null ? 0 : record.value().length,
                header(record, DeadLetterHeaders.POSITION)
                        .orElseGet(() ->
                                DeadLetterHeaders.positionOf(record.topic(), record.partition(), record.offset())));
    }

    private static Optional<String> header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }
}
