package dev.seventouch.mailer.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.sun.net.httpserver.HttpServer;
import dev.seventouch.embedded.EmbeddedStore;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.channel.letter.HttpPrintProvider;
import dev.seventouch.mailer.channel.letter.LetterHandover;
import dev.seventouch.mailer.channel.letter.PdfPrinting;
import dev.seventouch.mailer.delivery.print.CutOff;
import dev.seventouch.mailer.delivery.print.PrintBatch;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.PrintItems;
import dev.seventouch.mailer.delivery.print.PrintProvider;
import dev.seventouch.mailer.store.PrintStores;
import dev.seventouch.mailer.template.Kind;
import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.service.clock.HouseClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The print room on a real store, with a clock that stands where it is put. */
class PrintRoomTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MORNING = Instant.parse("2026-03-12T08:00:00Z");
    private static final Claim.Owner ME = new Claim.Owner("mailer-1", "first");

    private final Set<LeadId> stopped = new HashSet<>();
    private final List<TouchOutcome> told = new ArrayList<>();
    private final List<PrintItem> returned = new ArrayList<>();
    private Instant now = MORNING;
    private boolean logIsAway;

    private EmbeddedStore store;
    private MongoClient client;
    private PrintItems items;
    private Claims claims;
    private PrintRoom room;
    private LetterHandover letters;
    private DailyPost daily;

    @BeforeEach
    void start() {
        store = EmbeddedStore.inMemory();
        client = MongoClients.create(store.uri());
        items = PrintStores.items(client.getDatabase("mailer"));
        claims = PrintStores.claims(client.getDatabase("mailer"));
        HouseClock clock = new HouseClock(() -> now, MORNING, MORNING, 1);
        room = new PrintRoom(items, claims, new Ledgered(), this::tell, (item, at) -> returned.add(item), clock);
        letters = new LetterHandover(items, Duration.ofDays(3), Duration.ofDays(14), clock);
        daily = new DailyPost(room, new CutOff(LocalTime.of(15, 0), BERLIN), null, null, clock);
    }

    @AfterEach
    void stop() {
        daily.close();
        client.close();
        store.close();
    }

    @Test
    void a_days_letters_become_one_batch_at_the_cut_off_and_later_ones_wait_for_the_next() {
        queue(1);
        queue(2);
        tickAt("2026-03-12T13:59:00Z");
        assertThat(items.batches(10)).isEmpty();

        tickAt("2026-03-12T14:00:00Z");
        queue(3);
        tickAt("2026-03-12T20:00:00Z");
        assertThat(items.batches(10)).singleElement().satisfies(batch -> {
            assertThat(batch.id()).isEqualTo("2026-03-12-1500");
            assertThat(items.of(batch.id())).hasSize(2);
        });
        tickAt("2026-03-13T14:00:01Z");
        assertThat(items.of("2026-03-13-1500")).hasSize(1);
    }

    @Test
    void a_batch_that_is_full_is_followed_by_another() {
        for (int number = 1; number <= 7; number++) {
            queue(number);
        }
        HouseClock clock = new HouseClock(() -> now, MORNING, MORNING, 1);
        int page = items.queued(now, 1).getFirst().html().length();
        PrintRoom three = new PrintRoom(
                items, claims, new Ledgered(), this::tell, (item, at) -> returned.add(item), clock, 3, Long.MAX_VALUE);
        assertThat(three.close(now))
                .hasValueSatisfying(first -> assertThat(items.of(first.id())).hasSize(3));
        now = now.plusSeconds(1);
        // Full by its pages: the second goes beyond what fits.
        PrintRoom small = new PrintRoom(
                items, claims, new Ledgered(), this::tell, (item, at) -> returned.add(item), clock, 100, page + 1L);
        assertThat(small.closeDaily(new CutOff(LocalTime.of(9, 0), BERLIN).last(now)))
                .extracting(PrintBatch::id)
                .containsExactly("2026-03-12-0900", "2026-03-12-0900-2");
        assertThat(items.of("2026-03-12-0900")).hasSize(2);
        assertThat(items.queued(now, 10)).isEmpty();
    }

    /** The last Sunday of March has no 02:30 in Berlin. */
    @Test
    void a_cut_off_that_the_clocks_leave_out_comes_once() {
        CutOff night = new CutOff(LocalTime.of(2, 30), BERLIN);
        assertThat(night.last(Instant.parse("2026-03-29T01:29:00Z")).toInstant())
                .isEqualTo(Instant.parse("2026-03-28T01:30:00Z"));
        assertThat(night.last(Instant.parse("2026-03-29T01:31:00Z")).toInstant())
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(night.last(Instant.parse("2026-03-30T00:29:00Z")).toInstant())
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(night.next(Instant.parse("2026-03-29T01:29:00Z")).toInstant())
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(night.next(Instant.parse("2026-03-29T01:30:00Z")).toInstant())
                .isEqualTo(Instant.parse("2026-03-30T00:30:00Z"));
    }

    @Test
    void two_mailers_and_one_that_died_half_way_make_the_same_batch() {
        queue(1);
        now = Instant.parse("2026-03-12T14:00:00Z");
        // Died after the batch was opened.
        items.open(new PrintBatch("2026-03-12-1500", PrintBatch.State.OPEN, now, null, now));
        daily.tick();
        try (DailyPost other = new DailyPost(
                room, new CutOff(LocalTime.of(15, 0), BERLIN), null, null, new HouseClock(() -> now, now, now, 1))) {
            other.tick();
        }
        assertThat(items.batches(10)).hasSize(1);
        assertThat(items.of("2026-03-12-1500")).hasSize(1);

        // What comes to light when somebody prints it already goes into another stack.
        room.claim("2026-03-12-1500", "Mara");
        now = MORNING;
        queue(2);
        now = Instant.parse("2026-03-12T14:01:00Z");
        room.closeDaily(new CutOff(LocalTime.of(15, 0), BERLIN).last(now));
        assertThat(items.of("2026-03-12-1500")).hasSize(1);
        assertThat(items.of("2026-03-12-1500-2")).hasSize(1);
    }

    @Test
    void a_letter_is_handed_over_when_it_is_posted_and_what_was_left_undone_is_done_when_it_is_said_again() {
        queue(1);
        queue(2);
        tickAt("2026-03-12T14:00:00Z");
        room.claim("2026-03-12-1500", "Mara");
        assertThat(told).isEmpty();

        logIsAway = true;
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> room.posted("2026-03-12-1500", "Mara")))
                .isInstanceOf(IllegalStateException.class);
        // It is in the post box; a stop that comes now can't call it back, and must not be told as if it had.
        stopped.add(TestTouches.lead(2));
        logIsAway = false;
        assertThat(room.posted("2026-03-12-1500", "Mara"))
                .hasValueSatisfying(takeOut -> assertThat(takeOut).isEmpty());
        assertThat(told).hasSize(2).allMatch(TouchOutcome.HandedOver.class::isInstance);
        assertThat(items.of("2026-03-12-1500")).allMatch(item -> item.state() == PrintItem.State.POSTED);

        room.posted("2026-03-12-1500", "Mara");
        assertThat(told).as("it is told once").hasSize(2);
        assertThat(letters.handOver(parcel(1), () -> true)).isInstanceOf(Handover.Answer.Taken.class);
    }

    @Test
    void who_says_stop_between_batch_and_post_is_out_of_the_pages_and_out_of_the_stack() {
        queue(1);
        queue(2);
        queue(3);
        stopped.add(TestTouches.lead(1));
        tickAt("2026-03-12T14:00:00Z");
        PrintBatch batch = room.claim("2026-03-12-1500", "Mara").orElseThrow();
        assertThat(room.printed(batch)).hasSize(2);
        stopped.add(TestTouches.lead(2));
        assertThat(room.printed(batch)).hasSize(1);
        stopped.add(TestTouches.lead(3));
        assertThat(room.posted(batch.id(), "Mara"))
                .hasValueSatisfying(takeOut -> assertThat(takeOut)
                        .extracting(PrintItem::lead)
                        .containsExactlyInAnyOrder(TestTouches.lead(2), TestTouches.lead(3)));
        assertThat(told).hasSize(3).allMatch(TouchOutcome.Skipped.class::isInstance);
    }

    @Test
    void what_was_queued_before_its_leads_plan_ended_is_called_back_until_it_is_posted() {
        queue(1);
        queue(2);
        queue(3);
        tickAt("2026-03-12T14:00:00Z");
        PrintBatch batch = room.claim("2026-03-12-1500", "Mara").orElseThrow();
        room.planEnded(TestTouches.lead(1), now);
        room.planEnded(TestTouches.lead(2), MORNING.minusSeconds(1)); // the end of an earlier enrollment
        assertThat(room.printed(batch))
                .extracting(PrintItem::lead)
                .containsExactlyInAnyOrder(TestTouches.lead(2), TestTouches.lead(3));
        assertThat(room.posted(batch.id(), "Mara"))
                .hasValueSatisfying(takeOut ->
                        assertThat(takeOut).extracting(PrintItem::lead).containsExactly(TestTouches.lead(1)));
        room.planEnded(TestTouches.lead(3), now);
        assertThat(told).filteredOn(TouchOutcome.Skipped.class::isInstance).hasSize(1);
        assertThat(told).filteredOn(TouchOutcome.HandedOver.class::isInstance).hasSize(2);
    }

    @Test
    void a_letter_that_waits_is_one_letter_and_one_that_nobody_posts_is_given_up() {
        queue(1);
        now = MORNING.plus(Duration.ofDays(13));
        assertThat(letters.handOver(parcel(1), () -> true)).isInstanceOf(Handover.Answer.Waits.class);
        assertThat(items.queued(now, 10)).hasSize(1);

        now = MORNING.plus(Duration.ofDays(15));
        assertThat(letters.handOver(parcel(1), () -> true))
                .isInstanceOfSatisfying(
                        Handover.Answer.Never.class,
                        never -> assertThat(never.fault()).isEqualTo(Fault.SENDER));
        assertThat(items.queued(now, 10)).as("it is not printed any more").isEmpty();

        // One that is in somebody's stack may be posted after all, and then that is what is told.
        now = MORNING;
        queue(2);
        tickAt("2026-03-12T14:00:00Z");
        now = MORNING.plus(Duration.ofDays(15));
        assertThat(letters.handOver(parcel(2), () -> true)).isInstanceOf(Handover.Answer.Never.class);
        room.claim("2026-03-12-1500", "Mara");
        room.posted("2026-03-12-1500", "Mara");
        assertThat(told).singleElement().isInstanceOf(TouchOutcome.HandedOver.class);
    }

    @Test
    void what_is_long_posted_is_forgotten_and_what_waits_is_not() {
        queue(1);
        tickAt("2026-03-12T14:00:00Z");
        room.claim("2026-03-12-1500", "Mara");
        room.posted("2026-03-12-1500", "Mara");
        queue(2);
        tickAt("2026-06-09T14:00:00Z");
        assertThat(items.find(parcel(1).due().touch().id())).isPresent();
        tickAt("2026-06-11T14:00:00Z");
        assertThat(items.find(parcel(1).due().touch().id())).isEmpty();
        assertThat(items.find(parcel(2).due().touch().id())).isPresent();
        assertThat(claims.find(List.of(parcel(1).due().touch().id())).values())
                .allMatch(claim -> claim.result() instanceof Claim.Result.HandedOver);
    }

    @Test
    void a_batch_that_nobody_speaks_of_counts_as_posted_where_that_is_wanted() {
        queue(1);
        try (DailyPost generous = new DailyPost(
                room,
                new CutOff(LocalTime.of(15, 0), BERLIN),
                null,
                Duration.ofHours(4),
                new HouseClock(() -> now, MORNING, MORNING, 1))) {
            now = Instant.parse("2026-03-12T17:59:00Z");
            generous.tick();
            assertThat(told).isEmpty();
            now = Instant.parse("2026-03-12T18:00:00Z");
            generous.tick();
            assertThat(told).singleElement().isInstanceOf(TouchOutcome.HandedOver.class);
        }
    }

    /** What a provider does, request by request. */
    private enum Mood {
        TAKES,
        ANSWERS_503,
        REFUSES,
        DROPS,
        HANGS
    }

    @Test
    void a_provider_gets_each_batch_and_one_that_it_does_not_take_is_left_to_a_person() throws Exception {
        Deque<Mood> moods = new ConcurrentLinkedDeque<>();
        List<String> keys = new CopyOnWriteArrayList<>();
        List<String> bodies = new CopyOnWriteArrayList<>();
        CountDownLatch end = new CountDownLatch(1);
        HttpServer server = provider(moods, keys, bodies, end);
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/orders");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try (HttpPrintProvider provider = new HttpPrintProvider(address, "s3cret", Duration.ofSeconds(1), true);
                HttpPrintProvider strict = new HttpPrintProvider(address, "s3cret", Duration.ofSeconds(1), false);
                DailyPost given =
                        post(new PrintOrders(room, new PdfPrinting(), provider, Duration.ofMillis(1), meters))) {
            queue(1);
            queue(2);
            moods.addAll(List.of(Mood.HANGS, Mood.DROPS, Mood.ANSWERS_503, Mood.TAKES));
            now = Instant.parse("2026-03-12T14:00:00Z");
            given.tick();
            assertThat(moods).isEmpty();
            assertThat(keys).containsOnly("2026-03-12-1500 Bearer s3cret");
            assertThat(bodies.getLast())
                    .contains("touch,channel,first_page,pages,line1", ",letter,1,1,", ",letter,2,1,", "%PDF-");
            assertThat(told).hasSize(2).allMatch(TouchOutcome.HandedOver.class::isInstance);
            assertThat(items.batch("2026-03-12-1500").orElseThrow().state()).isEqualTo(PrintBatch.State.POSTED);

            queue(3);
            moods.addAll(List.of(Mood.REFUSES, Mood.TAKES));
            now = Instant.parse("2026-03-13T14:00:00Z");
            given.tick();
            given.tick();
            assertThat(moods).as("it is offered once").containsExactly(Mood.TAKES);
            moods.clear();
            assertThat(items.batch("2026-03-13-1500").orElseThrow().state()).isEqualTo(PrintBatch.State.OPEN);

            queue(4);
            moods.addAll(List.of(Mood.ANSWERS_503, Mood.ANSWERS_503, Mood.HANGS, Mood.ANSWERS_503, Mood.TAKES));
            now = Instant.parse("2026-03-14T14:00:00Z");
            given.tick();
            assertThat(moods).as("it is offered four times").containsExactly(Mood.TAKES);
            assertThat(told).hasSize(2);

            // Who died with a batch in hand offers it again, and the provider knows it by its key.
            room.claim("2026-03-13-1500", "Mara");
            room.claim("2026-03-14-1500", PrintOrders.PROVIDER);
            try (DailyPost next =
                    post(new PrintOrders(room, new PdfPrinting(), provider, Duration.ofMillis(1), meters))) {
                next.tick();
            }
            assertThat(keys.getLast()).startsWith("2026-03-14-1500 ");
            assertThat(told).hasSize(3);

            int before = keys.size();
            assertThat(strict.offer(new PrintProvider.Order("x", Path.of("pom.xml"), "")))
                    .isInstanceOf(PrintProvider.Answer.Refused.class);
            assertThat(keys).as("nothing goes to a private network").hasSize(before);
        } finally {
            end.countDown();
            server.stop(0);
        }
    }

    private static HttpServer provider(Deque<Mood> moods, List<String> keys, List<String> bodies, CountDownLatch end)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/orders", exchange -> {
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            switch (moods.removeFirst()) {
                case TAKES -> exchange.sendResponseHeaders(202, -1);
                case ANSWERS_503 -> exchange.sendResponseHeaders(503, -1);
                case REFUSES -> exchange.sendResponseHeaders(422, -1);
                case DROPS -> {}
                case HANGS -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    private DailyPost post(PrintOrders orders) {
        return new DailyPost(
                room,
                new CutOff(LocalTime.of(15, 0), BERLIN),
                orders,
                null,
                new HouseClock(() -> now, MORNING, MORNING, 1));
    }

    private void tickAt(String instant) {
        now = Instant.parse(instant);
        daily.tick();
    }

    private void queue(int number) {
        TouchEvent.Due due = parcel(number).due();
        Claim claim = new Claim(due.touch(), 1, ME, now.plusSeconds(60), 1, 0, now, null);
        claims.insert(List.of(claim));
        assertThat(letters.handOver(parcel(number), () -> true)).isInstanceOf(Handover.Answer.Waits.class);
        claims.record(List.of(claim.resulting(new Claim.Result.Deferred("waits", now.plusSeconds(60), now))));
    }

    private static Handover.Parcel parcel(int number) {
        TouchEvent.Due due = TestTouches.due(
                TestTouches.person(number, "Ada", null),
                "letter",
                1,
                MORNING,
                Channel.LETTER,
                Recipient.LEAD,
                "introduction");
        return new Handover.Parcel(due, new Rendered(Kind.LETTER, "", "<p>x</p>", null, "en", true), null, false);
    }

    private void tell(List<TouchOutcome> outcomes) {
        if (logIsAway) {
            throw new IllegalStateException("the log is away");
        }
        told.addAll(outcomes);
    }

    private final class Ledgered implements Ledger {

        @Override
        public Map<LeadId, Set<Medium>> forbidden(Collection<LeadId> leads) {
            return leads.stream()
                    .filter(stopped::contains)
                    .collect(Collectors.toMap(lead -> lead, lead -> EnumSet.of(Medium.POST)));
        }

        @Override
        public boolean forbids(LeadId lead, Medium medium) {
            return stopped.contains(lead);
        }
    }
}
