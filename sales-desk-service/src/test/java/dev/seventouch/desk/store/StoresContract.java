package dev.seventouch.desk.store;

import static dev.seventouch.desk.Given.MONDAY_9;
import static dev.seventouch.desk.Given.captured;
import static dev.seventouch.desk.Given.due;
import static dev.seventouch.desk.Given.errand;
import static dev.seventouch.desk.Given.lead;
import static dev.seventouch.desk.Given.leadId;
import static dev.seventouch.desk.Given.touch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.seventouch.desk.Given;
import dev.seventouch.desk.deadletter.Place;
import dev.seventouch.desk.deadletter.Replay;
import dev.seventouch.desk.forecast.DryDay;
import dev.seventouch.desk.forecast.DryLead;
import dev.seventouch.desk.forecast.Shortage;
import dev.seventouch.desk.lead.Facts;
import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.LeadChange;
import dev.seventouch.desk.lead.LeadState;
import dev.seventouch.desk.lead.Mark;
import dev.seventouch.desk.lead.Plan;
import dev.seventouch.desk.page.Page;
import dev.seventouch.desk.task.Completion;
import dev.seventouch.desk.task.Errand;
import dev.seventouch.desk.task.Task;
import dev.seventouch.desk.task.TaskQuery;
import dev.seventouch.desk.task.TaskState;
import dev.seventouch.desk.timeline.Entry;
import dev.seventouch.desk.timeline.Note;
import dev.seventouch.desk.timeline.Status;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of the desk must do, whoever answers MongoDB's protocol. */
abstract class StoresContract {
    private static final LeadId ADA = leadId(1);

    private MongoClient client;
    private MongoDatabase database;
    private MongoLeads leads;
    private MongoTasks tasks;
    private MongoTimelines timelines;
    private MongoDryLeads dry;
    private MongoReplays replays;

    abstract String uri();

    @BeforeEach
    void open() {
        client = MongoClients.create(uri());
        database = client.getDatabase("desk-" + UUID.randomUUID());
        leads = new MongoLeads(database);
        tasks = new MongoTasks(database);
        timelines = new MongoTimelines(database);
        dry = new MongoDryLeads(database);
        replays = new MongoReplays(database);
    }

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void a_captured_lead_comes_back_as_it_was() {
        leads.apply(List.of(LeadChange.of(captured(lead(1, "Ada"), MONDAY_9))));

        KnownLead ada = known(ADA);
        assertThat(ada.facts()).isEqualTo(Facts.of(lead(1, "Ada"), MONDAY_9));
        assertThat(ada.state()).isEqualTo(LeadState.ACTIVE);
        assertThat(ada.erased()).isFalse();
    }

    @Test
    void what_a_touch_knows_of_a_lead_never_replaces_what_its_capture_said() {
        Facts old = Facts.of(lead(1, "Ada Old"), MONDAY_9);
        leads.apply(List.of(new LeadChange.Glimpsed(ADA, old)));
        assertThat(known(ADA).facts()).isEqualTo(old);

        leads.apply(List.of(LeadChange.of(captured(lead(1, "Ada"), MONDAY_9)), new LeadChange.Glimpsed(ADA, old)));
        assertThat(known(ADA).displayName()).isEqualTo("Ada");
    }

    @Test
    void an_erased_lead_stays_erased_when_an_old_touch_comes() {
        Facts facts = Facts.of(lead(1, "Ada"), MONDAY_9);
        leads.apply(List.of(new LeadChange.Captured(ADA, facts), new LeadChange.Erased(ADA)));
        leads.apply(List.of(new LeadChange.Glimpsed(ADA, facts)));

        assertThat(known(ADA).erased()).isTrue();
        assertThat(known(ADA).facts()).isNull();
        assertThat(leads.newest(null, 10).items()).isEmpty();
    }

