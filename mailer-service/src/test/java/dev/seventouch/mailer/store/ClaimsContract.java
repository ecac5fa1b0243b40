package dev.seventouch.mailer.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.mailer.TestTouches;
import dev.seventouch.mailer.delivery.Claim;
import dev.seventouch.mailer.delivery.Claim.Result;
import dev.seventouch.mailer.delivery.Claims;
import dev.seventouch.mailer.delivery.RelayDays;
import dev.seventouch.mailer.delivery.complaint.CadenceDays;
import dev.seventouch.mailer.delivery.complaint.CadenceDays.Day;
import dev.seventouch.mailer.delivery.complaint.CadenceDays.Hold;
import dev.seventouch.mailer.delivery.complaint.CadenceDays.Slot;
import dev.seventouch.mailer.delivery.complaint.CadenceDays.Verdict;
import dev.seventouch.service.store.SuppressionDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do with claims and the ledger. */
abstract class ClaimsContract {

    private static final Instant NOON = Instant.parse("2026-03-12T11:00:00Z");
    private static final Claim.Owner ME = new Claim.Owner("mailer-1", "first");
    private static final Claim.Owner OTHER = new Claim.Owner("mailer-2", "first");

    private Claims claims;

    abstract MongoClient client();

    @BeforeEach
    void emptyStore() {
        client().getDatabase("mailer").drop();
        client().getDatabase(SuppressionDocument.DATABASE).drop();
        claims = new MongoClaims(client().getDatabase("mailer"));
    }

    @Test
    void a_new_claim_is_mine_and_one_that_stands_is_shown() {
        Claim first = claim(1, ME);
        assertThat(claims.insert(List.of(first))).isEmpty();
        Claim second = claim(2, OTHER);
        assertThat(claims.insert(List.of(claim(1, OTHER), second))).containsExactly(Map.entry(first.id(), first));
        assertThat(claims.insert(List.of(claim(2, ME)))).containsExactly(Map.entry(second.id(), second));
    }

    @Test
    void every_result_is_kept_as_it_was() {
        List<Result> results = List.of(
                new Result.HandedOver("250 Ok", NOON),
                new Result.HandedOver(null, NOON),
                new Result.Deferred("451 later", NOON.plusSeconds(1800), NOON),
                new Result.Failed(Fault.LEAD, "550 no such user", NOON),
                new Result.Skipped("no email address", NOON));
        for (int i = 0; i < results.size(); i++) {
            Claim mine = claim(i, ME);
            claims.insert(List.of(mine));
            Claim done = withResult(mine, results.get(i));
            claims.record(List.of(done));
            assertThat(claims.of(mine.touch().lead())).containsExactly(done);
            assertThat(claims.insert(List.of(mine))).containsExactly(Map.entry(mine.id(), done));
        }
    }

    @Test
    void a_claim_may_be_kept_with_its_result_at_once() {
        Claim skipped = withResult(claim(1, ME), new Result.Skipped("the lead said stop", NOON));
        assertThat(claims.insert(List.of(skipped))).isEmpty();
        assertThat(claims.of(skipped.touch().lead())).containsExactly(skipped);
    }

    @Test
    void of_two_takers_of_one_turn_one_wins() {
        Claim standing = claim(1, ME);
        claims.insert(List.of(standing));
        Claim mine = turn(standing, 2, ME);
        Claim others = turn(standing, 2, OTHER);
        assertThat(claims.take(List.of(mine))).containsExactly(mine.id());
        assertThat(claims.take(List.of(others))).isEmpty();
        assertThat(claims.of(mine.touch().lead())).containsExactly(mine);
        assertThat(claims.take(List.of(turn(standing, 3, OTHER)))).containsExactly(mine.id());
    }

    @Test
    void a_deferral_of_somebody_who_lost_the_claim_is_not_kept_but_a_hand_over_is() {
        Claim slow = claim(1, ME);
        claims.insert(List.of(slow));
        Claim taken = turn(slow, 2, OTHER);
        claims.take(List.of(taken));

        claims.record(List.of(withResult(slow, new Result.Deferred("later", NOON, NOON))));
        assertThat(claims.of(slow.touch().lead()).getFirst().result()).isNull();

        claims.record(List.of(withResult(slow, new Result.HandedOver("250 Ok", NOON))));
        claims.record(List.of(withResult(turn(slow, 1, ME), new Result.Deferred("later", NOON, NOON))));
        assertThat(claims.of(slow.touch().lead()).getFirst().result()).isInstanceOf(Result.HandedOver.class);
    }

