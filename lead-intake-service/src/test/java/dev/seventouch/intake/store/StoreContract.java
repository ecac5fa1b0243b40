package dev.seventouch.intake.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.seventouch.events.lead.Consent;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent.Captured;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.lead.Provenance;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.intake.capture.LeadView.Change;
import dev.seventouch.intake.capture.LeadView.Seen;
import dev.seventouch.intake.capture.ViewUnreachable;
import dev.seventouch.intake.idempotency.Keys;
import dev.seventouch.intake.link.Choices.Choice;
import dev.seventouch.intake.mailbox.Inbox;
import dev.seventouch.intake.outbox.Backlog;
import dev.seventouch.intake.outbox.OutboxUnreachable;
import dev.seventouch.intake.outbox.Queue;
import dev.seventouch.intake.suppression.Ledger;
import dev.seventouch.intake.suppression.LedgerUnreachable;
import dev.seventouch.intake.suppression.Reason;
import dev.seventouch.service.store.SuppressionDocument;
import dev.seventouch.service.stream.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must hold that intake is to run on. */
abstract class StoreContract {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    private final LeadId ada = someId();
    private MongoClient client;
    private MongoLeadView view;
    private MongoLedger ledger;
    private MongoOutbox outbox;
    private MongoInbox inbox;
    private MongoChoices choices;

    abstract String uri();

