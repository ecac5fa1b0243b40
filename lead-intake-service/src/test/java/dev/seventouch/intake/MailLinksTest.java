package dev.seventouch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.signal.Signal.Visitor;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.wire.Topics;
import dev.seventouch.service.link.Link;
import dev.seventouch.service.link.Link.Purpose;
import dev.seventouch.service.link.LinkTokens;
import dev.seventouch.service.link.Links;
import dev.seventouch.service.store.SuppressionDocument;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Every link of a mail, followed by people, by scanners, and by those who try tokens. */
class MailLinksTest {
    private static final URI TARGET = URI.create("https://example.com/rates?a=1&b=%C3%A4");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CLIENTS = 20;
    private static final String[] FIREFOX = {
        "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    };

    static House house;

    @BeforeAll
    static void open(@TempDir Path directory) {
        house = new House(directory);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    // ---- clicks and opens

    @Test
    void a_click_leads_on_at_once_and_is_heard_of_once() {
        LeadId lead = captured("click@example.com");
        String path = observed(Purpose.CLICK, lead, Instant.now().minusSeconds(60));

        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = house.get(path, FIREFOX);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue(TARGET.toString());
        }

        await().atMost(SOON).until(() -> !signals(lead).isEmpty());
        assertThat(signals(lead)).singleElement().isInstanceOfSatisfying(Signal.Clicked.class, click -> {
            assertThat(click.touch()).isEqualTo(touch(lead));
            assertThat(click.link()).isEqualTo(TARGET.toString());
            assertThat(click.by()).isEqualTo(Visitor.PERSON);
        });
    }

    @Test
    void an_open_is_a_pixel_that_no_proxy_keeps() {
        LeadId lead = captured("open@example.com");

        HttpResponse<String> answer =
                house.get(observed(Purpose.OPEN, lead, Instant.now().minusSeconds(60)), FIREFOX);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/gif");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body()).startsWith("GIF89a");
        await().atMost(SOON).until(() -> !signals(lead).isEmpty());
        assertThat(signals(lead))
                .singleElement()
                .isInstanceOfSatisfying(
                        Signal.Opened.class, open -> assertThat(open.by()).isEqualTo(Visitor.PERSON));
    }

    @Test
    void what_comes_with_the_mail_is_a_scanner() {
        LeadId lead = captured("scanned@example.com");
        house.get(observed(Purpose.OPEN, lead, Instant.now()), FIREFOX);

        await().atMost(SOON).until(() -> !signals(lead).isEmpty());
        assertThat(signals(lead))
                .singleElement()
                .isInstanceOfSatisfying(
                        Signal.Opened.class, open -> assertThat(open.by()).isEqualTo(Visitor.SCANNER));
    }

    @Test
    void who_does_not_want_to_be_followed_is_led_on_and_not_noted() {
        LeadId quiet = captured("quiet@example.com");
        LeadId other = captured("other@example.com");
        for (String header : List.of("DNT", "Sec-GPC")) {
            HttpResponse<String> answer = house.get(
                    observed(Purpose.CLICK, quiet, Instant.now().minusSeconds(60)),
                    FIREFOX[0],
                    FIREFOX[1],
                    header,
                    "1");
            assertThat(answer.statusCode()).isEqualTo(302);
        }
        // A later one of somebody else: when it has been said, the earlier ones would have been.
        house.get(observed(Purpose.CLICK, other, Instant.now().minusSeconds(60)), FIREFOX);

        await().atMost(SOON).until(() -> !signals(other).isEmpty());
        assertThat(signals(quiet)).isEmpty();
    }

    // ---- the storm

    @Test
    void twenty_scanners_on_every_link_change_nothing_and_then_one_post_works() throws Exception {
        LeadId lead = captured("storm@example.com");
        List<String> paths = new ArrayList<>(
                Stream.of(Purpose.UNSUBSCRIBE, Purpose.READY_TO_BUY, Purpose.PREFERENCES, Purpose.CONFIRM)
                        .map(purpose -> plain(purpose, lead))
                        .toList());
        paths.add(observed(Purpose.CLICK, lead, Instant.now().minusSeconds(60)));
        paths.add(observed(Purpose.OPEN, lead, Instant.now().minusSeconds(60)));

        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> storms = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                storms.add(clients.submit(() -> {
                    for (String path : paths) {
                        assertThat(house.get(path, FIREFOX).statusCode())
                                .as(path)
                                .isIn(200, 302);
                        assertThat(house.send(house.request(path, FIREFOX).HEAD())
                                        .statusCode())
                                .as(path)
                                .isIn(200, 302);
                    }
                }));
            }
            for (Future<?> storm : storms) {
                storm.get();
            }
        }

        // The click is said last: whatever the storm caused has been said by then.
        await().atMost(SOON).until(() -> signals(lead).stream().anyMatch(Signal.Clicked.class::isInstance));
        assertThat(signals(lead))
                .allSatisfy(signal -> assertThat(signal).isInstanceOfAny(Signal.Clicked.class, Signal.Opened.class));
        assertThat(signals(lead))
                .filteredOn(Signal.Clicked.class::isInstance)
                .allMatch(click -> ((Signal.Clicked) click).by() == Visitor.SCANNER);
        assertThat(ledger(lead)).isNull();
        assertThat(house.events(Topics.LEADS, lead.value())).hasSize(1);

