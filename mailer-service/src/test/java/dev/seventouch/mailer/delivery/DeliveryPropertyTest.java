package dev.seventouch.mailer.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.Campaign;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.template.Library;
import dev.seventouch.service.clock.HouseClock;
import dev.seventouch.service.link.LinkTokens;
import dev.seventouch.service.link.Links;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/**
 * Laws 3 and 4 under random histories: redelivery, crashes between any two steps, restarts, a store or a log that goes
 * away, relays that defer, and people who say stop in the middle.
 */
class DeliveryPropertyTest {

    private static final int LEADS = 4;
    private static final Instant START = Instant.parse("2026-03-12T11:00:00Z");
    private static final ExecutorService WORKERS = Executors.newFixedThreadPool(3);
    private static final Composer COMPOSER = new Composer(
            Campaign.shelf(),
            new Library(),
            Campaign.SENDER,
            new Tracking(
                    new Links(URI.create("https://follow.example.com"), new LinkTokens(List.of("key"))), true, true));

    /** What happens next. */
    private sealed interface Event {

        /** A batch comes, or comes again. */
        record Batch(Set<Integer> leads, int attempt, Trouble trouble) implements Event {}

        record Stop(int lead) implements Event {}

        record Restart() implements Event {}

        record TimePasses(Duration duration) implements Event {}
    }

    /** What goes wrong during a batch. */
    private enum Trouble {
        NONE,
        RELAY_DEFERS,
        STOP_BEFORE_LAST_LOOK,
        LEDGER_AWAY,
        STORE_AWAY_AT_INSERT,
        STORE_AWAY_AFTER_INSERT,
        STORE_AWAY_AT_RECORD,
        LOG_AWAY,
        KILLED_AFTER_HAND_OVER,
        KILLED_BEFORE_RECORD
    }

    @AfterContainer
    static void stop() {
        WORKERS.shutdown();
    }