    @BeforeEach
    void connect() {
        client = MongoClients.create(uri());
        view = new MongoLeadView(client.getDatabase("intake"));
        ledger = new MongoLedger(client);
        outbox = new MongoOutbox(client.getDatabase("intake"));
        inbox = new MongoInbox(client.getDatabase("intake"));
        choices = new MongoChoices(client.getDatabase("intake"));
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void a_lead_comes_back_as_it_went_in() {
        Captured everything = new Captured(
                new Lead(
                        ada,
                        new Contact(
                                "Ada",
                                "ada@example.com",
                                "+49301234567",
                                new PostalAddress("Gasse 1", "10115", "Berlin", "DE"),
                                "Engines",
                                "de",
                                ZoneId.of("Europe/Berlin"),
                                "DE"),
                        new Origin(
                                "website",
                                "Charles",
                                new Consent(
                                        "yes",
                                        NOON,
                                        "website",
                                        "::1",
                                        Consent.Basis.EXISTING_CUSTOMER,
                                        "2",
                                        new Consent.Confirmation(NOON, "::2", "0".repeat(32)))),
                        new Rep("Mo", "mo@example.com", null),
                        new Conversation(NOON, "hello", null),
                        Map.of("a.b", "1", "$set", "2", "", "3")),
                NOON,
                NOON,
                NOON,
                null,
                List.of(new Provenance("fair", null, NOON), new Provenance("website", "form", NOON)),
                someId());
        view.take(List.of(new Change.Known(everything)));

        assertThat(view.find(ada)).contains(everything);
    }

    @Test
    void a_lead_of_whom_hardly_anything_is_known_comes_back_too() {
        Captured little = captured(ada, NOON, Map.of());
        view.take(List.of(new Change.Known(little)));

        assertThat(view.find(ada)).contains(little);
        assertThat(view.find(someId())).isEmpty();
    }

    @Test
    void newer_facts_win_in_whatever_order_they_come() {
        Change.Known older = new Change.Known(captured(ada, NOON, Map.of("a", "old", "b", "old")));
        Change.Known newer = new Change.Known(captured(ada, NOON.plusMillis(1), Map.of("a", "new", "c", "new")));
        LeadId grace = someId();
        Change.Known first = new Change.Known(captured(grace, NOON, Map.of("a", "old", "b", "old")));
        Change.Known second = new Change.Known(captured(grace, NOON.plusMillis(1), Map.of("a", "new", "c", "new")));

        view.take(List.of(older, newer));
        view.take(List.of(older));
        view.take(List.of(second));
        view.take(List.of(first));

        Map<String, String> expected = Map.of("a", "new", "b", "old", "c", "new");
        assertThat(view.find(ada).orElseThrow().lead().attributes()).isEqualTo(expected);
        assertThat(view.find(grace).orElseThrow().lead().attributes()).isEqualTo(expected);
        assertThat(view.find(grace).orElseThrow().at()).isEqualTo(NOON.plusMillis(1));
    }

    @Test
    void what_was_known_before_a_tombstone_is_gone() {
        view.take(List.of(
                new Change.Known(captured(ada, NOON, Map.of("a", "1"))),
                new Change.Forgotten(ada),
                new Change.Known(captured(ada, NOON.plusSeconds(1), Map.of("b", "2")))));
        assertThat(view.find(ada).orElseThrow().lead().attributes()).containsOnlyKeys("b");

        view.take(List.of(new Change.Forgotten(ada), new Change.Forgotten(someId())));
        assertThat(view.find(ada)).isEmpty();
    }

    @Test
    void when_a_lead_was_captured_and_whether_it_has_to_confirm_outlive_later_facts() {
        view.take(List.of(new Change.Known(captured(ada, NOON, Map.of("a", "1")))));
        Captured later = new Captured(
                captured(ada, NOON, Map.of("b", "2")).lead(), NOON.plusSeconds(9), NOON, NOON.plusSeconds(5), true);
        view.take(List.of(new Change.Known(later)));
        view.take(List.of(new Change.Known(captured(ada, NOON, Map.of("a", "1")))));

        Captured known = view.find(ada).orElseThrow();
        assertThat(known.first()).isEqualTo(NOON);
        assertThat(known.latest()).isEqualTo(NOON.plusSeconds(5));
        assertThat(known.waitsForConfirmation()).isTrue();
        assertThat(known.lead().attributes()).containsOnlyKeys("a", "b");
    }

    @Test
    void what_was_just_said_is_followed_unless_something_else_was_learned_since() {
        LeadId grace = someId();
        view.take(List.of(
                new Change.Known(captured(ada, NOON, Map.of("a", "1"))),
                new Change.Known(captured(grace, NOON, Map.of("a", "1")))));
        Map<LeadId, Seen> before = view.findAll(List.of(ada, grace));
        view.take(List.of(new Change.Known(captured(ada, NOON.plusMillis(1), Map.of("b", "2")))));
        LeadId linus = someId();

        view.follow(
                List.of(
                        captured(ada, NOON.plusMillis(2), Map.of("a", "1", "c", "3")),
                        captured(grace, NOON.plusMillis(2), Map.of("a", "1", "c", "3")),
                        captured(linus, NOON, Map.of("d", "4"))),
                before);

        assertThat(view.find(ada).orElseThrow().lead().attributes()).isEqualTo(Map.of("a", "1", "b", "2"));
        assertThat(view.find(grace).orElseThrow().lead().attributes()).isEqualTo(Map.of("a", "1", "c", "3"));
        assertThat(view.find(linus)).isPresent();
        view.follow(List.of(captured(linus, NOON.plusMillis(1), Map.of())), Map.of());
        assertThat(view.find(linus).orElseThrow().at()).as("it is known by now").isEqualTo(NOON);
    }

    @Test
    void whoever_writes_at_the_same_time_overwrites_nothing() throws Exception {
        int writers = 8;
        int each = 25;
        try (ExecutorService atOnce = Executors.newFixedThreadPool(writers)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                writing.add(atOnce.submit(() -> {
                    MongoLeadView own = new MongoLeadView(client.getDatabase("intake"));
                    for (int i = 0; i < each; i++) {
                        String name = number + "." + i;
                        Change change = new Change.Known(captured(ada, NOON.plusMillis(i), Map.of(name, "known")));
                        own.take(List.of(change));
                    }
                }));
            }
            for (Future<?> one : writing) {
                one.get();
            }
        }
        assertThat(view.find(ada).orElseThrow().lead().attributes()).hasSize(writers * each);
    }

    @Test
    void a_large_batch_is_taken() {
        List<LeadId> ids = IntStream.range(0, 500).mapToObj(i -> someId()).toList();
        view.take(ids.stream()
                .<Change>map(id -> new Change.Known(captured(id, NOON, Map.of())))
                .toList());

        assertThat(ids).allSatisfy(id -> assertThat(view.find(id)).isPresent());
    }

