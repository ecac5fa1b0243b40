package dev.seventouch.mailer.delivery.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.seventouch.embedded.EmbeddedStore;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.delivery.Claim;
import dev.seventouch.mailer.delivery.Claims;
import dev.seventouch.mailer.store.PrintStores;
import dev.seventouch.service.clock.HouseClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** What two mailers hold on one store, under random histories, is what a sheet of paper would say. */
class ComplaintsPropertyTest {

    private static final Instant START = Instant.parse("2026-03-12T11:00:00Z");
    private static final ComplaintLimits LIMITS = new ComplaintLimits(0.1, 0.3, 3, 10);
    private static @Nullable EmbeddedStore store;
    private static @Nullable MongoClient client;

    private sealed interface Event {

        record Mails(int mailer, String cadence, int many) implements Event {}

        /** About the mail of that number, if there was one; perhaps told before, perhaps without naming it. */
        record Complaint(int mailer, int mail, boolean named) implements Event {}

        record DaysPass(int days) implements Event {}

        record Restart(int mailer) implements Event {}

        record Release(int mailer, String cadence) implements Event {}
    }

    private record Mail(TouchRef touch, Instant at) {}

    @BeforeContainer
    static void start() {
        store = EmbeddedStore.inMemory();
        client = MongoClients.create(store.uri());
    }

    @AfterContainer
    static void stop() {
        Objects.requireNonNull(client).close();
        Objects.requireNonNull(store).close();
    }

    @Property(tries = 60)
    void a_cadence_is_held_from_the_share_on_until_it_is_released(@ForAll("histories") List<Event> history) {
        World world = new World();
        for (Event event : history) {
            world.now = world.now.plusSeconds(1);
            world.live(event);
            world.mailers.forEach(Complaints::look);
            for (String cadence : List.of("one", "two")) {
                for (int mailer = 0; mailer < 2; mailer++) {
                    assertThat(world.isHeld(mailer, cadence))
                            .as("mailer %d on %s after %s", mailer, cadence, event)
                            .isEqualTo(world.held.contains(cadence));
                }
            }
        }
    }

    @Example
    void one_complaint_of_ten_mails_stops_nothing_and_three_do() {
        World world = new World();
        world.live(new Event.Mails(0, "one", 9));
        world.live(new Event.Complaint(0, 0, true));
        world.live(new Event.Complaint(0, 0, true));
        assertThat(world.mailers.get(0).rates()).containsExactly(new CadenceRate("one", 9, 1, 0.1, true, null));
        world.live(new Event.Complaint(0, 1, true));
        assertThat(world.isHeld(0, "one")).isFalse();
        world.live(new Event.Complaint(1, 2, true));
        assertThat(world.isHeld(1, "one")).isTrue();
    }

    @Example
    void a_complaint_about_mail_from_before_the_release_or_of_long_ago_or_of_a_stranger_changes_nothing() {
        World world = new World();
        world.live(new Event.Mails(0, "one", 10));
        for (int mail = 0; mail < 3; mail++) {
            world.live(new Event.Complaint(0, mail, true));
        }
        world.now = world.now.plusSeconds(1);
        assertThat(world.mailers.get(0).release("one")).isTrue();
        assertThat(world.mailers.get(0).release("one")).isFalse();
        for (int mail = 3; mail < 10; mail++) {
            world.live(new Event.Complaint(0, mail, true));
        }
        assertThat(world.isHeld(0, "one")).isFalse();
        world.mailers.get(0).complained(new Signal.Complained(TestTouches.lead(99), null, world.now));
        assertThat(world.mailers.get(0).rates()).isEmpty();
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        Arbitrary<Integer> mailer = Arbitraries.integers().between(0, 1);
        Arbitrary<String> cadence = Arbitraries.of("one", "two");
        Arbitrary<Event> mails = Combinators.combine(
                        mailer, cadence, Arbitraries.integers().between(1, 8))
                .as(Event.Mails::new);
        Arbitrary<Event> complaint = Combinators.combine(
                        mailer, Arbitraries.integers().between(0, 40), Arbitraries.of(true, false))
                .as(Event.Complaint::new);
        Arbitrary<Event> days = Arbitraries.integers().between(1, 2).map(Event.DaysPass::new);
        Arbitrary<Event> restart = mailer.map(Event.Restart::new);
        Arbitrary<Event> release = Combinators.combine(mailer, cadence).as(Event.Release::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(6, mails),
                        Tuple.of(8, complaint),
                        Tuple.of(2, days),
                        Tuple.of(1, restart),
                        Tuple.of(1, release))
                .list()
                .ofMaxSize(30);
    }