    @Property(tries = 400)
    void nobody_gets_a_touch_twice_and_nobody_who_said_stop_gets_one(@ForAll("histories") List<Event> history) {
        World world = new World();
        for (Event event : history) {
            switch (event) {
                case Event.Batch(var leads, var attempt, var trouble) -> world.batch(leads, attempt, trouble);
                case Event.Stop(var lead) -> world.stopped.add(TestTouches.lead(lead));
                case Event.Restart() -> world.restart();
                case Event.TimePasses(var duration) -> world.now = world.now.plus(duration);
            }
        }
        // In the end all is well, and every touch that is asked about has an answer.
        world.restart();
        world.now = world.now.plus(Duration.ofHours(1));
        world.batch(IntStream.range(0, LEADS).boxed().collect(Collectors.toSet()), 1_000, Trouble.NONE);

        assertThat(world.afterStop).as("handed over after a stop").isEmpty();
        world.handedOver.forEach((touch, times) -> assertThat(times)
                .as("hand-overs of %s, of which those in flight may come again", touch)
                .isLessThanOrEqualTo(1 + world.inFlight.getOrDefault(touch, 0)));
        for (int lead = 0; lead < LEADS; lead++) {
            TouchId touch = world.due(lead, 1).touch().id();
            List<TouchOutcome> told = world.told.getOrDefault(touch, List.of()).stream()
                    .filter(outcome -> !(outcome instanceof TouchOutcome.Deferred))
                    .toList();
            assertThat(told).as("final outcomes").isNotEmpty();
            assertThat(Set.copyOf(told)).as("all the same").hasSize(1);
            boolean went = world.handedOver.getOrDefault(touch, 0) > 0;
            if (told.getFirst() instanceof TouchOutcome.HandedOver) {
                assertThat(went).isTrue();
            } else {
                assertThat(world.stopped).contains(TestTouches.lead(lead));
            }
        }
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        Arbitrary<Integer> lead = Arbitraries.integers().between(0, LEADS - 1);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(
                                6,
                                Combinators.combine(
                                                lead.set().ofMinSize(1).ofMaxSize(LEADS),
                                                Arbitraries.integers().between(1, 3),
                                                Arbitraries.of(Trouble.class))
                                        .as((leads, attempt, trouble) ->
                                                (Event) new Event.Batch(leads, attempt, trouble))),
                        net.jqwik.api.Tuple.of(1, lead.map(Event.Stop::new)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just(new Event.Restart())),
                        net.jqwik.api.Tuple.of(
                                1,
                                Arbitraries.of(1, 45, 90, 2000)
                                        .map(seconds -> new Event.TimePasses(Duration.ofSeconds(seconds)))))
                .list()
                .ofMaxSize(15);
    }

    /** A house in which everything can be broken on purpose. */
    private static final class World implements Claims, Ledger, Outcomes, Handover {

        private final Map<TouchId, Claim> kept = new ConcurrentHashMap<>();
        private final Set<LeadId> stopped = ConcurrentHashMap.newKeySet();
        private final Map<TouchId, Integer> handedOver = new ConcurrentHashMap<>();
        private final Map<TouchId, Integer> inFlight = new ConcurrentHashMap<>();
        private final Map<TouchId, List<TouchOutcome>> told = new HashMap<>();
        private final Set<TouchId> afterStop = ConcurrentHashMap.newKeySet();
        private volatile Instant now = START;
        private volatile Trouble trouble = Trouble.NONE;
        private int incarnation;
        private Delivery delivery = delivery();

        void batch(Set<Integer> leads, int attempt, Trouble with) {
            trouble = with;
            try {
                delivery.deliver(leads.stream().map(lead -> due(lead, attempt)).toList());
            } catch (IllegalStateException e) {
                if (with == Trouble.KILLED_AFTER_HAND_OVER || with == Trouble.KILLED_BEFORE_RECORD) {
                    restart();
                }
            } finally {
                trouble = Trouble.NONE;
            }
        }

        /** What was handed over and not yet recorded is in flight, and may come once more. */
        void restart() {
            handedOver.forEach((touch, times) -> {
                Claim claim = kept.get(touch);
                if (claim == null || claim.result() == null || !claim.result().isFinal()) {
                    inFlight.put(touch, times);
                }
            });
            incarnation++;
            delivery = delivery();
        }

        TouchEvent.Due due(int lead, int attempt) {
            TouchEvent.Due due = TestTouches.email(lead, "welcome", attempt, START);
            return new TouchEvent.Due(
                    due.touch(),
                    attempt,
                    Recipient.LEAD,
                    due.content(),
                    due.reason(),
                    due.lead(),
                    START,
                    START.plus(Duration.ofDays(3650)));
        }

        private Delivery delivery() {
            return new Delivery(
                    new Delivery.House(
                            this,
                            this,
                            this,
                            COMPOSER,
                            List.of(this),
                            new InFlight(),
                            new Claim.Owner("mailer-1", "incarnation-" + incarnation),
                            new HouseClock(() -> now, START, START, 1),
                            new Patience(
                                    Duration.ofSeconds(60),
                                    Duration.ofSeconds(30),
                                    Duration.ofSeconds(30),
                                    Duration.ofMinutes(30),
                                    Duration.ofDays(3650)),
                            new SimpleMeterRegistry()),
                    WORKERS,
                    false);
        }

        private void failIf(Trouble... troubles) {
            if (Set.of(troubles).contains(trouble)) {
                throw new IllegalStateException(trouble.name());
            }
        }

        @Override
        public synchronized Map<TouchId, Claim> insert(Collection<Claim> fresh) {
            failIf(Trouble.STORE_AWAY_AT_INSERT);
            Map<TouchId, Claim> standing = new HashMap<>();
            for (Claim claim : fresh) {
                Claim before = kept.putIfAbsent(claim.id(), claim);
                if (before != null) {
                    standing.put(claim.id(), before);
                }
            }
            failIf(Trouble.STORE_AWAY_AFTER_INSERT);
            return standing;
        }

        @Override
        public synchronized Set<TouchId> take(Collection<Claim> taken) {
            Set<TouchId> won = new HashSet<>();
            for (Claim claim : taken) {
                Claim before = kept.get(claim.id());
                if (before != null && before.turn() == claim.turn() - 1) {
                    kept.put(
                            claim.id(),
                            new Claim(
                                    claim.touch(),
                                    claim.turn(),
                                    claim.owner(),
                                    claim.leaseUntil(),
                                    claim.attempt(),
                                    claim.doubts(),
                                    claim.firstDueAt(),
                                    null));
                    won.add(claim.id());
                }
            }
            return won;
        }

        @Override
        public synchronized void record(Collection<Claim> done) {
            failIf(Trouble.STORE_AWAY_AT_RECORD, Trouble.KILLED_BEFORE_RECORD);
            for (Claim claim : done) {
                Claim before = kept.get(claim.id());
                boolean fact = claim.result() != null && claim.result().isFinal();
                if (fact || before.turn() == claim.turn()) {
                    kept.put(claim.id(), before.resulting(java.util.Objects.requireNonNull(claim.result())));
                }
            }
        }

        @Override
        public Map<TouchId, Claim> find(Collection<TouchId> touches) {
            return Map.of();
        }

        @Override
        public List<Claim> of(LeadId lead) {
            return List.of();
        }

        @Override
        public Map<LeadId, Set<Medium>> forbidden(Collection<LeadId> leads) {
            return leads.stream()
                    .filter(stopped::contains)
                    .collect(Collectors.toMap(lead -> lead, lead -> EnumSet.of(Medium.EMAIL)));
        }

        @Override
        public boolean forbids(LeadId lead, Medium medium) {
            failIf(Trouble.LEDGER_AWAY);
            return stopped.contains(lead);
        }

        @Override
        public void tell(List<TouchOutcome> outcomes) {
            failIf(Trouble.LOG_AWAY);
            outcomes.forEach(outcome -> told.computeIfAbsent(outcome.touch().id(), touch -> new ArrayList<>())
                    .add(outcome));
        }

        @Override
        public Set<Channel> channels() {
            return EnumSet.of(Channel.EMAIL);
        }

        @Override
        public @Nullable String obstacle(TouchEvent.Due due) {
            return null;
        }

        @Override
        public Answer handOver(Parcel parcel, LastLook lastLook) {
            LeadId lead = parcel.due().touch().lead();
            TouchId touch = parcel.due().touch().id();
            if (trouble == Trouble.STOP_BEFORE_LAST_LOOK) {
                stopped.add(lead);
            }
            boolean hadSaidStop = stopped.contains(lead);
            if (!lastLook.mayGo()) {
                return new Answer.Stopped();
            }
            if (trouble == Trouble.RELAY_DEFERS) {
                return new Answer.NotNow("451 later", null, false);
            }
            handedOver.merge(touch, 1, Integer::sum);
            if (hadSaidStop) {
                afterStop.add(touch);
            }
            failIf(Trouble.KILLED_AFTER_HAND_OVER);
            return new Answer.Taken("250 Ok");
        }
    }
}