    @Test
    void an_end_that_was_told_from_elsewhere_is_neither_taken_over_nor_put_off() {
        Claim waits = claim(1, ME);
        claims.insert(List.of(waits));
        claims.record(List.of(withResult(waits, new Result.Deferred("waits to be posted", NOON, NOON))));
        Claim read = claims.find(List.of(waits.id())).get(waits.id());

        // The print room tells that it is posted, while somebody asks for it again.
        claims.record(List.of(withResult(read, new Result.HandedOver("posted", NOON))));
        assertThat(claims.take(List.of(turn(read, 2, OTHER)))).isEmpty();
        claims.record(List.of(withResult(read, new Result.Deferred("waits to be posted", NOON, NOON))));
        assertThat(claims.find(List.of(waits.id())).get(waits.id()).result()).isInstanceOf(Result.HandedOver.class);
        assertThat(claims.find(List.of(claim(2, ME).id()))).isEmpty();

        // And one that was given up, and is posted after all, has been posted.
        Claim late = claim(3, ME);
        claims.insert(List.of(late));
        claims.record(List.of(withResult(late, new Result.Failed(Fault.SENDER, "nobody posted it", NOON))));
        claims.record(List.of(withResult(late, new Result.HandedOver("posted", NOON))));
        assertThat(claims.find(List.of(late.id())).get(late.id()).result()).isInstanceOf(Result.HandedOver.class);
    }

    @Test
    void eight_that_race_for_the_same_claims_share_them_out() throws Exception {
        List<Integer> numbers = IntStream.range(0, 50).boxed().toList();
        Map<TouchId, Long> inserted = race(racer -> {
            List<Claim> mine =
                    numbers.stream().map(number -> claim(number, racer)).toList();
            Set<TouchId> taken = claims.insert(mine).keySet();
            return mine.stream()
                    .map(Claim::id)
                    .filter(id -> !taken.contains(id))
                    .toList();
        });
        assertThat(inserted)
                .hasSize(50)
                .allSatisfy((id, winners) -> assertThat(winners).isEqualTo(1));
        Map<TouchId, Long> taken = race(racer -> List.copyOf(claims.take(numbers.stream()
                .map(number -> turn(claim(number, ME), 2, racer))
                .toList())));
        assertThat(taken)
                .hasSize(50)
                .allSatisfy((id, winners) -> assertThat(winners).isEqualTo(1));
    }

    @Test
    void mails_of_a_relay_s_day_are_counted_over_all_who_ask() {
        RelayDays days = new MongoRelayDays(client().getDatabase("relay-days-" + System.nanoTime()));
        LocalDate today = LocalDate.parse("2026-11-22");
        List<Long> before = IntStream.range(0, 40)
                .parallel()
                .mapToObj(_ -> days.setAside("a:25", today, 5))
                .sorted()
                .toList();
        for (int rank = 0; rank < 40; rank++) {
            assertThat(before.get(rank)).isBetween(rank * 5L, 195L);
        }
        assertThat(days.setAside("a:25", today, 5)).isEqualTo(200);
        assertThat(days.setAside("b:25", today, 1)).isZero();
        assertThat(days.setAside("a:25", today.plusDays(1), 1)).isZero();
        assertThat(days.setAside("a:25", today, 1))
                .as("yesterday is still known")
                .isEqualTo(205);
        assertThat(days.setAside("a:25", today.plusDays(2), 1)).isZero();
        assertThat(days.setAside("a:25", today, 1)).as("what is older is not").isZero();
    }

    @Test
    void the_ledger_tells_who_forbade_what() {
        SuppressionDocument.in(client())
                .insertOne(new SuppressionDocument(TestTouches.lead(1).value(), Map.of(Medium.EMAIL.name(), NOON)));
        MongoLedger ledger = new MongoLedger(client());
        assertThat(ledger.forbidden(List.of(TestTouches.lead(1), TestTouches.lead(2))))
                .containsExactly(Map.entry(TestTouches.lead(1), Set.of(Medium.EMAIL)));
        assertThat(ledger.forbids(TestTouches.lead(1), Medium.EMAIL)).isTrue();
        assertThat(ledger.forbids(TestTouches.lead(1), Medium.POST)).isFalse();
        assertThat(ledger.forbids(TestTouches.lead(2), Medium.EMAIL)).isFalse();
    }