        assertThat(house.form(plain(Purpose.UNSUBSCRIBE, lead), "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(200);
        assertThat(signals(lead).getLast()).isInstanceOf(Signal.Unsubscribed.class);
        assertThat(ledger(lead)).isNotNull();
    }

    // ---- what others make of a link

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void what_a_gateway_appends_changes_nothing(Purpose purpose) {
        LeadId lead = captured("gateway-" + purpose.path() + "@example.com");
        String path = "/" + purpose.path() + "/"
                + house.links().tokens().seal(link(purpose, lead, Instant.now().minusSeconds(60)));

        assertThat(house.get(path + "?=1&utm_source=mail", FIREFOX).statusCode())
                .isEqualTo(house.get(path, FIREFOX).statusCode());
    }

    // ---- tokens

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void an_altered_or_foreign_token_gets_the_same_friendly_answer_and_changes_nothing(Purpose purpose) {
        LeadId lead = captured("token-" + purpose.path() + "@example.com");
        Link link = link(purpose, lead, Instant.now().minusSeconds(60));
        String token = house.links().tokens().seal(link);
        String foreign = new LinkTokens(List.of("the key of another house")).seal(link);
        String path = "/" + purpose.path() + "/";
        HttpResponse<String> usual = house.get(path + "x", FIREFOX);

        for (int i = 0; i < token.length(); i += 7) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            sameAsUsual(usual, path + token.substring(0, i) + other + token.substring(i + 1), purpose);
        }
        Stream.of(foreign, token.substring(1), token + "A", token.substring(0, 43))
                .forEach(bad -> sameAsUsual(usual, path + bad, purpose));
        for (Purpose other : Purpose.values()) {
            if (other != purpose) {
                sameAsUsual(usual, path + house.links().tokens().seal(link(other, lead, Instant.now())), purpose);
            }
        }
        assertThat(usual.body()).doesNotContain("example.com");
        assertThat(signals(lead)).isEmpty();
        assertThat(ledger(lead)).isNull();
    }

    private static void sameAsUsual(HttpResponse<String> usual, String path, Purpose purpose) {
        List<HttpResponse<String>> answers = new ArrayList<>(List.of(house.get(path, FIREFOX)));
        if (purpose != Purpose.CLICK && purpose != Purpose.OPEN) {
            answers.add(house.form(path, "List-Unsubscribe=One-Click&stop=yes", FIREFOX));
        }
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).as(path).isEqualTo(purpose == Purpose.OPEN ? 200 : 404);
            assertThat(answer.body()).as(path).isEqualTo(usual.body());
            assertThat(answer.headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void a_click_or_an_open_is_not_posted() {
        LeadId lead = captured("posted@example.com");
        for (Purpose purpose : List.of(Purpose.CLICK, Purpose.OPEN)) {
            HttpRequest.Builder post = house.request(observed(purpose, lead, Instant.now()), FIREFOX)
                    .POST(BodyPublishers.noBody());
            assertThat(house.send(post).statusCode()).isEqualTo(405);
        }
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void links_of_an_older_key_work_for_as_long_as_it_is_listed(Purpose purpose) {
        LeadId lead = captured("rotated-" + purpose.path() + "@example.com");
        Links before = new Links(URI.create("http://localhost"), new LinkTokens(List.of(House.OLDER_LINK_KEY)));
        Links dropped = new Links(URI.create("http://localhost"), new LinkTokens(List.of("a key that was dropped")));
        Link link = link(purpose, lead, Instant.now().minusSeconds(60));
        boolean pixel = purpose == Purpose.OPEN;

        assertThat(house.get(house.at(before.addressOf(link)), FIREFOX).statusCode())
                .isEqualTo(purpose == Purpose.CLICK ? 302 : 200);
        assertThat(house.get(house.at(dropped.addressOf(link)), FIREFOX).statusCode())
                .isEqualTo(pixel ? 200 : 404);
        assertThat(house.links().addressOf(link)).isNotEqualTo(before.addressOf(link));
    }

    // ---- helpers

    private static String plain(Purpose purpose, LeadId lead) {
        return house.at(house.links().addressOf(new Link(purpose, lead, touch(lead))));
    }

    private static String observed(Purpose purpose, LeadId lead, Instant sentAt) {
        return house.at(house.links().addressOf(link(purpose, lead, sentAt)));
    }

    private static Link link(Purpose purpose, LeadId lead, Instant sentAt) {
        TouchId touch = touch(lead);
        return switch (purpose) {
            case CLICK -> new Link(purpose, lead, touch, new Link.Trail(sentAt, TARGET));
            case OPEN -> new Link(purpose, lead, touch, new Link.Trail(sentAt, null));
            case UNSUBSCRIBE, READY_TO_BUY, PREFERENCES, CONFIRM -> new Link(purpose, lead, touch);
        };
    }

    private static TouchId touch(LeadId lead) {
        return TouchId.of(EnrollmentId.of(lead, "website", 1), "welcome", 1);
    }

    private static List<Signal> signals(LeadId lead) {
        return house.events(Topics.SIGNALS, lead.value());
    }

    private static SuppressionDocument ledger(LeadId lead) {
        return SuppressionDocument.in(house.intake.getBean(MongoClient.class))
                .find(Filters.eq("_id", lead.value()))
                .first();
    }

    private static LeadId captured(String email) {
        HttpResponse<String> answer = house.json("/api/v1/leads", "{\"email\":\"" + email + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return new LeadId(
                JsonMapper.shared().readTree(answer.body()).get("leadId").asString());
    }
}
