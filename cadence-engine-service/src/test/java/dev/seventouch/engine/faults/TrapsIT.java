package dev.seventouch.engine.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent.Due;
import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that have stopped stream engines before. */
class TrapsIT {
    private static final Duration SOON = Duration.ofMinutes(1);

    private static House house;
    private static Engine engine;
    private static Writer writer;
    private static Definitions definitions;
    private static Touches touches;
    private static int leads;

    @BeforeAll
    static void start() throws Exception {
        house = House.open("traps", Plans.TWO_MAILS);
        try {
            writer = new Writer(house.broker());
            definitions = new Definitions(writer);
            touches = new Touches(house.broker());
            engine = house.startEngine("engine-1");
        } catch (AssertionError e) {
            stop();
            throw e;
        }
    }

    @AfterAll
    static void stop() {
        writer.close();
        touches.close();
        house.close();
    }

    /** In minutes from now; a broker refuses what is stamped more than an hour ahead. */
    @ParameterizedTest
    @ValueSource(longs = {-25 * 365 * 24 * 60, -8 * 24 * 60, 59})
    void the_time_that_a_record_is_stamped_with_changes_nothing(long minutes) {
        Instant stamp = Instant.now().plus(Duration.ofMinutes(minutes));
        Instant began = Instant.now().minusSeconds(60);
        LeadId lead = Leads.id(leads);

        writer.say(Topics.LEADS, Leads.captured(leads++, Instant.now()), stamp);
        Due first = touch(lead, due -> due.attempt() == 1);
        writer.say(
                Topics.OUTCOMES,
                new TouchOutcome.Deferred(first.touch(), Instant.now().plusSeconds(1), "busy", Instant.now()),
                stamp);
        touch(lead, due -> due.attempt() == 2);
        writer.say(Topics.SIGNALS, new Signal.ReadyToBuy(lead, null, Instant.now()), stamp);
        touch(lead, due -> due.to() == Recipient.OWNER);

        // What is stamped long ago is deleted before anybody has read it.
        assertThat(touches.seen())
                .filteredOn(seen -> seen.due().touch().lead().equals(lead))
                .allSatisfy(seen -> assertThat(seen.stamp()).isBetween(began, Instant.now()));
    }

    @Test
    void what_cant_be_read_stops_neither_the_engine_nor_its_restart() {
        unreadableCadences();
        unreadableItems();
        unreadableEvents();
        goesOn("before");

        engine.stop();
        engine.start();
        engine.awaitUp();
        goesOn("after");
    }

    private static void unreadableCadences() {
        definitions.cadence("broken", 1, "steps: [");
        definitions.cadence("deep", 1, "[".repeat(100_000));
        definitions.cadence("", -1, "");
        definitions.cadences("other@1", "{\"type\":\"cadence.renamed\"}".getBytes(UTF_8));
        definitions.cadences("null@1", "null".getBytes(UTF_8));
        definitions.cadences("noise@1", noise());
        definitions.cadences("nothing@1", new byte[0]);
        definitions.cadences("gone@1", null);
    }

    private static void unreadableItems() {
        definitions.library("noise", noise());
        definitions.library("deep", "[".repeat(100_000).getBytes(UTF_8));
        definitions.library("bare", "{\"type\":\"library.item-published\"}".getBytes(UTF_8));
        definitions.library("odd", "{\"type\":\"library.item-published\",\"item\":{\"topics\":7}}".getBytes(UTF_8));
        definitions.library("nothing", new byte[0]);
        definitions.library("gone", null);
    }

    private static void unreadableEvents() {
        writer.write(new ProducerRecord<>(Topics.LEADS.name(), "noise", noise()));
        writer.write(new ProducerRecord<>(Topics.LEADS.name(), "gone", null));
        writer.write(new ProducerRecord<>(Topics.SIGNALS.name(), null, noise()));
        writer.write(new ProducerRecord<>(Topics.SIGNALS.name(), null, null));
        writer.write(new ProducerRecord<>(Topics.OUTCOMES.name(), "noise", noise()));
        writer.awaitAcknowledged();
    }

    /** Leads are touched, and what is published from now on is heard of. */
    private static void goesOn(String when) {
        touched(capture("website"));

        definitions.item("item-" + when, "topic-" + when);
        definitions.cadence("news-first", when.equals("before") ? 1 : 2, newsFirst("topic-" + when));
        await("what was published is followed")
                .atMost(SOON)
                .until(() -> ("item-" + when)
                        .equals(touched(capture("reader")).content().item()));
    }

    private static String newsFirst(String topic) {
        return """
                id: news-first
                for: { source: [reader] }
                time: { days: mon-sun, hours: "00:00-23:59", fallback: UTC }
                steps:
                  - { key: news, email: { from: library, topics: [%s] } }
                then:
                  - { key: later, every: 30d, email: { from: library } }
                """.formatted(topic);
    }

    @Test
    void a_version_that_cant_be_read_leaves_the_one_before_it_in_force() {
        definitions.cadence("in-force", 1, planFor("in-force", "friend"));
        definitions.cadence("in-force", 2, "for: nobody");
        definitions.cadence("the-last", 1, planFor("the-last", "neighbour"));
        awaitPublished("the-last");

        LeadId lead = capture("friend");
        assertThat(touched(lead).touch().enrollment().value()).isEqualTo(lead + ".in-force.1");
    }

    private static String planFor(String id, String source) {
        return Plans.TWO_MAILS
                .replace("two-mails", id)
                .replace("{ source: [website], otherwise: true }", "{ source: [%s] }".formatted(source));
    }

    private static void awaitPublished(String cadence) {
        await(cadence + " is published")
                .atMost(SOON)
                .ignoreExceptions()
                .until(() -> engine.get("/api/v1/cadences/" + cadence).statusCode() == 200);
    }

    private static LeadId capture(String source) {
        int number = leads++;
        writer.say(Topics.LEADS, Leads.captured(number, source, Instant.now()));
        return Leads.id(number);
    }

    private static Due touched(LeadId lead) {
        return touch(lead, _ -> true);
    }

    private static Due touch(LeadId lead, Predicate<Due> is) {
        Predicate<Due> isIt = due -> due.touch().lead().equals(lead) && is.test(due);
        touches.readUntil(
                "a touch of " + lead, SOON, () -> touches.where(isIt).findAny().isPresent());
        return touches.where(isIt).findFirst().orElseThrow();
    }

    private static byte[] noise() {
        return new byte[] {0, (byte) 0xff, (byte) 0xfe, 'n', 'o', 'i', 's', 'e', (byte) 0x80};
    }
}
