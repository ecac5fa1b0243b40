package dev.seventouch.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.definition.CadenceReader;
import dev.seventouch.engine.definition.Campaigns;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.definition.Reading;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Pace;
import dev.seventouch.engine.simulation.SampleLead;
import dev.seventouch.events.cadence.CadenceEvent;
import dev.seventouch.events.cadence.Enrolled;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.schedule.ScheduleEvent;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTopologyTest {
    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    private static final Duration TICK = Duration.ofMillis(250);

    @TempDir
    Path state;

    private final Published published = new Published();
    private SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Instant now = START;
    private TopologyTestDriver driver;
    private Lead lead;

    @BeforeEach
    void start() {
        Campaigns campaigns = Campaigns.in(Path.of("..", "campaigns"));
        campaigns
                .cadences()
                .forEach(file -> published.add(new CadenceEvent.Published(file.id(), 1, file.yaml(), null, START)));
        campaigns.items().forEach(published::add);
        lead = SampleLead.of(plan());
        driver = drive(state.resolve("first"), Backlog.NONE);
    }

    /** An engine with no state of its own, on the same topics. */
    private void startAnew(Backlog backlog) {
        driver.close();
        driver = drive(state.resolve("second"), backlog);
    }

    private TopologyTestDriver drive(Path directory, Backlog backlog) {
        meters = new SimpleMeterRegistry();
        StreamsBuilder builder = new StreamsBuilder();
        new EngineTopology(
                        published,
                        published::migrations,
                        Pace.USUAL,
                        () -> now,
                        AuditedDriver.ticking(TICK),
                        new Activity(),
                        _ -> backlog,
                        "/engine",
                        meters)
                .build(builder);
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        return new AuditedDriver(builder.build(), settings, now, meters);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private Cadence plan() {
        return published.taking("website").orElseThrow();
    }

    @Test
    void a_capture_is_touched_at_once_on_the_first_lane() {
        capture();
        List<TouchEvent> first = readAll(Topics.FIRST_TOUCHES);
        assertThat(first)
                .singleElement()
                .satisfies(event -> assertThat(event.touch().step()).isEqualTo("welcome"));
        assertThat(readAll(Topics.TOUCHES)).isEmpty();
    }

    @Test
    void decisions_are_counted_by_their_kind() {
        capture();
        assertThat(meters.counter("seventouch.engine.decisions", "kind", "touched-by-email")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void touches_carry_cloud_events_headers() {
        capture();
        TestRecord<String, byte[]> touch = output(Topics.FIRST_TOUCHES).readRecord();
        assertThat(touch.headers())
                .extracting(Header::key)
                .contains("ce_id", "ce_type", "ce_source", "ce_time", "ce_specversion", "content-type");
        assertThat(new String(touch.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .isEqualTo("touch.due");
    }

    @Test
    void what_cannot_be_read_is_set_aside_with_its_reason_and_the_stream_goes_on() {
        input(Topics.LEADS).pipeInput("x", "{\"type\":\"lead.teleported\"}".getBytes(StandardCharsets.UTF_8));
        input(Topics.LEADS).pipeInput("x", "not json".getBytes(StandardCharsets.UTF_8));
        input(Topics.LEADS).pipeInput("someone-else", Topics.LEADS.encode(new LeadEvent.Captured(lead, START)));
        capture();
        List<TestRecord<String, byte[]>> dead = driver.createOutputTopic(
                        Topics.LEADS.deadLetters(), new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
        assertThat(dead)
                .extracting(letter -> new String(
                        letter.headers().lastHeader("seventouch_reason").value(), StandardCharsets.UTF_8))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("lead.teleported"),
                        reason -> assertThat(reason).isNotBlank(),
                        reason -> assertThat(reason).contains("key"));
        assertThat(dead)
                .extracting(letter -> new String(
                        letter.headers().lastHeader("seventouch_position").value(), StandardCharsets.UTF_8))
                .containsExactly("leads-0-0", "leads-0-1", "leads-0-2");
        assertThat(meters.get("seventouch.dead.letters")
                        .tag("topic", "leads")
                        .counter()
                        .count())
                .isEqualTo(3);
        assertThat(readAll(Topics.FIRST_TOUCHES)).hasSize(1);
    }

    @Test
    void a_tombstone_erases_and_nothing_follows() {
        capture();
        input(Topics.LEADS).pipeInput(lead.id().value(), null);
        advanceTo(START.plus(Duration.ofDays(10)));
        assertThat(enrollment()).isNull();
        assertThat(readAll(Topics.TOUCHES)).isEmpty();
        List<TestRecord<String, byte[]>> schedule = output(Topics.SCHEDULE).readRecordsToList();
        assertThat(schedule.getLast().value()).isNull();
    }

    @Test
    void ready_to_buy_reaches_the_owner_on_the_first_lane_and_ends_the_schedule() {
        capture();
        readAll(Topics.FIRST_TOUCHES);
        input(Topics.SIGNALS)
                .pipeInput(lead.id().value(), Topics.SIGNALS.encode(new Signal.ReadyToBuy(lead.id(), null, now)));
        assertThat(readAll(Topics.FIRST_TOUCHES)).hasSize(2);
        assertThat(readAll(Topics.SCHEDULE).getLast()).isInstanceOf(ScheduleEvent.Ended.class);
    }

    @Test
    void a_cadence_that_cannot_be_read_stops_nothing() {
        published.add(new CadenceEvent.Published("broken", 1, "steps: 7", null, START));
        assertThat(CadenceReader.read("steps: 7", 1)).isInstanceOf(Reading.Broken.class);
        capture();
        assertThat(readAll(Topics.FIRST_TOUCHES)).hasSize(1);
    }

    @Test
    void what_is_heard_before_the_capture_is_told_after_it() {
        input(Topics.SIGNALS)
                .pipeInput(lead.id().value(), Topics.SIGNALS.encode(Signal.Unsubscribed.fromAll(lead.id(), null, now)));
        assertThat(enrollment()).isNull();
        capture();
        assertThat(enrollment()).isInstanceOf(Enrollment.Finished.class);
        assertThat(readAll(Topics.FIRST_TOUCHES)).isEmpty();
    }

    /** Leads, signals and outcomes are read again by an engine that has nothing else, long after. */
    @Test
    void an_engine_built_anew_stands_where_the_one_before_stood_and_touches_nobody() {
        capture();
        List<TouchOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<TouchEvent> due = new ArrayList<>(readAll(Topics.FIRST_TOUCHES));
            due.addAll(readAll(Topics.TOUCHES));
            for (TouchEvent touch : due) {
                TouchOutcome outcome = new TouchOutcome.HandedOver(touch.touch(), null, now);
                outcomes.add(outcome);
                answer(outcome);
            }
            advanceTo(wakeAt());
        }
        List<TouchEvent> last = readAll(Topics.TOUCHES);
        last.forEach(touch -> {
            outcomes.add(new TouchOutcome.HandedOver(touch.touch(), null, now));
            answer(outcomes.getLast());
        });
        Enrollment before = enrollment();

        boolean[] read = {false};
        startAnew(readWhen(() -> read[0]));
        // The topic of leads keeps the last of each only, and has no order with the others.
        outcomes.subList(0, 3).forEach(this::answer);
        input(Topics.LEADS)
                .pipeInput(lead.id().value(), Topics.LEADS.encode(new LeadEvent.Captured(lead, now, START, now, null)));
        outcomes.subList(3, outcomes.size()).forEach(this::answer);
        driver.advanceWallClockTime(TICK);
        assertThat(readAll(Topics.FIRST_TOUCHES)).isEmpty();
        read[0] = true;
        driver.advanceWallClockTime(TICK);
        assertThat(readAll(Topics.FIRST_TOUCHES)).isEmpty();
        assertThat(readAll(Topics.TOUCHES)).isEmpty();
        assertThat(enrollment()).isEqualTo(before);
    }

    @Test
    void nothing_goes_out_before_what_stood_on_the_topics_is_read() {
        boolean[] read = {false};
        startAnew(readWhen(() -> read[0]));
        capture();
        assertThat(readAll(Topics.FIRST_TOUCHES)).isEmpty();
        read[0] = true;
        driver.advanceWallClockTime(TICK);
        assertThat(readAll(Topics.FIRST_TOUCHES)).hasSize(1);
    }

    @Test
    void a_version_for_those_who_are_enrolled_reaches_them() {
        capture();
        String yaml = published.source(plan().ref()).orElseThrow();
        published.add(new CadenceEvent.Published(
                plan().ref().id(), 2, yaml.replace("cycle: 45d", "cycle: 60d"), Enrolled.MIGRATE, now));
        driver.advanceWallClockTime(TICK);
        assertThat(((Enrollment.Active) enrollment()).cadence().version()).isEqualTo(2);
    }

    /** After an outage, or an import: what is due goes out one by one at the rate of its cadence, and nobody is left behind. */
    @Test
    void a_backlog_is_let_out_at_its_rate() {
        publishSlowly("00:00-23:59");
        greeted(30);

        // All of them have been due for hours when the engine is back; a twelfth of 7,200 an hour is ten a minute.
        now = now.plus(Duration.ofHours(14)).plus(Duration.ofMinutes(30));
        List<Integer> perMinute = new ArrayList<>();
        List<LeadId> touched = new ArrayList<>();
        for (int minute = 0; minute < 8; minute++) {
            driver.advanceWallClockTime(TICK);
            List<TouchEvent> due = readAll(Topics.TOUCHES);
            perMinute.add(due.size());
            due.forEach(touch -> touched.add(touch.touch().lead()));
            now = now.plus(Duration.ofMinutes(1));
        }
        assertThat(perMinute).allMatch(count -> count <= 11);
        assertThat(touched).doesNotHaveDuplicates();
        assertThat(touched.size()).isBetween(27, 30);
    }

    @Test
    void of_a_backlog_whoever_waits_longest_goes_first_and_a_capture_before_all_of_them() {
        publishSlowly("00:00-23:59");
        greeted(30);
        now = now.plus(Duration.ofHours(14)).plus(Duration.ofMinutes(30));
        driver.advanceWallClockTime(TICK);
        List<TouchEvent> due = new ArrayList<>(readAll(Topics.TOUCHES));
        assertThat(due).hasSizeLessThan(30);

        captureSlowly(99);
        assertThat(readAll(Topics.FIRST_TOUCHES)).hasSize(1);
        for (int i = 0; i < 30; i++) {
            now = now.plusSeconds(6);
            driver.advanceWallClockTime(TICK);
            due.addAll(readAll(Topics.TOUCHES));
        }
        assertThat(due)
                .hasSize(30)
                .isSortedAccordingTo(Comparator.comparing(touch -> touch.touch().dueAt()));
        Timer late =
                meters.get("seventouch.engine.lateness").tag("lane", "others").timer();
        assertThat(late.count()).isEqualTo(30);
        assertThat(late.max(TimeUnit.HOURS)).isBetween(10.0, 15.0);
        Timer first =
                meters.get("seventouch.engine.lateness").tag("lane", "first").timer();
        assertThat(first.count()).isEqualTo(31);
        assertThat(first.max(TimeUnit.SECONDS)).isZero();
    }

    @Test
    void of_a_backlog_what_is_past_its_hours_comes_within_the_next() {
        publishSlowly("09:00-17:00");
        greeted(30);
        now = now.plus(Duration.ofHours(10));
        driver.advanceWallClockTime(TICK);
        assertThat(readAll(Topics.TOUCHES)).isEmpty();

        // 09:00 to 17:00 in Berlin, the next day.
        Instant opens = START.plus(Duration.ofDays(1));
        for (now = opens; now.isBefore(opens.plus(Duration.ofHours(8))); now = now.plus(Duration.ofMinutes(5))) {
            driver.advanceWallClockTime(TICK);
        }
        assertThat(readAll(Topics.TOUCHES))
                .hasSize(30)
                .allSatisfy(
                        touch -> assertThat(touch.touch().dueAt()).isBetween(opens, opens.plus(Duration.ofHours(8))));
    }

    private void publishSlowly(String hours) {
        String yaml = """
                id: slowly
                for: { source: slowly }
                time: { days: mon-sun, hours: "%s", fallback: Europe/Berlin }
                limits: { gap: 0h, per-week: 100, release: 7200/h }
                steps:
                  - { key: hello, email: welcome, reason: they asked }
                  - { key: letter, after: 1m, letter: introduction, reason: a page on paper }
                then:
                  - { every: 90d, email: { from: library } }
                """.formatted(hours);
        published.add(new CadenceEvent.Published("slowly", 1, yaml, null, START));
    }

    private void captureSlowly(int number) {
        Lead one = new Lead(
                new LeadId("%026d".formatted(number)),
                lead.contact(),
                new Origin("slowly", null, null),
                null,
                null,
                Map.of());
        input(Topics.LEADS).pipeInput(one.id().value(), Topics.LEADS.encode(new LeadEvent.Captured(one, now)));
    }

    /** So many leads have had their first touch. */
    private void greeted(int leads) {
        for (int i = 0; i < leads; i++) {
            captureSlowly(i);
        }
        List<TouchEvent> first = readAll(Topics.FIRST_TOUCHES);
        assertThat(first).as("first touches don't queue").hasSize(leads);
        first.forEach(touch -> input(Topics.OUTCOMES)
                .pipeInput(
                        touch.touch().lead().value(),
                        Topics.OUTCOMES.encode(new TouchOutcome.HandedOver(touch.touch(), null, now))));
    }

    @Test
    void what_is_heard_of_a_lead_that_never_comes_is_forgotten() {
        KeyValueStore<Bytes, byte[]> early = driver.getKeyValueStore(FollowUpProcessor.EARLY);
        for (int i = 0; i < 2_500; i++) {
            LeadId nobody = new LeadId("%026d".formatted(i));
            input(Topics.SIGNALS)
                    .pipeInput(nobody.value(), Topics.SIGNALS.encode(new Signal.Replied(nobody, null, now)));
        }
        driver.advanceWallClockTime(Duration.ofDays(29));
        assertThat(count(early)).isEqualTo(2_500);
        driver.advanceWallClockTime(Duration.ofDays(2));
        driver.advanceWallClockTime(Duration.ofMinutes(1));
        driver.advanceWallClockTime(Duration.ofMinutes(1));
        assertThat(count(early)).isZero();
    }

    private static int count(KeyValueStore<Bytes, byte[]> store) {
        int entries = 0;
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            for (; all.hasNext(); all.next()) {
                entries++;
            }
        }
        return entries;
    }

    @Test
    void an_orphan_is_counted_and_woken_again() {
        capture();
        KeyValueStore<Bytes, byte[]> due = driver.getKeyValueStore(FollowUpProcessor.DUE);
        try (KeyValueIterator<Bytes, byte[]> entries = due.all()) {
            due.delete(entries.next().key);
        }
        driver.advanceWallClockTime(TICK);
        assertThat(meters.get("seventouch.engine.orphans").gauge().value()).isEqualTo(1);
        now = wakeAt();
        driver.advanceWallClockTime(Duration.ofHours(2));
        assertThat(meters.get("seventouch.engine.orphans").gauge().value()).isZero();
    }

    private void capture() {
        input(Topics.LEADS).pipeInput(lead.id().value(), Topics.LEADS.encode(new LeadEvent.Captured(lead, now)));
    }

    private void advanceTo(Instant instant) {
        now = instant;
        driver.advanceWallClockTime(TICK);
    }

    private Instant wakeAt() {
        return enrollment().wakeAt().orElseThrow();
    }

    private Enrollment enrollment() {
        return driver.<String, Enrollment>getKeyValueStore(FollowUpProcessor.ENROLLMENTS)
                .get(lead.id().value());
    }

    private TestInputTopic<String, byte[]> input(Topic<?> topic) {
        return driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<String, byte[]> output(Topic<?> topic) {
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    private <V> List<V> readAll(Topic<V> topic) {
        return output(topic).readValuesToList().stream()
                .map(topic::decode)
                .map(decoded -> ((Decoded.Readable<V>) decoded).event())
                .toList();
    }

    private void answer(TouchOutcome outcome) {
        input(Topics.OUTCOMES).pipeInput(lead.id().value(), Topics.OUTCOMES.encode(outcome));
    }

    private static Backlog readWhen(BooleanSupplier read) {
        return new Backlog() {
            @Override
            public void read(TopicPartition topic, long offset) {}

            @Override
            public boolean isRead() {
                return read.getAsBoolean();
            }
        };
    }
}
