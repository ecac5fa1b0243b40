package dev.seventouch.desk.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.seventouch.desk.Troubled;
import dev.seventouch.desk.store.MongoErasures;
import dev.seventouch.desk.store.MongoLeads;
import dev.seventouch.desk.store.MongoReplays;
import dev.seventouch.embedded.EmbeddedStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever goes wrong while dead letters are replayed, by whomever and however often: a record arrives once. */
class OnceTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static EmbeddedStore store;
    private static MongoClient client;

    @BeforeContainer
    static void open() {
        store = EmbeddedStore.inMemory();
        client = MongoClients.create(store.uri());
    }

    @AfterContainer
    static void close() {
        client.close();
        store.close();
    }

    @Property(tries = 60)
    void a_record_arrives_at_most_once_and_in_the_end_exactly_once_unless_it_is_in_doubt(@ForAll long seed) {
        Random random = new Random(seed);
        MongoDatabase database = client.getDatabase("desk-" + UUID.randomUUID());
        Instant[] now = {START};
        InstantSource wall = () -> now[0];
        TroubledLog log = new TroubledLog(random);
        DeadLetterOffice office = office(log, database, wall);
        // Jon's wishes are overtaken now and then: he has looked, and just before he claims Mara replays.
        DeadLetterOffice overtaken = office(
                log,
                Troubled.store(database, (moment, collection) -> {
                    if (moment == Troubled.Moment.BEFORE && collection.equals("replays") && random.nextBoolean()) {
                        wish(office, "Mara", log, random);
                    }
                }),
                wall);

        for (int n = 0; n < 12; n++) {
            now[0] = now[0].plus(Duration.ofSeconds(random.nextInt(90)));
            wish(overtaken, "Jon", log, random);
        }
        log.mended = true;
        now[0] = now[0].plus(Replay.ON_ITS_WAY);
        office.replayAll("leads", "Mara");

        assertThat(log.arrived).as("once").doesNotHaveDuplicates();
        Set<String> left = new HashSet<>(log.origins());
        log.arrived.forEach(left::remove);
        assertThat(left).as("lost").isSubsetOf(log.unclear);
        for (Place place : log.places()) {
            Listed listed = office.open(place).orElseThrow().listed();
            Standing standing = listed.standing();
            assertThat(standing).isIn(Standing.REPLAYED, Standing.IN_DOUBT);
            if (standing == Standing.REPLAYED) {
                assertThat(log.arrived).contains(listed.letter().origin());
            } else {
                assertThat(log.unclear).contains(listed.letter().origin());
                assertThat(office.replay(place, "Mara", true).orElseThrow().isSent())
                        .isTrue();
                assertThat(office.replay(place, "Mara", true).orElseThrow().isSent())
                        .isFalse();
            }
        }
        database.drop();
    }

    private static DeadLetterOffice office(DeadLetters log, MongoDatabase database, InstantSource wall) {
        return new DeadLetterOffice(
                log, new MongoReplays(database), new MongoErasures(database, wall), new MongoLeads(database), wall);
    }

    private static void wish(DeadLetterOffice office, String by, TroubledLog log, Random random) {
        try {
            if (random.nextInt(3) == 0) {
                office.replayAll("leads", by);
            } else {
                office.replay(log.places().get(random.nextInt(TroubledLog.LETTERS)), by, false);
            }
        } catch (LogAway | Crash e) {
            // Somebody asks again, or does not.
        }
    }

    /** The process is killed. */
    private static final class Crash extends RuntimeException {}

    /** Nine dead letters of six records, on a log that is away now and then. */
    private static final class TroubledLog implements DeadLetters {
        private static final int LETTERS = 9;
        private static final Bin BIN = new Bin("leads", 0);
        private final Random random;
        private final List<String> arrived = new ArrayList<>();
        /** The origins of those of which the desk could not know what became. */
        private final Set<String> unclear = new HashSet<>();

        private boolean mended;

        TroubledLog(Random random) {
            this.random = random;
        }

        List<Place> places() {
            return IntStream.range(0, LETTERS).mapToObj(BIN::at).toList();
        }

        Set<String> origins() {
            Set<String> origins = new HashSet<>();
            places().forEach(place -> origins.add(letter(place).letter().origin()));
            return origins;
        }

        private static Opened letter(Place place) {
            String origin = "leads-0-" + place.offset() % 6;
            return new Opened(new DeadLetter(place, null, START, "", 0, origin), new byte[0], List.of());
        }

        @Override
        public List<String> topics() {
            return List.of("leads");
        }

        @Override
        public List<Tail> tails(Collection<String> topics, Cursor before, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Opened> open(Place place) {
            return Optional.of(letter(place));
        }

        @Override
        public List<Span> spans(String topic) {
            return List.of(new Span(BIN, 0, LETTERS));
        }

        @Override
        public Slice read(Span span) {
            long end = Math.min(span.end(), span.begin() + 1 + random.nextInt(4));
            return new Slice(
                    places().subList((int) span.begin(), (int) end).stream()
                            .map(TroubledLog::letter)
                            .toList(),
                    new Span(BIN, end, span.end()));
        }

        @Override
        public Sending send(List<Opened> letters) {
            Set<Place> sent = new HashSet<>();
            Set<Place> kept = new HashSet<>();
            for (Opened opened : letters) {
                String origin = opened.letter().origin();
                switch (mended ? 0 : random.nextInt(5)) {
                    case 0, 1 -> {
                        arrived.add(origin);
                        sent.add(opened.letter().place());
                    }
                    case 2 -> kept.add(opened.letter().place());
                    case 3 -> {
                        unclear.add(origin);
                        if (random.nextBoolean()) {
                            arrived.add(origin);
                        }
                    }
                    default -> {
                        letters.forEach(it -> unclear.add(it.letter().origin()));
                        throw new Crash();
                    }
                }
            }
            return new Sending(sent, kept);
        }
    }
}