    @Test
    void mails_and_complaints_are_counted_by_cadence_and_day_and_a_complaint_once() {
        CadenceDays days = new MongoCadenceDays(client().getDatabase("mailer"));
        LocalDate day = LocalDate.parse("2026-03-12");
        Slot today = new Slot("website-enquiry", day);
        Slot before = new Slot("website-enquiry", day.minusDays(1));
        TouchId mail = TestTouches.email(1, "welcome", 1, NOON).touch().id();
        days.add(Map.of());
        days.add(Map.of(today, 5L, before, 7L));
        days.add(Map.of(today, 3L, new Slot("other", day), 1L));
        days.complained(today, mail);
        days.complained(today, mail);
        days.complained(before, TestTouches.email(2, "welcome", 1, NOON).touch().id());
        assertThat(days.from(day.minusDays(1)))
                .containsExactlyInAnyOrder(
                        new Day(today, 8, 1), new Day(before, 7, 1), new Day(new Slot("other", day), 1, 0));
        days.forgetBefore(day);
        assertThat(days.from(LocalDate.EPOCH))
                .containsExactlyInAnyOrder(new Day(today, 8, 1), new Day(new Slot("other", day), 1, 0));
    }

    @Test
    void a_cadence_is_held_once_and_not_by_somebody_who_has_not_heard_of_its_release() {
        CadenceDays days = new MongoCadenceDays(client().getDatabase("mailer"));
        Slot slot = new Slot("website-enquiry", LocalDate.parse("2026-03-12"));
        days.add(Map.of(slot, 5L));
        Hold hold = new Hold("too many", NOON);
        days.hold("website-enquiry", hold, null);
        days.hold("website-enquiry", new Hold("said again", NOON.plusSeconds(1)), null);
        assertThat(days.verdicts()).containsExactly(new Verdict("website-enquiry", hold, null));

        days.release("website-enquiry", NOON.plusSeconds(9));
        days.hold("website-enquiry", hold, null);
        assertThat(days.verdicts()).containsExactly(new Verdict("website-enquiry", null, NOON.plusSeconds(9)));
        assertThat(days.from(LocalDate.EPOCH)).as("it is counted anew").isEmpty();
        days.hold("website-enquiry", hold, NOON.plusSeconds(9));
        assertThat(days.verdicts()).containsExactly(new Verdict("website-enquiry", hold, NOON.plusSeconds(9)));
    }

    private interface Racer {
        List<TouchId> run(Claim.Owner as);
    }

    private static Map<TouchId, Long> race(Racer racer) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<List<TouchId>>> racers = IntStream.range(0, 8)
                    .<Callable<List<TouchId>>>mapToObj(
                            number -> () -> racer.run(new Claim.Owner("mailer-" + number, "first")))
                    .toList();
            List<TouchId> won = new ArrayList<>();
            for (Future<List<TouchId>> winners : threads.invokeAll(racers)) {
                won.addAll(winners.get());
            }
            return won.stream()
                    .collect(java.util.stream.Collectors.groupingBy(id -> id, java.util.stream.Collectors.counting()));
        }
    }

    private static Claim claim(int number, Claim.Owner owner) {
        return new Claim(
                TestTouches.email(number, "welcome", 1, NOON).touch(),
                1,
                owner,
                NOON.plusSeconds(60),
                1,
                0,
                NOON,
                null);
    }

    private static Claim turn(Claim claim, int turn, Claim.Owner owner) {
        return new Claim(claim.touch(), turn, owner, claim.leaseUntil(), 1, 0, NOON, null);
    }

    private static Claim withResult(Claim claim, Result result) {
        return new Claim(
                claim.touch(),
                claim.turn(),
                claim.owner(),
                claim.leaseUntil(),
                claim.attempt(),
                claim.doubts(),
                claim.firstDueAt(),
                result);
    }
}