    /** Two mailers, and the sheet of paper. */
    private static final class World {
        private final Claims claims;
        private final CadenceDays days;
        private final List<Complaints> mailers = new ArrayList<>();
        private final List<Mail> mails = new ArrayList<>();
        private final Set<Mail> blamed = new HashSet<>();
        private final Set<String> held = new HashSet<>();
        private final Map<String, Instant> released = new HashMap<>();
        private Instant now = START;

        World() {
            MongoDatabase database = Objects.requireNonNull(client).getDatabase("mailer");
            database.drop();
            claims = PrintStores.claims(database);
            days = PrintStores.cadenceDays(database);
            mailers.add(mailer());
            mailers.add(mailer());
        }

        private Complaints mailer() {
            Complaints mailer = new Complaints(
                    days,
                    claims,
                    LIMITS,
                    new HouseClock(() -> now, Instant.EPOCH, Instant.EPOCH, 1),
                    new SimpleMeterRegistry());
            mailer.look();
            return mailer;
        }

        void live(Event event) {
            switch (event) {
                case Event.Mails(var mailer, var cadence, var many) -> send(mailers.get(mailer), cadence, many);
                case Event.Complaint(var mailer, var number, var named) -> {
                    if (number < mails.size()) {
                        complain(mailers.get(mailer), mails.get(number), named);
                    }
                }
                case Event.DaysPass(var many) -> now = now.plus(Duration.ofDays(many));
                case Event.Restart(var mailer) -> {
                    mailers.get(mailer).close();
                    mailers.set(mailer, mailer());
                }
                case Event.Release(var mailer, var cadence) -> {
                    boolean isHeld = held.remove(cadence);
                    assertThat(mailers.get(mailer).release(cadence)).isEqualTo(isHeld);
                    if (isHeld) {
                        released.put(cadence, now);
                    }
                }
            }
            judge();
        }

        private void send(Complaints mailer, String cadence, int many) {
            for (int i = 0; i < many; i++) {
                int number = mails.size() + 1;
                TouchRef touch = TouchRef.of(
                        TestTouches.lead(number),
                        EnrollmentId.of(TestTouches.lead(number), cadence, 1),
                        "welcome-" + now.toEpochMilli() + "-" + i,
                        1,
                        Channel.EMAIL,
                        Content.template("welcome").key());
                Claim claim = new Claim(touch, 1, new Claim.Owner("m", "1"), now, 1, 0, now, null);
                claims.insert(List.of(claim));
                claims.record(List.of(
                        new Claim(touch, 1, claim.owner(), now, 1, 0, now, new Claim.Result.HandedOver("250", now))));
                mailer.handedOver(touch);
                mails.add(new Mail(touch, now));
            }
        }

        private void complain(Complaints mailer, Mail mail, boolean named) {
            // Each lead has one mail here, so it is found without its name too.
            mailer.complained(new Signal.Complained(
                    mail.touch().lead(), named ? mail.touch().id() : null, now));
            blamed.add(mail);
        }

        private void judge() {
            LocalDate first = LIMITS.firstDay(now);
            for (String cadence : List.of("one", "two")) {
                List<Mail> lately = mails.stream()
                        .filter(mail -> cadenceOf(mail).equals(cadence)
                                && mail.at().isAfter(released.getOrDefault(cadence, Instant.EPOCH))
                                && !ComplaintLimits.dayOf(mail.at()).isBefore(first))
                        .toList();
                long complaints = lately.stream().filter(blamed::contains).count();
                if (complaints >= LIMITS.stopAt() * Math.max(LIMITS.smallest(), lately.size())) {
                    held.add(cadence);
                }
            }
        }

        private static String cadenceOf(Mail mail) {
            return mail.touch().enrollment().cadence().orElseThrow();
        }

        boolean isHeld(int mailer, String cadence) {
            return mailers.get(mailer)
                            .heldFor(TouchRef.of(
                                    TestTouches.lead(1),
                                    EnrollmentId.of(TestTouches.lead(1), cadence, 1),
                                    "x",
                                    1,
                                    Channel.EMAIL,
                                    null))
                    != null;
        }
    }
}
