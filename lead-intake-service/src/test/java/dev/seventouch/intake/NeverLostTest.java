package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.wire.Decoded;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.intake.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A real broker is taken away and comes back while leads come in: each 2xx is on its topic, in the order of its lead. */
class NeverLostTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SENDERS = 6;
    private static final int LEADS_EACH = 4;

    @TempDir
    Path directory;

    private final Map<String, List<Integer>> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();

    @Test
    void all_that_was_accepted_while_the_broker_was_away_is_there_afterwards_in_order() throws Exception {
        try (House house = new House(directory);
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sending = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                int number = sender;
                sending.add(senders.submit(() -> send(house, number)));
            }
            awaitMoreAnswers(50);
            house.stopBroker();
            awaitMoreAnswers(100);
            await().atMost(PATIENCE).until(() -> gauge(house, "seventouch.intake.outbox.waiting") > 0);
            assertThat(gauge(house, "seventouch.intake.outbox.age")).isPositive();
            house.startBroker();
            awaitMoreAnswers(100);
            enough.set(true);
            for (Future<?> each : sending) {
                each.get(); // each answer was a 202, or this throws
            }
            awaitEmpty(house);
            await().atMost(PATIENCE).until(() -> gauge(house, "seventouch.intake.outbox.waiting") == 0);

            assertThat(numbersOnTheLog(house)).isEqualTo(accepted);
        }
    }

    @Test
    void what_waits_outlives_a_restart_and_later_events_of_its_lead_queue_behind_it() {
        try (House house = new House(directory)) {
            house.stopBroker();
            LeadId ada = capture(house, "ada@example.com", 1);
            assertThat(house.json("/api/v1/leads/" + ada + "/signals", "{\"type\":\"replied\"}")
                            .statusCode())
                    .isEqualTo(202);
            capture(house, "ada@example.com", 2);
            assertThat(outbox(house).waiting(List.of(ada))).isEqualTo(Map.of(ada, 3));
            assertThat(outbox(house).oldest(10).getFirst().events())
                    .extracting(each -> each.event().topic())
                    .containsExactly("leads", "signals", "leads");

            house.intake.close();
            house.startIntake(); // the broker is still away
            capture(house, "ada@example.com", 3);
            LeadId grace = capture(house, "grace@example.com", 1);
            house.startBroker();
            awaitEmpty(house);

            assertThat(numbersOnTheLog(house))
                    .isEqualTo(Map.of(ada.value(), List.of(1, 2, 3), grace.value(), List.of(1)));
            assertThat(house.events(Topics.SIGNALS, ada.value())).hasOnlyElementsOfType(Signal.Replied.class);
        }
    }

    @Test
    void an_erasure_goes_behind_what_waits_of_its_lead() {
        try (House house = new House(directory)) {
            house.stopBroker();
            LeadId ada = capture(house, "ada@example.com", 1);
            HttpResponse<String> asked = house.delete("/api/v1/leads/" + ada);
            assertThat(asked.statusCode()).as("it waits for the log").isEqualTo(202);
            house.startBroker();
            awaitEmpty(house);

            assertThat(house.events(Topics.LEADS, ada.value()).getLast()).isNull();
            String status = asked.headers().firstValue("Location").orElseThrow();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(house.operatorGet(status).body()).contains("\"state\":\"done\""));
            assertThat(house.operatorGet("/api/v1/leads/" + ada).statusCode()).isEqualTo(404);
        }
    }

    /** One lead after the other, again and again, each with a number that grows. */
    private void send(House house, int sender) {
        for (int number = 1; !enough.get(); number++) {
            String email = "lead" + sender + "." + number % LEADS_EACH + "@example.com";
            LeadId lead = capture(house, email, number);
            accepted.computeIfAbsent(lead.value(), _ -> new ArrayList<>()).add(number);
            answers.incrementAndGet();
        }
    }

    private static LeadId capture(House house, String email, int number) {
        HttpResponse<String> answer = house.json(
                "/api/v1/leads", "{\"email\":\"%s\",\"attributes\":{\"number\":\"%d\"}}".formatted(email, number));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return new LeadId(JSON.readTree(answer.body()).get("leadId").asString());
    }

    private void awaitMoreAnswers(int more) {
        int before = answers.get();
        await().atMost(PATIENCE).until(() -> answers.get() >= before + more);
    }

    private static Outbox outbox(House house) {
        return house.intake.getBean(Outbox.class);
    }

    private static void awaitEmpty(House house) {
        await().atMost(PATIENCE).until(() -> outbox(house).backlog().leads() == 0);
    }

    private static double gauge(House house, String name) {
        return house.intake.getBean(MeterRegistry.class).get(name).gauge().value();
    }

    /** By lead; the same event once more right after itself counts once, as it does for whoever reads the topic. */
    private static Map<String, List<Integer>> numbersOnTheLog(House house) {
        Map<String, List<Integer>> numbers = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : house.records(Topics.LEADS)) {
            if (!(Topics.LEADS.decode(record.value()) instanceof Decoded.Readable<LeadEvent>(var event))) {
                throw new AssertionError("unreadable");
            }
            List<Integer> ofLead = numbers.computeIfAbsent(record.key(), _ -> new ArrayList<>());
            Integer number = Integer.valueOf(event.lead().attributes().get("number"));
            if (ofLead.isEmpty() || !ofLead.getLast().equals(number)) {
                ofLead.add(number);
            }
        }
        return numbers;
    }
}