    @Test
    void the_ledger_keeps_the_earliest_instant_of_each_medium_and_of_each_reason() {
        ledger.forbid(ada, Set.of(Medium.EMAIL), Reason.ASKED, NOON);
        ledger.forbid(ada, EnumSet.allOf(Medium.class), Reason.ASKED, NOON.plusSeconds(60));
        ledger.forbid(ada, Set.of(Medium.POST), Reason.COMPLAINED, NOON.minusSeconds(60));

        Ledger.Entry entry = ledger.of(ada);
        assertThat(entry.since())
                .containsOnly(
                        Map.entry(Medium.EMAIL, NOON),
                        Map.entry(Medium.POST, NOON.minusSeconds(60)),
                        Map.entry(Medium.PHONE, NOON.plusSeconds(60)),
                        Map.entry(Medium.VISIT, NOON.plusSeconds(60)));
        assertThat(entry.grounds())
                .containsExactlyInAnyOrder(
                        new Ledger.Ground(Medium.EMAIL, Reason.ASKED, NOON),
                        new Ledger.Ground(Medium.POST, Reason.ASKED, NOON.plusSeconds(60)),
                        new Ledger.Ground(Medium.POST, Reason.COMPLAINED, NOON.minusSeconds(60)),
                        new Ledger.Ground(Medium.PHONE, Reason.ASKED, NOON.plusSeconds(60)),
                        new Ledger.Ground(Medium.VISIT, Reason.ASKED, NOON.plusSeconds(60)));
        assertThat(ledger.of(someId()).grounds()).isEmpty();
    }

    @Test
    void what_is_forbidden_for_one_id_of_a_person_holds_for_all() {
        LeadId former = someId();
        LeadId first = someId();
        ledger.forbid(former, Set.of(Medium.EMAIL), Reason.COMPLAINED, NOON);
        ledger.link(ada, former);
        ledger.link(former, first);

        assertThat(ledger.linkedWith(ada)).containsExactlyInAnyOrder(former, first);
        for (LeadId each : List.of(ada, former, first)) {
            assertThat(ledger.of(each).grounds())
                    .containsExactly(new Ledger.Ground(Medium.EMAIL, Reason.COMPLAINED, NOON));
        }
        ledger.forbid(ada, Set.of(Medium.POST), Reason.ASKED, NOON);
        ledger.forbidAll(List.of(new Ledger.Stop(first, Set.of(Medium.VISIT), Reason.IMPORTED, NOON)));
        for (LeadId each : List.of(ada, former, first)) {
            assertThat(ledger.of(each).since()).containsOnlyKeys(Medium.EMAIL, Medium.POST, Medium.VISIT);
        }
        assertThat(ledger.of(someId()).grounds()).isEmpty();
    }

    @Test
    void a_link_of_two_of_whom_nobody_said_stop_forbids_nothing() {
        LeadId former = someId();
        ledger.link(ada, former);

        assertThat(ledger.of(ada).grounds()).isEmpty();
        assertThat(ledger.of(former).since()).isEmpty();
    }

    @Test
    void an_entry_of_an_older_version_has_no_reason_and_holds() {
        SuppressionDocument.in(client)
                .insertOne(new SuppressionDocument(ada.value(), Map.of(Medium.EMAIL.name(), NOON)));
        assertThat(ledger.of(ada).grounds()).containsExactly(new Ledger.Ground(Medium.EMAIL, null, NOON));

        ledger.forbid(ada, Set.of(Medium.EMAIL), Reason.ASKED, NOON.plusSeconds(1));

        assertThat(ledger.of(ada).grounds())
                .containsExactly(
                        new Ledger.Ground(Medium.EMAIL, null, NOON),
                        new Ledger.Ground(Medium.EMAIL, Reason.ASKED, NOON.plusSeconds(1)));
    }

    @Test
    void a_key_is_kept_once_until_it_is_released_or_old() {
        Keys keys = new MongoKeys(client.getDatabase("intake"));
        String id = someId().value();
        Keys.Kept first = new Keys.Kept(id, "body", NOON, false);

        assertThat(keys.addOrFind(first, NOON.plusSeconds(1))).isEqualTo(first);
        assertThat(keys.addOrFind(new Keys.Kept(id, "other", NOON.plusSeconds(9), false), NOON.plusSeconds(9)))
                .isEqualTo(first);
        keys.done(id);
        Keys.Kept done = new Keys.Kept(id, "body", NOON, true);
        keys.expire(NOON.plusSeconds(1));
        assertThat(keys.addOrFind(first, NOON)).isEqualTo(done);

        assertThat(keys.expire(NOON.plusSeconds(2))).isZero();
        assertThat(keys.addOrFind(first, NOON)).isEqualTo(first);
        keys.release(id);
        assertThat(keys.addOrFind(done, NOON)).isEqualTo(done);
    }

