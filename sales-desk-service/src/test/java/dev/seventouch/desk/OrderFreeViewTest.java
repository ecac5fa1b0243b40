package dev.seventouch.desk;

import static dev.seventouch.desk.Given.MONDAY_9;
import static dev.seventouch.desk.Given.captured;
import static dev.seventouch.desk.Given.due;
import static dev.seventouch.desk.Given.errand;
import static dev.seventouch.desk.Given.lead;
import static dev.seventouch.desk.Given.planned;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.seventouch.desk.forecast.DryLead;
import dev.seventouch.desk.forecast.Forecast;
import dev.seventouch.desk.forecast.LibraryForecast;
import dev.seventouch.desk.forecast.Shortage;
import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.Leads;
import dev.seventouch.desk.page.Page;
import dev.seventouch.desk.store.MongoDryLeads;
import dev.seventouch.desk.store.MongoLeads;
import dev.seventouch.desk.store.MongoTasks;
import dev.seventouch.desk.store.MongoTimelines;
import dev.seventouch.desk.task.Task;
import dev.seventouch.desk.task.TaskList;
import dev.seventouch.desk.task.TaskQuery;
import dev.seventouch.desk.task.TaskState;
import dev.seventouch.desk.timeline.Chronicle;
import dev.seventouch.desk.timeline.Entry;
import dev.seventouch.embedded.EmbeddedStore;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Topics are read side by side, and after a crash each is read again from some earlier place. Whatever comes of that, the
 * desk shows the same in the end.
 */
class OrderFreeViewTest {
    private static final int LEADS = 3;
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
    void any_interleaving_and_repetition_of_the_same_records_gives_the_same_view(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<Step>> topics = history(random);

        View straight = viewAfter(inOrder(topics));
        View disorderly = viewAfter(interleavedWithRepetition(topics, random));

        assertThat(disorderly).isEqualTo(straight);
        assertThat(disorderly.forecast()).isEqualTo(counted(disorderly.leads()));
    }

    @Property(tries = 60)
    void a_store_that_is_lost_in_the_midst_of_a_batch_gives_the_same_view_once_the_batch_came_again(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<Step>> topics = history(random);

        View straight = viewAfter(inOrder(topics));
        View patched = viewAfter(interleavedWithRepetition(topics, random), store -> Troubled.flaky(store, random));

        assertThat(patched).isEqualTo(straight);
    }

    @Property(tries = 40)
    void topics_that_are_read_at_the_same_moment_leave_nobody_on_the_list_who_was_erased(@ForAll long seed) {
        Random random = new Random(seed);
        List<List<Step>> topics = history(random);
        MongoDatabase database = client.getDatabase("view-" + UUID.randomUUID());
        try (Desk desk = new Desk(database, Troubled.flaky(database, random))) {
            Chronicle chronicle = desk.chronicle();
            topics.stream()
                    .map(topic ->
                            Thread.ofPlatform().start(() -> topic.forEach(step -> taken(List.of(step), chronicle))))
                    .toList()
                    .forEach(OrderFreeViewTest::join);

            View view = desk.view();
            assertThat(view.forecast()).isEqualTo(counted(view.leads()));
        }
    }

    /** One record of one topic, as it is taken in. */
    private interface Step {
        void into(Chronicle chronicle);
    }

    /** What can be seen of a lead; of an erased one, nothing but tasks that should not be there. */
    private record Shown(@Nullable KnownLead lead, List<Entry> entries, List<Task> tasks) {}

    private record View(Map<LeadId, Shown> leads, Forecast forecast, List<DryLead> dry) {}

    /** @param written the same store as it is written to */
    private record Desk(MongoDatabase store, MongoDatabase written) implements AutoCloseable {
        Chronicle chronicle() {
            Leads leads = new MongoLeads(written);
            return new Chronicle(
                    leads,
                    new TaskList(new MongoTasks(written), leads, outcomes -> {}, () -> MONDAY_9),
                    new MongoTimelines(written),
                    new LibraryForecast(new MongoDryLeads(written), leads, () -> MONDAY_9));
        }

