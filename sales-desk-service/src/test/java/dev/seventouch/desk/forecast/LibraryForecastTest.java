package dev.seventouch.desk.forecast;

import static dev.seventouch.desk.Given.MONDAY_9;
import static dev.seventouch.desk.Given.captured;
import static dev.seventouch.desk.Given.lead;
import static dev.seventouch.desk.Given.planned;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.seventouch.desk.Troubled;
import dev.seventouch.desk.Troubled.Moment;
import dev.seventouch.desk.Troubled.Trouble;
import dev.seventouch.desk.store.MongoDryLeads;
import dev.seventouch.desk.store.MongoLeads;
import dev.seventouch.desk.store.MongoTasks;
import dev.seventouch.desk.store.MongoTimelines;
import dev.seventouch.desk.task.TaskList;
import dev.seventouch.desk.timeline.Chronicle;
import dev.seventouch.embedded.EmbeddedStore;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.touch.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when a plan meets an erasure, or the end of the process, in the midst of being listed. */
class LibraryForecastTest {
    private static final Lead ADA = lead(1, "Ada");
    private static final Lead BOB = lead(2, "Bob");
    private static EmbeddedStore embedded;
    private static MongoClient client;

    private MongoDatabase store;

    @BeforeAll
    static void start() {
        embedded = EmbeddedStore.inMemory();
        client = MongoClients.create(embedded.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        embedded.close();
    }

    @BeforeEach
    void open() {
        store = client.getDatabase("forecast-" + UUID.randomUUID());
        desk(store).captured(List.of(captured(ADA, MONDAY_9), captured(BOB, MONDAY_9)));
    }

    @Test
    void nothing_planned_is_nothing_lacking() {
        assertThat(forecast(store).within(60)).isEqualTo(new Forecast(60, 0, null, List.of()));
        assertThat(forecast(store).soonest(60, null, 10).items()).isEmpty();
    }

    @Test
    void only_whole_days_up_to_the_last_one_count_and_what_is_overdue() {
        plan(store, dry(ADA, MONDAY_9.plus(Duration.ofDays(60))));
        plan(store, dry(BOB, MONDAY_9.minus(Duration.ofDays(3))));

        assertThat(forecast(store).within(60).leads()).isEqualTo(2);
        assertThat(forecast(store).within(60).from()).isEqualTo(MONDAY_9.minus(Duration.ofDays(3)));
        assertThat(forecast(store).within(59).leads()).isEqualTo(1);
        assertThat(forecast(store).soonest(60, null, 10).items())
                .extracting(listed -> listed.lead().displayName())
                .containsExactly("Bob", "Ada");
    }

    @Test
    void an_erasure_in_the_midst_of_a_listing_takes_the_lead_off_all_the_same() {
        plan(once(Moment.BEFORE, "dryLists", () -> erase(store)), dry(ADA, MONDAY_9));

        assertThat(forecast(store).within(60).leads()).isZero();
        assertThat(new MongoDryLeads(store).on(dryLead().day())).isEmpty();
    }

    @Test
    void a_crash_after_an_erasure_in_the_midst_of_a_listing_is_mended_when_the_plan_is_read_again() {
        AtomicBoolean erased = new AtomicBoolean();
        MongoDatabase crashing = Troubled.store(store, (moment, collection) -> {
            if (collection.equals("dryLists") && moment == Moment.BEFORE && erased.compareAndSet(false, true)) {
                erase(store);
            } else if (collection.equals("dryLists")) {
                throw Troubled.lost();
            }
        });
        assertThatThrownBy(() -> plan(crashing, dry(ADA, MONDAY_9))).isInstanceOf(MongoException.class);
        plan(store, dry(ADA, MONDAY_9));

        assertThat(forecast(store).within(60).leads()).isZero();
        assertThat(new MongoDryLeads(store).on(dryLead().day())).isEmpty();
    }

    @Test
    void a_plan_that_is_read_before_the_capture_after_an_erasure_counts_once_the_capture_is_read() {
        erase(store);
        plan(store, dry(ADA, MONDAY_9));
        assertThat(forecast(store).within(60).leads()).isZero();

        desk(store).captured(List.of(captured(ADA, MONDAY_9)));
        assertThat(forecast(store).within(60).leads()).isEqualTo(1);
    }

    private MongoDatabase once(Moment when, String where, Runnable what) {
        AtomicBoolean happened = new AtomicBoolean();
        Trouble trouble = (moment, collection) -> {
            if (moment == when && collection.equals(where) && happened.compareAndSet(false, true)) {
                what.run();
            }
        };
        return Troubled.store(store, trouble);
    }

    private static void plan(MongoDatabase store, ScheduleEvent plan) {
        desk(store).planned(List.of(plan));
    }

    private static void erase(MongoDatabase store) {
        desk(store).erased(Set.of(ADA.id()));
    }

    private static Chronicle desk(MongoDatabase store) {
        MongoLeads leads = new MongoLeads(store);
        return new Chronicle(
                leads,
                new TaskList(new MongoTasks(store), leads, outcomes -> {}, () -> MONDAY_9),
                new MongoTimelines(store),
                forecast(store));
    }

    private static LibraryForecast forecast(MongoDatabase store) {
        return new LibraryForecast(new MongoDryLeads(store), new MongoLeads(store), () -> MONDAY_9);
    }

    private static ScheduleEvent dry(Lead lead, Instant at) {
        return planned(lead.id(), "first-year", 1, Channel.EMAIL, at, MONDAY_9);
    }

    private static DryLead dryLead() {
        return DryLead.of(dry(ADA, MONDAY_9)).orElseThrow();
    }
}