    @Test
    void many_who_say_stop_at_once_leave_one_entry() throws ExecutionException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> stops = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> ledger.forbid(
                            ada, Set.of(Medium.values()[i % 4]), Reason.ASKED, NOON.plusSeconds((i * 7) % 40))))
                    .toList();
            for (Future<?> stop : stops) {
                stop.get();
            }
        }
        assertThat(ledger.of(ada).since()).hasSize(4).containsEntry(Medium.EMAIL, NOON);
    }

    @Test
    void many_are_forbidden_at_once_and_each_entry_can_be_read() {
        LeadId grace = someId();
        ledger.forbid(ada, Set.of(Medium.EMAIL), Reason.ASKED, NOON);

        ledger.forbidAll(List.of(
                new Ledger.Stop(ada, Set.of(Medium.EMAIL, Medium.POST), Reason.IMPORTED, NOON.plusSeconds(1)),
                new Ledger.Stop(grace, Set.of(Medium.PHONE), Reason.IMPORTED, NOON.plusSeconds(2)),
                new Ledger.Stop(grace, Set.of(Medium.PHONE), Reason.IMPORTED, NOON.plusSeconds(1))));

        assertThat(ledger.of(ada).since())
                .containsOnly(Map.entry(Medium.EMAIL, NOON), Map.entry(Medium.POST, NOON.plusSeconds(1)));
        List<Ledger.Entry> all = new ArrayList<>();
        ledger.each(all::add);
        assertThat(all)
                .contains(new Ledger.Entry(
                        grace, List.of(new Ledger.Ground(Medium.PHONE, Reason.IMPORTED, NOON.plusSeconds(1)))));
    }

    @Test
    void what_waits_of_a_lead_comes_back_as_it_was_added_and_in_its_order() {
        Outgoing first = outgoing("one");
        Outgoing erasure = new Outgoing("leads", ada.value(), null, Map.of());
        assertThat(outbox.waiting(Set.of(ada))).isEmpty();

        outbox.add(Map.of(ada, first), NOON);
        outbox.add(Map.of(ada, erasure), NOON.plusSeconds(1));

        assertThat(outbox.waiting(Set.of(ada, someId()))).isEqualTo(Map.of(ada, 2));
        assertThat(waitingOf(ada))
                .extracting(Queue.Waiting::event)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(first, erasure);
    }

    @Test
    void what_is_added_while_others_are_forwarded_stays() {
        outbox.add(Map.of(ada, outgoing("one")), NOON);
        List<Queue.Waiting> forwarded = waitingOf(ada);
        outbox.add(Map.of(ada, outgoing("two")), NOON);

        outbox.remove(List.of(new Queue(ada, forwarded)));
        assertThat(waitingOf(ada)).extracting(each -> text(each.event())).containsExactly("two");

        outbox.remove(List.of(new Queue(ada, waitingOf(ada))));
        assertThat(outbox.waiting(Set.of(ada))).isEmpty();
        assertThat(client.getDatabase("intake")
                        .getCollection(MongoOutbox.COLLECTION)
                        .countDocuments(com.mongodb.client.model.Filters.eq("_id", ada.value())))
                .isZero();
    }

    @Test
    void many_who_add_at_once_lose_nothing() throws ExecutionException, InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> adding = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> outbox.add(Map.of(ada, outgoing("" + i)), NOON)))
                    .toList();
            for (Future<?> each : adding) {
                each.get();
            }
        }
        assertThat(waitingOf(ada))
                .extracting(each -> text(each.event()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 40).mapToObj(i -> "" + i).toList());
    }

    @Test
    void who_waits_longest_comes_first_and_tells_the_age_of_the_backlog() {
        client.getDatabase("intake").getCollection(MongoOutbox.COLLECTION).drop();
        assertThat(outbox.backlog()).isEqualTo(Backlog.EMPTY);
        LeadId later = someId();
        LeadId longest = someId();
        outbox.add(Map.of(later, outgoing("b")), NOON.plusSeconds(1));
        outbox.add(Map.of(longest, outgoing("a")), NOON);
        outbox.add(Map.of(ada, outgoing("c")), NOON.plusSeconds(2));

        assertThat(outbox.oldest(2)).extracting(Queue::lead).containsExactly(longest, later);
        assertThat(outbox.backlog()).isEqualTo(new Backlog(3, NOON));
    }

    @Test
    void one_at_a_time_has_the_turn_until_it_is_over() {
        client.getDatabase("intake").getCollection("turns").drop();
        Duration turn = Duration.ofSeconds(10);

        assertThat(outbox.takesTurn("one", NOON, turn)).isTrue();
        assertThat(outbox.takesTurn("other", NOON.plusSeconds(9), turn)).isFalse();
        assertThat(outbox.takesTurn("one", NOON.plusSeconds(9), turn)).isTrue();
        assertThat(outbox.takesTurn("other", NOON.plusSeconds(11), turn)).isFalse();
        assertThat(outbox.takesTurn("other", NOON.plusSeconds(20), turn)).isTrue();
        assertThat(outbox.takesTurn("one", NOON.plusSeconds(20), turn)).isFalse();
    }

    private List<Queue.Waiting> waitingOf(LeadId lead) {
        return outbox.oldest(10_000).stream()
                .filter(queue -> queue.lead().equals(lead))
                .flatMap(queue -> queue.events().stream())
                .toList();
    }

    private Outgoing outgoing(String value) {
        return new Outgoing(
                "leads", ada.value(), value.getBytes(UTF_8), Map.of("ce_id", "x", "content-type", "application/json"));
    }

    private static String text(Outgoing event) {
        return new String(event.value(), UTF_8);
    }

    @Test
    void a_mail_waits_until_somebody_has_decided_and_is_known_ever_after() {
        Inbox.Entry mail = waiting("mail-" + ada, NOON);
        inbox.keep(mail);
        inbox.keep(mail);

        assertThat(inbox.waiting(null, 100)).containsOnlyOnce(mail);
        assertThat(inbox.claim(mail.id(), "nothing")).isEqualTo(Inbox.Claim.OPEN);
        assertThat(inbox.claim(mail.id(), "nothing")).as("begun, and not done").isEqualTo(Inbox.Claim.OPEN);
        assertThat(inbox.claim(mail.id(), "replied x")).isEqualTo(Inbox.Claim.OTHERWISE);
        inbox.settle(mail.id(), "nothing", null);
        assertThat(inbox.claim(mail.id(), "nothing")).isEqualTo(Inbox.Claim.DONE);
        assertThat(inbox.claim(mail.id(), "replied x")).isEqualTo(Inbox.Claim.OTHERWISE);
        assertThat(inbox.claim("another-" + ada, "nothing")).isEqualTo(Inbox.Claim.GONE);

        assertThat(inbox.waiting(null, 100)).noneMatch(waits -> waits.id().equals(mail.id()));
        assertThat(inbox.find(mail.id()))
                .contains(new Inbox.Entry(
                        mail.id(), NOON, "nothing", null, null, "why", null, null, false, null, Set.of(), "nothing"));
        assertThat(inbox.has(mail.id())).isTrue();
        assertThat(inbox.has("another-" + ada)).isFalse();
    }

    @Test
    void those_that_wait_are_shown_in_parts_the_newest_first() {
        Instant late = Instant.parse("2096-01-01T00:00:00Z");
        List<Inbox.Entry> mails =
                List.of(waiting("c-" + ada, late.plusMillis(1)), waiting("b-" + ada, late), waiting("a-" + ada, late));
        mails.forEach(inbox::keep);

        assertThat(inbox.waiting(null, 2)).isEqualTo(mails.subList(0, 2));
        assertThat(inbox.waiting(new Inbox.Place(late, "b-" + ada), 1)).isEqualTo(mails.subList(2, 3));
        assertThat(inbox.isFull()).isFalse();
        inbox.forget(List.of(ada));
    }

    @Test
    void who_is_forgotten_waits_no_longer_and_what_is_old_is_gone() {
        LeadId named = someId();
        for (LeadId forgotten : List.of(ada, named)) {
            Inbox.Entry mail = new Inbox.Entry(
                    "mail-" + forgotten,
                    NOON,
                    "unclear",
                    ada,
                    null,
                    "why",
                    "ada@example.com",
                    "Hello",
                    true,
                    "Bob did it.",
                    Set.of(ada, named),
                    null);
            inbox.keep(mail);
            inbox.forget(List.of(forgotten));

            assertThat(inbox.waiting(null, 100)).noneMatch(waits -> waits.id().equals(mail.id()));
            assertThat(inbox.find(mail.id()).orElseThrow()).satisfies(left -> {
                assertThat(left.text()).isNull();
                assertThat(left.from()).isNull();
                assertThat(left.subject()).isNull();
            });
            assertThat(inbox.claim(mail.id(), "nothing")).isEqualTo(Inbox.Claim.GONE);
            assertThat(inbox.has(mail.id())).as("it is not read once more").isTrue();
        }

        inbox.forgetBefore(NOON);
        assertThat(inbox.has("mail-" + ada)).isTrue();
        inbox.forgetBefore(NOON.plusMillis(1));
        assertThat(inbox.has("mail-" + ada)).isFalse();
    }

    @Test
    void how_far_a_mailbox_was_read_is_kept() {
        String box = "box-" + ada;
        assertThat(inbox.checkpoint(box)).isEmpty();
        inbox.keep(box, new Inbox.Checkpoint(1_700_000_000L, 5));
        inbox.keep(box, new Inbox.Checkpoint(1_700_000_001L, 2));

        assertThat(inbox.checkpoint(box)).contains(new Inbox.Checkpoint(1_700_000_001L, 2));
    }

    private Inbox.Entry waiting(String id, Instant at) {
        return new Inbox.Entry(
                id, at, "unclear", ada, null, "why", "ada@example.com", "Hello", true, "Hello?", Set.of(ada), null);
    }

    @Test
    void the_latest_choice_of_each_sort_counts_in_whatever_order_they_come() {
        Signal.Preferred older = new Signal.Preferred(ada, true, Set.of(Medium.EMAIL), Set.of("law"), NOON);
        Signal.Preferred newer = new Signal.Preferred(ada, false, Set.of(), Set.of("price"), NOON.plusMillis(1));
        Signal.Paused pause = new Signal.Paused(ada, NOON.plusSeconds(60), NOON);
        choices.take(List.of(newer, new Signal.Replied(ada, null, NOON)));
        choices.take(List.of(pause, older));

        assertThat(choices.of(ada))
                .contains(new Choice(false, Set.of(), Set.of("price"), newer.at(), pause.until(), pause.at()));

        choices.take(List.of(new Signal.Resumed(ada, NOON.plusSeconds(1))));
        assertThat(choices.of(ada).orElseThrow().pausedUntil()).isNull();
        choices.forget(List.of(ada));
        assertThat(choices.of(ada)).isEmpty();
    }

    @Test
    void a_store_that_is_away_is_told_as_such() {
        try (MongoClient nobody = MongoClients.create("mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=100")) {
            MongoLeadView away = new MongoLeadView(nobody.getDatabase("intake"));

            assertThatExceptionOfType(ViewUnreachable.class).isThrownBy(() -> away.find(ada));
            assertThatExceptionOfType(ViewUnreachable.class)
                    .isThrownBy(() -> away.take(List.of(new Change.Forgotten(ada))));
            assertThatExceptionOfType(LedgerUnreachable.class)
                    .isThrownBy(() -> new MongoLedger(nobody).forbid(ada, Set.of(Medium.EMAIL), Reason.ASKED, NOON));
            assertThatExceptionOfType(LedgerUnreachable.class).isThrownBy(() -> new MongoLedger(nobody).of(ada));
            MongoOutbox outboxAway = new MongoOutbox(nobody.getDatabase("intake"));
            assertThatExceptionOfType(OutboxUnreachable.class).isThrownBy(() -> outboxAway.waiting(Set.of(ada)));
            assertThatExceptionOfType(OutboxUnreachable.class)
                    .isThrownBy(() -> outboxAway.add(Map.of(ada, outgoing("x")), NOON));
        }
    }

    private static Captured captured(LeadId id, Instant at, Map<String, String> attributes) {
        return new Captured(
                new Lead(id, Contact.ofEmail("x@example.com"), new Origin("api", null, null), null, null, attributes),
                at);
    }

    private static LeadId someId() {
        return new LeadId(new Random()
                .ints(26, 0, 32)
                .mapToObj(digit -> Integer.toString(digit, 32))
                .collect(java.util.stream.Collectors.joining()));
    }
}