        View view() {
            Leads leads = new MongoLeads(store);
            MongoTasks tasks = new MongoTasks(store);
            MongoTimelines timelines = new MongoTimelines(store);
            Map<LeadId, Shown> view = new HashMap<>();
            for (int n = 1; n <= LEADS; n++) {
                LeadId id = Given.leadId(n);
                Optional<KnownLead> known =
                        Optional.ofNullable(leads.find(List.of(id)).get(id)).filter(lead -> !lead.erased());
                List<Task> listed = new ArrayList<>();
                for (TaskState state : TaskState.values()) {
                    listed.addAll(tasks.page(new TaskQuery(state, id, null, null, 100))
                            .items());
                }
                view.put(
                        id,
                        new Shown(
                                known.orElse(null),
                                known.isPresent() ? timelines.of(id).entries() : List.of(),
                                listed));
            }
            LibraryForecast forecast = new LibraryForecast(new MongoDryLeads(store), leads, () -> MONDAY_9);
            return new View(view, forecast.within(LibraryForecast.DAYS_AHEAD), soonest(forecast));
        }

        private static List<DryLead> soonest(LibraryForecast forecast) {
            List<DryLead> all = new ArrayList<>();
            String after = null;
            do {
                Page<LibraryForecast.Listed> page = forecast.soonest(LibraryForecast.DAYS_AHEAD, after, 1);
                page.items().forEach(listed -> all.add(listed.dry()));
                after = page.next();
            } while (after != null);
            return all;
        }

        @Override
        public void close() {
            store.drop();
        }
    }

    private static List<List<Step>> inOrder(List<List<Step>> topics) {
        return List.of(topics.stream().flatMap(List::stream).toList());
    }

    private static View viewAfter(List<List<Step>> batches) {
        return viewAfter(batches, store -> store);
    }

    private static View viewAfter(List<List<Step>> batches, UnaryOperator<MongoDatabase> written) {
        MongoDatabase database = client.getDatabase("view-" + UUID.randomUUID());
        try (Desk desk = new Desk(database, written.apply(database))) {
            Chronicle chronicle = desk.chronicle();
            batches.forEach(batch -> taken(batch, chronicle));
            return desk.view();
        }
    }

    private static void taken(List<Step> batch, Chronicle chronicle) {
        while (true) {
            try {
                batch.forEach(step -> step.into(chronicle));
                return;
            } catch (MongoException lost) {
                // The listener is given the batch again, from its beginning.
            }
        }
    }