    @Test
    void a_lead_is_found_by_its_id_its_email_or_a_part_of_its_name_in_any_case() {
        leads.apply(List.of(
                LeadChange.of(captured(lead(1, "Änne (A.) Holm"), MONDAY_9)),
                LeadChange.of(captured(lead(2, "Ann Holmes"), MONDAY_9.plusSeconds(1))),
                LeadChange.of(captured(lead(3, "Bob [x].*"), MONDAY_9.plusSeconds(2)))));

        assertThat(named(leadId(2).value())).containsExactly("Ann Holmes");
        assertThat(named(String.valueOf(lead(1, "").contact().email()).toUpperCase(Locale.ROOT)))
                .as("whoever has the address, and nobody in whose address it is a part")
                .containsExactly("Änne (A.) Holm");
        assertThat(named("holm")).as("the newest first").containsExactly("Ann Holmes", "Änne (A.) Holm");
        assertThat(named("äNNE (a.)")).containsExactly("Änne (A.) Holm");
        assertThat(named("[x].*")).as("words, not a pattern").containsExactly("Bob [x].*");
        assertThat(named("x.*")).isEmpty();
        assertThat(named(" ")).isEmpty();
        assertThat(leads.named("o", 2)).hasSize(2);

        leads.apply(List.of(new LeadChange.Erased(leadId(2))));
        assertThat(named("holmes")).isEmpty();
        assertThat(named(leadId(2).value())).isEmpty();
    }

    private List<String> named(String words) {
        return leads.named(words, 10).stream().map(KnownLead::displayName).toList();
    }

    @Test
    void the_latest_of_a_mark_counts_in_whatever_order() {
        Instant later = MONDAY_9.plusSeconds(5);
        leads.apply(List.of(
                new LeadChange.Marked(ADA, Mark.PAUSED, later), new LeadChange.Marked(ADA, Mark.PAUSED, MONDAY_9)));

        assertThat(known(ADA).marks()).containsOnlyKeys(Mark.PAUSED).containsEntry(Mark.PAUSED, later);
        assertThat(known(ADA).state()).isEqualTo(LeadState.PAUSED);
    }

    @Test
    void what_is_forbidden_adds_up() {
        leads.apply(List.of(
                new LeadChange.Forbade(ADA, Set.of(Medium.PHONE)), new LeadChange.Forbade(ADA, Set.of(Medium.PHONE))));
        assertThat(known(ADA).forbidden()).containsExactly(Medium.PHONE);

        leads.apply(List.of(new LeadChange.Forbade(ADA, EnumSet.allOf(Medium.class))));
        assertThat(known(ADA).state()).isEqualTo(LeadState.UNSUBSCRIBED);
    }

    @Test
    void a_plan_comes_back_as_it_was_and_the_last_one_holds() {
        Plan next = new Plan.Next(
                touch(ADA, "letter", 1, Channel.LETTER).id(),
                "letter",
                Channel.LETTER,
                MONDAY_9,
                "10d",
                null,
                MONDAY_9);
        leads.apply(List.of(new LeadChange.Replanned(ADA, next)));
        assertThat(known(ADA).plan()).isEqualTo(next);

        Plan dry = new Plan.Next(
                touch(ADA, "letter", 1, Channel.LETTER).id(),
                "letter",
                Channel.LETTER,
                MONDAY_9,
                "10d",
                MONDAY_9.plusSeconds(9),
                MONDAY_9);
        leads.apply(List.of(new LeadChange.Replanned(ADA, dry)));
        assertThat(known(ADA).plan()).isEqualTo(dry);

        Plan end = new Plan.End("they said stop", MONDAY_9);
        leads.apply(List.of(new LeadChange.Replanned(ADA, end)));
        assertThat(known(ADA).plan()).isEqualTo(end);
    }

    @Test
    void leads_are_listed_page_by_page_the_newest_first() {
        leads.apply(IntStream.rangeClosed(1, 7)
                .mapToObj(n -> LeadChange.of(captured(lead(n, "Lead " + n), MONDAY_9.plusSeconds(n))))
                .toList());

        List<String> seen = new ArrayList<>();
        Page<KnownLead> page = leads.newest(null, 3);
        seen.addAll(names(page));
        while (page.next() != null) {
            page = leads.newest(page.next(), 3);
            seen.addAll(names(page));
        }
        assertThat(seen).containsExactly("Lead 7", "Lead 6", "Lead 5", "Lead 4", "Lead 3", "Lead 2", "Lead 1");
    }

