package dev.seventouch.mailer.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
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
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hand-over that takes long holds up neither its batch nor the next one, and its end is told when it is known. */
@Timeout(30)
class LateTest implements Claims, Ledger, Outcomes, Handover {

    private static final Instant NOW = Instant.parse("2026-03-12T11:00:00Z");
    private static final LeadId SLOW = TestTouches.lead(1);

    private final Map<TouchId, Claim> kept = new ConcurrentHashMap<>();
    private final List<TouchOutcome> told = new CopyOnWriteArrayList<>();
    private final List<TouchId> handedOver = new CopyOnWriteArrayList<>();
    private final AtomicBoolean isAway = new AtomicBoolean();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Map<TouchId, Prospect> prospects = new HashMap<>();
    private final Lanes lanes = new Lanes(house(Duration.ofMillis(200)));

    /** Would wait for a slow hand-over for longer than a test takes. */
    private final Lanes patientLanes = new Lanes(house(Duration.ofMinutes(5)));

    private Delivery.House house(Duration patience) {
        return new Delivery.House(
                this,
                this,
                this,
                new Composer(
                        Campaign.shelf(),
                        new Library(),
                        Campaign.SENDER,
                        new Tracking(
                                new Links(URI.create("https://follow.example.com"), new LinkTokens(List.of("key"))),
                                true,
                                true)),
                List.of(this),
                new InFlight(),
                new Claim.Owner("mailer-1", "one"),
                new HouseClock(() -> NOW, NOW, NOW, 1),
                new Patience(
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(30),
                        patience,
                        Duration.ofMinutes(30),
                        Duration.ofDays(4)),
                new SimpleMeterRegistry());
    }

    @AfterEach
    void close() {
        gate.countDown();
        lanes.close();
        patientLanes.close();
    }