    /** The forecast that all plans together say, counted one by one. */
    private static Forecast counted(Map<LeadId, Shown> leads) {
        List<Shortage> by = Shortage.sum(leads.values().stream()
                .map(Shown::lead)
                .filter(Objects::nonNull)
                .map(KnownLead::next)
                .filter(next -> next != null && next.dryAt() != null)
                .map(next -> new Shortage(next.step(), next.channel(), 1, Objects.requireNonNull(next.dryAt()))));
        return new Forecast(
                LibraryForecast.DAYS_AHEAD,
                by.stream().mapToLong(Shortage::leads).sum(),
                by.isEmpty() ? null : by.getFirst().from(),
                by);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Each topic keeps its own order, but may go back to any earlier place, as often as it likes. */
    private static List<List<Step>> interleavedWithRepetition(List<List<Step>> topics, Random random) {
        int[] next = new int[topics.size()];
        List<List<Step>> batches = new ArrayList<>();
        int rewinds = 12;
        while (true) {
            List<Integer> unfinished = new ArrayList<>();
            for (int topic = 0; topic < next.length; topic++) {
                if (next[topic] < topics.get(topic).size()) {
                    unfinished.add(topic);
                }
            }
            if (unfinished.isEmpty()) {
                return batches;
            }
            int topic = unfinished.get(random.nextInt(unfinished.size()));
            int from = next[topic];
            int to = Math.min(topics.get(topic).size(), from + 1 + random.nextInt(3));
            batches.add(topics.get(topic).subList(from, to));
            next[topic] = to;
            int back = random.nextInt(next.length);
            if (rewinds > 0 && next[back] > 0 && random.nextInt(3) == 0) {
                next[back] = random.nextInt(next[back]);
                rewinds--;
            }
        }
    }

    private static List<List<Step>> history(Random random) {
        List<Step> captures = new ArrayList<>();
        List<Step> signals = new ArrayList<>();
        List<Step> first = new ArrayList<>();
        List<Step> touches = new ArrayList<>();
        List<Step> outcomes = new ArrayList<>();
        List<Step> schedule = new ArrayList<>();
        for (int n = 1; n <= LEADS; n++) {
            Lead lead = lead(n, "Lead " + n);
            captures.add(chronicle -> chronicle.captured(List.of(captured(lead, MONDAY_9))));
            TouchEvent.Due hot = due(lead, "ready-to-buy", 1, Channel.CALL, Recipient.OWNER, 1, MONDAY_9);
            first.add(chronicle -> chronicle.due(List.of(hot), true));
            TouchEvent.Due errand = errand(lead, random.nextBoolean() ? "reply" : "interest", Channel.CALL, MONDAY_9);
            first.add(chronicle -> chronicle.due(List.of(errand), true));
            outcomes.add(chronicle ->
                    chronicle.cameOut(List.of(outcome(errand.touch(), MONDAY_9.plusSeconds(4), new Random(7)))));
            for (int step = 0; step < 4; step++) {
                Instant at = MONDAY_9.plusSeconds(60L * step);
                Channel channel = Channel.values()[random.nextInt(Channel.values().length)];
                TouchEvent.Due due = due(lead, "step-" + step, 1, channel, at);
                touches.add(chronicle -> chronicle.due(List.of(due), false));
                if (random.nextBoolean()) {
                    TouchOutcome outcome = outcome(due.touch(), at.plusSeconds(5), random);
                    outcomes.add(chronicle -> chronicle.cameOut(List.of(outcome)));
                }
                if (random.nextBoolean()) {
                    Signal signal = signal(due.touch(), at.plusSeconds(9), random);
                    signals.add(chronicle -> chronicle.signalled(List.of(signal)));
                }
                ScheduleEvent plan = random.nextInt(4) == 0
                        ? new ScheduleEvent.Ended(lead.id(), "for a test", at)
                        : planned(lead.id(), "later", step, channel, dryAt(random), at);
                schedule.add(chronicle -> chronicle.planned(List.of(plan)));
            }
            Lead moved = lead(n, "Lead " + n + " again");
            captures.add(chronicle -> chronicle.captured(List.of(captured(moved, MONDAY_9.plusSeconds(7)))));
            if (random.nextInt(4) == 0) {
                captures.add(chronicle -> chronicle.erased(Set.of(lead.id())));
            }
        }
        return List.of(captures, signals, first, touches, outcomes, schedule);
    }

    private static @Nullable Instant dryAt(Random random) {
        return random.nextInt(3) == 0 ? null : MONDAY_9.plus(Duration.ofDays(random.nextInt(4)));
    }

    private static TouchOutcome outcome(TouchRef touch, Instant at, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new TouchOutcome.HandedOver(touch, "250 ok", at);
            case 1 -> new TouchOutcome.Deferred(touch, at.plusSeconds(1800), "421", at);
            case 2 -> new TouchOutcome.Failed(touch, Fault.LEAD, "550", at);
            case 3 -> new TouchOutcome.Skipped(touch, "forbidden", at);
            default -> new TouchOutcome.Completed(touch, "Mara", "reached", at);
        };
    }

    private static Signal signal(TouchRef touch, Instant at, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> Signal.Unsubscribed.fromAll(touch.lead(), touch.id(), at);
            case 1 -> new Signal.Unsubscribed(touch.lead(), EnumSet.of(Medium.PHONE), null, at);
            case 2 -> new Signal.ReadyToBuy(touch.lead(), touch.id(), at);
            case 3 -> new Signal.Paused(touch.lead(), at.plusSeconds(600), at);
            case 4 -> new Signal.Resumed(touch.lead(), at);
            case 5 -> new Signal.Opened(touch.lead(), touch.id(), at);
            case 6 -> new Signal.AutoReplied(touch.lead(), touch.id(), at);
            default -> new Signal.Converted(touch.lead(), at);
        };
    }
}
