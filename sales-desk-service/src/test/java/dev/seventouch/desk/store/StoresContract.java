package dev.seventouch.desk.store;

import static dev.seventouch.desk.Given.MONDAY_9;
import static dev.seventouch.desk.Given.captured;
import static dev.seventouch.desk.Given.due;
import static dev.seventouch.desk.Given.lead;
import static dev.seventouch.desk.Given.leadId;
import static dev.seventouch.desk.Given.touch;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.seventouch.desk.Given;
import dev.seventouch.desk.lead.Facts;
import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.LeadChange;
import dev.seventouch.desk.lead.LeadState;
import dev.seventouch.desk.lead.Mark;
import dev.seventouch.desk.lead.Plan;
import dev.seventouch.desk.page.Page;
import dev.seventouch.desk.task.Completion;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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

    abstract String uri();

    @BeforeEach
    void open() {
        client = MongoClients.create(uri());
        database = client.getDatabase("desk-" + UUID.randomUUID());
        leads = new MongoLeads(database);
        tasks = new MongoTasks(database);
        timelines = new MongoTimelines(database);
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
                touch(ADA, "letter", 1, Channel.LETTER).id(), "letter", Channel.LETTER, MONDAY_9, "10d", MONDAY_9);
        leads.apply(List.of(new LeadChange.Replanned(ADA, next)));
        assertThat(known(ADA).plan()).isEqualTo(next);

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
    void erasing_forgets_the_timeline() {
        timelines.write(List.of(Note.of(captured(lead(1, "Ada"), MONDAY_9))));
        timelines.erase(List.of(ADA));

        assertThat(timelines.of(ADA).entries()).isEmpty();
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