    @Test
    void a_slow_hand_over_is_told_as_deferred_and_then_as_done() {
        TouchEvent.Due slow = TestTouches.email(1, "welcome", 1, NOW);
        TouchEvent.Due quick = TestTouches.email(2, "welcome", 1, NOW);
        lanes.others().deliver(List.of(slow, quick));
        assertThat(toldOf(quick)).singleElement().isInstanceOf(TouchOutcome.HandedOver.class);
        assertThat(toldOf(slow))
                .singleElement()
                .isInstanceOfSatisfying(
                        TouchOutcome.Deferred.class,
                        deferred -> assertThat(deferred.until()).isEqualTo(NOW.plusSeconds(60)));

        // It comes again while it is still under way: nobody begins it a second time.
        lanes.others().deliver(List.of(slow));
        lanes.first().deliver(List.of(TestTouches.email(3, "welcome", 1, NOW)));
        gate.countDown();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(toldOf(slow).getLast()).isInstanceOf(TouchOutcome.HandedOver.class));
        assertThat(kept.get(slow.touch().id()).result()).isInstanceOf(Claim.Result.HandedOver.class);
        lanes.others().deliver(List.of(slow));
        assertThat(handedOver).containsOnlyOnce(slow.touch().id());
        assertThat(toldOf(slow).getLast()).isInstanceOf(TouchOutcome.HandedOver.class);
    }

    @Test
    void what_came_too_late_again_and_again_is_given_up_as_the_fault_of_whoever_kept_it() {
        TouchEvent.Due due = TestTouches.email(2, "welcome", 9, NOW.minus(Duration.ofDays(5)));
        TouchEvent.Due old = new TouchEvent.Due(
                due.touch(),
                due.attempt(),
                due.to(),
                due.content(),
                due.reason(),
                due.lead(),
                due.dueAt(),
                NOW.plusSeconds(60));
        Answer full = new Answer.NotNow("452 4.2.2 full", null, false, Fault.MAILBOX);
        prospects.put(old.touch().id(), new Prospect.Shut(full));
        lanes.others().deliver(List.of(old));
        assertThat(toldOf(old))
                .containsExactly(new TouchOutcome.Failed(old.touch(), Fault.MAILBOX, "given up: 452 4.2.2 full", NOW));
    }

    /** What is known beforehand costs its batch nothing, not even its patience. */
    @Test
    void nobody_waits_where_it_is_known_to_be_slow_and_nothing_is_written_where_it_is_shut() {
        TouchEvent.Due slow = TestTouches.email(1, "welcome", 1, NOW);
        TouchEvent.Due shut = TestTouches.email(2, "welcome", 1, NOW);
        TouchEvent.Due quick = TestTouches.email(3, "welcome", 1, NOW);
        prospects.put(slow.touch().id(), new Prospect.Slow());
        prospects.put(
                shut.touch().id(),
                new Prospect.Shut(new Answer.NotNow("its domain is slow", Duration.ofMinutes(2), false)));
        patientLanes.others().deliver(List.of(slow, shut, quick));
        assertThat(toldOf(quick)).singleElement().isInstanceOf(TouchOutcome.HandedOver.class);
        assertThat(toldOf(slow)).singleElement().isInstanceOf(TouchOutcome.Deferred.class);
        assertThat(toldOf(shut))
                .singleElement()
                .isInstanceOfSatisfying(
                        TouchOutcome.Deferred.class,
                        deferred -> assertThat(deferred.until()).isEqualTo(NOW.plusSeconds(120)));
        assertThat(handedOver).containsExactly(quick.touch().id());

        gate.countDown();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(toldOf(slow).getLast()).isInstanceOf(TouchOutcome.HandedOver.class));
        assertThat(kept.get(slow.touch().id()).result()).isInstanceOf(Claim.Result.HandedOver.class);
    }

    /** The batch comes again; what it did not wait for is still under way. */
    @Test
    void a_slow_hand_over_is_not_begun_twice_when_its_batch_could_not_be_kept() {
        TouchEvent.Due slow = TestTouches.email(1, "welcome", 1, NOW);
        TouchEvent.Due quick = TestTouches.email(2, "welcome", 1, NOW);
        prospects.put(slow.touch().id(), new Prospect.Slow());
        isAway.set(true);
        assertThatThrownBy(() -> patientLanes.others().deliver(List.of(slow, quick)))
                .hasRootCauseMessage("the store is away");
        isAway.set(false);
        prospects.clear();
        patientLanes.others().deliver(List.of(slow, quick));
        assertThat(toldOf(quick)).singleElement().isInstanceOf(TouchOutcome.HandedOver.class);
        gate.countDown();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(toldOf(slow).getLast()).isInstanceOf(TouchOutcome.HandedOver.class));
        assertThat(handedOver)
                .containsExactlyInAnyOrder(slow.touch().id(), quick.touch().id());
    }

    private List<TouchOutcome> toldOf(TouchEvent.Due due) {
        return told.stream()
                .filter(outcome -> outcome.touch().id().equals(due.touch().id()))
                .toList();
    }

    @Override
    public Prospect prospect(TouchEvent.Due due, boolean first) {
        return prospects.getOrDefault(due.touch().id(), new Prospect.Usual());
    }

    @Override
    public Answer handOver(Parcel parcel, LastLook lastLook) {
        try {
            if (parcel.due().touch().lead().equals(SLOW) && !gate.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the gate stayed closed");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        handedOver.add(parcel.due().touch().id());
        return new Answer.Taken("250 Ok");
    }

    @Override
    public Map<TouchId, Claim> insert(Collection<Claim> fresh) {
        Map<TouchId, Claim> standing = new HashMap<>();
        fresh.forEach(claim -> {
            Claim before = kept.putIfAbsent(claim.id(), claim);
            if (before != null) {
                standing.put(claim.id(), before);
            }
        });
        return standing;
    }

    @Override
    public Set<TouchId> take(Collection<Claim> taken) {
        throw new AssertionError("nothing is to be taken over here");
    }

    @Override
    public void record(Collection<Claim> done) {
        if (isAway.get()) {
            throw new IllegalStateException("the store is away");
        }
        done.forEach(claim -> kept.put(claim.id(), claim));
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
        return Map.of();
    }

    @Override
    public boolean forbids(LeadId lead, Medium medium) {
        return false;
    }

    @Override
    public void tell(List<TouchOutcome> outcomes) {
        told.addAll(outcomes);
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.EMAIL);
    }

    @Override
    public @Nullable String obstacle(TouchEvent.Due due) {
        return null;
    }
}