    @Test
    void a_task_comes_back_as_it_was_and_adding_it_again_changes_nothing() {
        Task call = task(1, "intro-call", false, MONDAY_9);
        tasks.add(List.of(call));
        tasks.settle(List.of(done(call)));
        tasks.add(List.of(call));

        assertThat(tasks.find(List.of(call.id()))).containsEntry(call.id(), done(call));
    }

    @Test
    void settling_a_task_that_was_erased_does_not_bring_it_back() {
        Task call = task(1, "intro-call", false, MONDAY_9);
        tasks.add(List.of(call));
        tasks.erase(List.of(ADA));
        tasks.settle(List.of(done(call)));

        assertThat(tasks.find(List.of(call.id()))).isEmpty();
    }

    @Test
    void erasing_forgets_the_tasks_and_the_answers_of_that_lead_alone() {
        Task adas = task(1, "intro-call", false, MONDAY_9);
        Task bobs = task(2, "intro-call", false, MONDAY_9);
        tasks.add(List.of(adas, bobs));
        tasks.complete(List.of(completion(adas, "reached"), completion(bobs, "reached")));
        tasks.erase(List.of(ADA));

        assertThat(tasks.find(List.of(adas.id(), bobs.id()))).containsOnlyKeys(bobs.id());
        assertThat(tasks.completionsOf(List.of(adas.id(), bobs.id()))).containsOnlyKeys(bobs.id());
    }

    @Test
    void the_first_answer_stands() {
        Task call = task(1, "intro-call", false, MONDAY_9);
        tasks.complete(List.of(completion(call, "reached")));
        tasks.complete(List.of(completion(call, "no-answer")));

        assertThat(tasks.completionsOf(List.of(call.id())))
                .containsEntry(call.id(), completion(call, "reached"))
                .hasSize(1);
    }

    @Test
    void open_tasks_are_listed_urgent_first_then_by_due_time_page_by_page() {
        Task late = task(1, "late", false, MONDAY_9.plusSeconds(60));
        Task early = task(2, "early", false, MONDAY_9.minusSeconds(60));
        Task urgent = task(3, "ready-to-buy", true, MONDAY_9.plusSeconds(600));
        Task done = task(4, "done", false, MONDAY_9);
        tasks.add(List.of(late, early, urgent, done));
        tasks.settle(List.of(done(done)));

        Page<Task> first = tasks.page(TaskQuery.open(2));
        assertThat(first.items()).containsExactly(urgent, early);
        Page<Task> second = tasks.page(new TaskQuery(TaskState.OPEN, null, null, first.next(), 2));
        assertThat(second.items()).containsExactly(late);
        assertThat(second.next()).isNull();
        assertThat(tasks.page(new TaskQuery(TaskState.DONE, null, null, null, 2))
                        .items())
                .containsExactly(done(done));
    }

    @Test
    void tasks_are_listed_by_lead_and_by_owner() {
        Task adas = task(1, "call", false, MONDAY_9);
        Task bobs = task(2, "call", false, MONDAY_9);
        tasks.add(List.of(adas, bobs));

        assertThat(tasks.page(new TaskQuery(TaskState.OPEN, ADA, null, null, 9)).items())
                .containsExactly(adas);
        assertThat(tasks.page(new TaskQuery(TaskState.OPEN, null, "mara@example.com", null, 9))
                        .items())
                .hasSize(2);
        assertThat(tasks.page(new TaskQuery(TaskState.OPEN, null, "nobody@example.com", null, 9))
                        .items())
                .isEmpty();
        assertThat(tasks.openOf(List.of(ADA))).containsExactly(adas);
    }

