package dev.seventouch.intake.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.intake.lead.Identity;
import dev.seventouch.service.clock.HouseClock;
import dev.seventouch.service.link.TouchMarks;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever one mail does to whoever reads it, those behind it are read. */
class MailboxWatchTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final Shelf shelf = new Shelf();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private MailboxWatch watch;

    @AfterEach
    void stop() {
        watch.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep", "missing", "assertion", "odd", "no mail", "can't be had"})
    void a_mail_that_breaks_its_reader_waits_for_a_person_and_the_next_is_read(String odd) {
        start(
                new Postbox.Letter(1, Instant.now(), "first".getBytes(US_ASCII)),
                odd.equals("can't be had")
                        ? Postbox.Letter.unreadable(2)
                        : new Postbox.Letter(2, Instant.now(), odd.getBytes(US_ASCII)),
                new Postbox.Letter(3, Instant.now(), "last".getBytes(US_ASCII)));

        await().atMost(SOON).until(() -> shelf.reached.equals(Optional.of(new Inbox.Checkpoint(7, 3))));
        assertThat(shelf.entries.values())
                .filteredOn(entry -> "it can't be read".equals(entry.why()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.waits()).isTrue());
        assertThat(shelf.entries).hasSize(3);
    }

    @Test
    void a_connection_that_breaks_in_an_unheard_of_way_is_opened_again() {
        start(2, new Postbox.Letter(1, Instant.now(), "first".getBytes(US_ASCII)));

        await().atMost(SOON).until(() -> shelf.entries.size() == 1);
        assertThat(meters.counter("seventouch.intake.mailbox.failures").count()).isEqualTo(2);
    }

    private void start(Postbox.Letter... letters) {
        start(0, letters);
    }

    private void start(int failures, Postbox.Letter... letters) {
        Mailroom room = new Mailroom(
                MailboxWatchTest::read,
                new TouchMarks(List.of("a key")),
                new Identity("a key"),
                null,
                null,
                null,
                shelf,
                LeadAddresses.NONE,
                meters);
        watch = new MailboxWatch(
                new Shelved(new AtomicInteger(failures), List.of(letters)),
                room,
                shelf,
                new HouseClock(InstantSource.system(), Instant.EPOCH, Instant.EPOCH, 1),
                Duration.ofMillis(50),
                meters);
        watch.start();
    }

    /** As a library does it that meets what its makers never thought of. */
    private static IncomingMail read(byte[] bytes) throws MessagingException {
        return switch (new String(bytes, US_ASCII)) {
            case "deep" -> throw new StackOverflowError();
            case "missing" -> throw new NoClassDefFoundError("handler");
            case "assertion" -> throw new AssertionError("never");
            case "odd" -> throw new IllegalStateException("odd");
            case "no mail" -> throw new MessagingException("no mail");
            default -> new IncomingMail(Map.of(), null, null, "", List.of(), Map.of(), "");
        };
    }

    private record Shelved(AtomicInteger failures, List<Letter> letters) implements Postbox, Postbox.Opened {
        @Override
        public String name() {
            return "shelf";
        }

        @Override
        public Opened open() {
            if (failures.getAndDecrement() > 0) {
                throw new ExceptionInInitializerError("no socket factory");
            }
            return this;
        }

        @Override
        public long validity() {
            return 7;
        }

        @Override
        public List<Letter> after(long uid, int most) {
            return letters.stream().filter(letter -> letter.uid() > uid).toList();
        }

        @Override
        public void await(Duration most) throws IOException, InterruptedException {
            Thread.sleep(most);
        }

        @Override
        public void close() {}
    }

    /** As the store does it, which has a test of its own. */
    private static final class Shelf implements Inbox {
        private final Map<String, Entry> entries = new ConcurrentHashMap<>();
        private volatile Optional<Checkpoint> reached = Optional.empty();

        @Override
        public boolean has(String id) {
            return entries.containsKey(id);
        }

        @Override
        public void keep(Entry entry) {
            entries.putIfAbsent(entry.id(), entry);
        }

        @Override
        public List<Entry> waiting(@Nullable Place before, int most) {
            return entries.values().stream().filter(Entry::waits).limit(most).toList();
        }

        @Override
        public boolean isFull() {
            return false;
        }

        @Override
        public Optional<Entry> find(String id) {
            return Optional.ofNullable(entries.get(id));
        }

        @Override
        public Claim claim(String id, String decision) {
            return Claim.GONE;
        }

        @Override
        public void settle(String id, String found, @Nullable LeadId lead) {}

        @Override
        public void forget(Collection<LeadId> writers) {
            entries.values().removeIf(entry -> writers.contains(entry.lead()));
        }

        @Override
        public void forgetBefore(Instant before) {
            entries.values().removeIf(entry -> entry.at().isBefore(before));
        }

        @Override
        public Optional<Checkpoint> checkpoint(String mailbox) {
            return reached;
        }

        @Override
        public void keep(String mailbox, Checkpoint now) {
            reached = Optional.of(now);
        }
    }
}
