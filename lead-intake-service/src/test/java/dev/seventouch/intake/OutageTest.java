package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.link.Link;
import dev.seventouch.service.store.SuppressionDocument;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered while something is away: never a 2xx for what could not be kept. */
class OutageTest {
    private static final LeadId ADA = new LeadId("a".repeat(26));
    private static final TouchId TOUCH = new TouchId("0".repeat(32));

    @TempDir
    Path directory;

    @Test
    void without_the_log_all_is_accepted_and_a_stop_is_in_the_ledger() {
        try (House house = new House(directory)) {
            house.stopBroker();

            assertThat(house.json("/api/v1/leads", "{\"email\":\"a@example.com\"}")
                            .statusCode())
                    .isEqualTo(202);
            assertThat(house.form("/forms/website", "email=b@example.com").statusCode())
                    .isEqualTo(303);
            assertThat(stop(house).statusCode()).isEqualTo(200);
            assertThat(SuppressionDocument.in(house.intake.getBean(MongoClient.class))
                            .find(Filters.eq("_id", ADA.value()))
                            .first())
                    .isNotNull();
        }
    }

    @Test
    void without_the_store_a_lead_is_still_taken_and_a_stop_is_said_but_not_acknowledged() {
        try (House house = new House(directory)) {
            house.store.close();

            HttpResponse<String> lead = house.json("/api/v1/leads", "{\"email\":\"a@example.com\"}");
            assertThat(lead.statusCode()).isEqualTo(202);
            assertThat(house.form("/forms/website", "email=b@example.com&seventouch-entry=x")
                            .statusCode())
                    .as("better twice than not at all")
                    .isEqualTo(303);
            assertUnavailable(stop(house), "text/html");
            // What can't be noted must not be done.
            assertUnavailable(
                    house.send(house.request("/api/v1/leads/" + ADA, "Authorization", "Bearer " + House.KEY)
                            .DELETE()),
                    "application/problem+json");
            assertThat(house.records(Topics.LEADS)).noneMatch(event -> event.value() == null);
            assertThat(house.events(Topics.SIGNALS, ADA.value()))
                    .isNotEmpty()
                    .allMatch(Signal.Unsubscribed.class::isInstance);
            assertUnavailable(
                    house.json("/api/v1/leads/" + ADA + "/signals", "{\"type\":\"replied\"}"),
                    "application/problem+json");
        }
    }

    @Test
    void without_log_and_store_nothing_is_accepted() {
        try (House house = new House(directory)) {
            house.stopBroker();
            house.store.close();

            assertUnavailable(house.json("/api/v1/leads", "{\"email\":\"a@example.com\"}"), "application/problem+json");
            assertUnavailable(house.form("/forms/website", "email=a@example.com"), "application/problem+json");
            assertUnavailable(house.form("/forms/website", "email=a@example.com", "Accept", "text/html"), "text/html");
            assertUnavailable(stop(house), "text/html");
        }
    }

    private static HttpResponse<String> stop(House house) {
        return house.form(
                house.at(house.links().addressOf(new Link(Link.Purpose.UNSUBSCRIBE, ADA, TOUCH))),
                "List-Unsubscribe=One-Click");
    }

    private static void assertUnavailable(HttpResponse<String> answer, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }
}