    @Test
    void a_touch_is_one_line_with_what_became_of_it() {
        TouchRef welcome = touch(ADA, "welcome", 1, Channel.EMAIL);
        timelines.write(List.of(
                new Note.Due(due(lead(1, "Ada"), "welcome", 1, Channel.EMAIL, MONDAY_9), true),
                new Note.CameOut(new TouchOutcome.Deferred(
                        welcome, MONDAY_9.plusSeconds(1800), "421 try later", MONDAY_9.plusSeconds(1))),
                new Note.CameOut(new TouchOutcome.HandedOver(welcome, "250 ok", MONDAY_9.plusSeconds(1801)))));

        assertThat(timelines.of(ADA).entries()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo("touch");
            assertThat(line.status()).isEqualTo(Status.HANDED_OVER);
            assertThat(line.touch()).isEqualTo(welcome.id());
            assertThat(line.step()).isEqualTo("welcome");
            assertThat(line.content()).isEqualTo("template:welcome");
            assertThat(line.at()).isEqualTo(MONDAY_9.plusSeconds(1801));
            assertThat(line.reason()).isEqualTo("they asked");
        });
    }

    @Test
    void a_timeline_does_not_grow_with_what_is_repeated() {
        TouchRef welcome = touch(ADA, "welcome", 1, Channel.EMAIL);
        List<Note> notes = new ArrayList<>();
        for (int second = 0; second < 300; second++) {
            Instant at = MONDAY_9.plusSeconds(second);
            notes.add(Note.of(captured(lead(1, "Ada"), at)));
            notes.add(Note.of(new Signal.Opened(ADA, welcome.id(), at.plus(Duration.ofHours(second)))));
        }
        timelines.write(notes);

        assertThat(timelines.of(ADA).entries()).extracting(Entry::kind).containsExactlyInAnyOrder("capture", "signal");
    }

    @Test
    void an_errand_is_known_as_one_from_its_outcome_alone_and_a_step_of_the_same_name_is_none() {
        TouchRef reply = errand(lead(1, "Ada"), "reply", Channel.CALL, MONDAY_9).touch();
        TouchRef planned = touch(ADA, "reply", 1, Channel.CALL);
        timelines.write(List.of(
                new Note.CameOut(new TouchOutcome.Completed(reply, "Mara", "reached", MONDAY_9.plusSeconds(1))),
                new Note.CameOut(new TouchOutcome.Completed(planned, "Mara", "reached", MONDAY_9))));

        assertThat(timelines.of(ADA).entries())
                .extracting(Entry::kind, Entry::errand)
                .containsExactly(tuple("alert", Errand.REPLY), tuple("touch", null));
    }

    @Test
    void a_machines_repeated_reply_to_a_touch_is_one_line() {
        TouchRef welcome = touch(ADA, "welcome", 1, Channel.EMAIL);
        timelines.write(IntStream.range(0, 5)
                .mapToObj(hour ->
                        Note.of(new Signal.AutoReplied(ADA, welcome.id(), MONDAY_9.plus(Duration.ofHours(hour)))))
                .toList());

        assertThat(timelines.of(ADA).entries()).singleElement().satisfies(line -> {
            assertThat(line.type()).isEqualTo("auto-replied");
            assertThat(line.what()).isEqualTo("is out, says an automatic reply");
        });
    }

    @Test
    void dry_leads_are_listed_and_counted_by_day_step_and_channel() {
        DryLead ada = dry(1, "first-year", Channel.EMAIL, MONDAY_9);
        DryLead bob = dry(2, "first-year", Channel.EMAIL, MONDAY_9.plusSeconds(60));
        DryLead cleo = dry(3, "first-year", Channel.LETTER, MONDAY_9.plusSeconds(90));
        DryLead dora = dry(4, "first-year", Channel.EMAIL, MONDAY_9.plus(Duration.ofDays(2)));
        list(ada, bob, cleo, dora);
        list(bob, bob);

        assertThat(dry.on(ada.day())).containsExactlyInAnyOrder(ada, bob, cleo);
        assertThat(count())
                .containsExactly(
                        new DryDay(
                                ada.day(),
                                List.of(
                                        new Shortage("first-year", Channel.EMAIL, 2, MONDAY_9),
                                        new Shortage("first-year", Channel.LETTER, 1, cleo.at()))),
                        new DryDay(dora.day(), List.of(new Shortage("first-year", Channel.EMAIL, 1, dora.at()))));
        assertThat(dry.count(ada.day().minusDays(9), ada.day().minusDays(1))).isEmpty();
    }

    @Test
    void a_dry_lead_that_moves_is_on_one_list_only_and_one_that_ends_on_none() {
        DryLead soon = dry(1, "first-year", Channel.EMAIL, MONDAY_9);
        DryLead late = dry(1, "later", Channel.CARD, MONDAY_9.plus(Duration.ofDays(7)));
        DryLead bob = dry(2, "first-year", Channel.EMAIL, MONDAY_9);
        list(soon, bob);
        list(late);
        assertThat(dry.on(soon.day())).containsExactly(bob);
        assertThat(dry.on(late.day())).containsExactly(late);
        assertThat(count()).extracting(DryDay::day).containsExactly(soon.day(), late.day());

        assertThat(dry.list(List.of(ADA), Map.of())).containsExactly(ADA);
        assertThat(dry.on(late.day())).isEmpty();
        assertThat(count()).extracting(DryDay::day).containsExactly(bob.day());
        assertThat(dry.list(List.of(ADA), Map.of())).isEmpty();
    }

    @Test
    void a_lead_that_was_claimed_and_written_before_a_crash_is_found_there_again() {
        DryLead crashed = dry(1, "first-year", Channel.EMAIL, MONDAY_9);
        DryLead stands = dry(1, "first-year", Channel.EMAIL, MONDAY_9.plus(Duration.ofDays(7)));
        dry.claim(List.of(crashed));
        dry.list(List.of(ADA), Map.of(ADA, crashed));
        dry.claim(List.of(crashed));
        list(stands);

        assertThat(dry.on(crashed.day())).isEmpty();
        assertThat(count()).extracting(DryDay::day).containsExactly(stands.day());
    }

    @Test
    void an_older_count_of_a_list_never_replaces_a_newer_one() {
        DryLead ada = dry(1, "first-year", Channel.EMAIL, MONDAY_9);
        Map<String, DryListDocument.Member> members = Map.of(ADA.value(), DryListDocument.Member.of(ada));
        DryListDocument older = new DryListDocument(DryListDocument.idOf(ada), 9, members);
        DryListDocument newer = new DryListDocument(DryListDocument.idOf(ada), 10, Map.of());

        dry.keep(List.of(older));
        assertThat(count()).hasSize(1);
        dry.keep(List.of(newer));
        dry.keep(List.of(older));
        assertThat(count()).isEmpty();
        dry.keep(List.of(new DryListDocument(DryListDocument.idOf(ada), 11, members)));
        dry.keep(List.of(new DryListDocument(DryListDocument.idOf(ada), 11, members)));
        assertThat(count()).hasSize(1);
    }

    @Test
    void erasing_forgets_the_timeline() {
        timelines.write(List.of(Note.of(captured(lead(1, "Ada"), MONDAY_9))));
        timelines.erase(List.of(ADA));

        assertThat(timelines.of(ADA).entries()).isEmpty();
    }

    private void list(DryLead... standing) {
        Map<LeadId, DryLead> byLead = new HashMap<>();
        for (DryLead lead : standing) {
            byLead.put(lead.lead(), lead);
        }
        dry.claim(List.of(standing));
        assertThat(dry.list(byLead.keySet(), byLead)).isEqualTo(byLead.keySet());
    }

    private List<DryDay> count() {
        LocalDate monday = LocalDate.of(2026, 1, 5);
        return dry.count(monday.minusDays(1), monday.plusDays(60));
    }

    private static DryLead dry(int lead, String step, Channel channel, Instant at) {
        return new DryLead(leadId(lead), step, channel, at);
    }

    @Test
    void a_record_has_one_replay_at_a_time_and_only_one_in_doubt_is_claimed_again() {
        Replay first = replay("leads-0-1", "Mara", MONDAY_9);
        assertThat(replays.claim(List.of(first, replay("leads-0-2", "Mara", MONDAY_9))))
                .containsExactlyInAnyOrder("leads-0-1", "leads-0-2");
        // The same person at the same moment is still another wish.
        assertThat(replays.claim(List.of(first, replay("leads-0-3", "Mara", MONDAY_9))))
                .containsExactly("leads-0-3");
        assertThat(replays.of(List.of("leads-0-1", "leads-0-9"))).containsExactly(Map.entry("leads-0-1", first));

        Replay again = replay("leads-0-1", "Jon", MONDAY_9.plusSeconds(90));
        assertThat(replays.claimAgain(first, again)).isTrue();
        assertThat(replays.claimAgain(first, replay("leads-0-1", "Kim", MONDAY_9.plusSeconds(91))))
                .isFalse();
        replays.confirm(List.of("leads-0-1"));
        assertThat(replays.claimAgain(again, again)).isFalse();
        assertThat(replays.of(List.of("leads-0-1")).get("leads-0-1"))
                .isEqualTo(new Replay(again.origin(), again.place(), again.by(), again.at(), true));

        replays.release(List.of("leads-0-2"));
        assertThat(replays.claim(List.of(replay("leads-0-2", "Kim", MONDAY_9)))).containsExactly("leads-0-2");
    }

    @Test
    void replays_and_erasures_are_forgotten_when_the_dead_letters_have_long_been_dropped() {
        replays.claim(List.of(replay("leads-0-1", "Mara", MONDAY_9)));
        replays.claim(List.of(replay("leads-0-2", "Mara", MONDAY_9.plus(Duration.ofDays(60)))));
        assertThat(replays.of(List.of("leads-0-1"))).isNotEmpty();
        replays.claim(List.of(replay("leads-0-3", "Mara", MONDAY_9.plus(Duration.ofDays(61)))));
        assertThat(replays.of(List.of("leads-0-1", "leads-0-2"))).containsOnlyKeys("leads-0-2");

        new MongoErasures(database, () -> MONDAY_9).note(Set.of(ADA));
        Instant later = MONDAY_9.plus(Duration.ofDays(59));
        MongoErasures erasures = new MongoErasures(database, () -> later);
        assertThat(erasures.of(Set.of(ADA, leadId(2)))).containsExactly(Map.entry(ADA, MONDAY_9));
        erasures.note(Set.of(ADA));
        assertThat(erasures.of(Set.of(ADA))).containsExactly(Map.entry(ADA, later));
        new MongoErasures(database, () -> later.plus(Duration.ofDays(61))).note(Set.of(leadId(2)));
        assertThat(erasures.of(Set.of(ADA))).isEmpty();
    }

    private static Replay replay(String origin, String by, Instant at) {
        return new Replay(origin, new Place("leads", 0, 17), by, at, false);
    }

    private KnownLead known(LeadId id) {
        return leads.find(List.of(id)).get(id);
    }

    private static List<String> names(Page<KnownLead> page) {
        return page.items().stream().map(KnownLead::displayName).toList();
    }

    private static Task task(int lead, String step, boolean urgent, Instant dueAt) {
        return new Task(
                touch(leadId(lead), step, 1, Channel.CALL),
                Content.say("Ask what prompted the enquiry", 3),
                "they asked",
                Given.MARA.email().toLowerCase(java.util.Locale.ROOT),
                urgent,
                dueAt,
                MONDAY_9,
                TaskState.OPEN,
                null,
                null);
    }

    private static Completion completion(Task task, String answer) {
        return new Completion(task.id(), "Mara", answer, MONDAY_9);
    }

    private static Task done(Task task) {
        return new Task(
                task.touch(),
                task.content(),
                task.reason(),
                task.owner(),
                task.urgent(),
                task.dueAt(),
                task.listedAt(),
                TaskState.DONE,
                null,
                completion(task, "reached"));
    }
}
