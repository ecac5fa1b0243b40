package dev.seventouch.intake.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal.Visitor;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.service.link.Link;
import dev.seventouch.service.link.Link.Purpose;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScannersTest {
    private static final Instant SENT = Instant.parse("2026-03-12T11:00:00Z");
    private static final Scanners SCANNERS = new Scanners(Duration.ofSeconds(3));
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | GET  | Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "false | GET  | Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
                "false | GET  | Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Microsoft Outlook 16.0)",
                "false | GET  | Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
                "true  | HEAD | Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "true  | GET  | Mozilla/5.0",
                "true  | GET  | ''",
                "true  | GET  |",
                "true  | GET  | curl/8.14.1",
                "true  | GET  | python-requests/2.32.3",
                "true  | GET  | Java-http-client/25",
                "true  | GET  | Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "true  | GET  | Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
                "true  | GET  | BarracudaCentral/1.0",
            })
    void a_request_may_show_what_made_it(boolean scanner, String method, @Nullable String agent) {
        assertThat(Scanners.isShownBy(method, headers(Map.of(), agent))).isEqualTo(scanner);
    }

    @Test
    void what_a_browser_fetches_ahead_is_no_persons_click() {
        assertThat(Scanners.isShownBy("GET", headers(Map.of("Sec-Purpose", "prefetch;prerender"), FIREFOX)))
                .isTrue();
    }

    @Test
    void nobody_reads_faster_than_mail_travels() {
        assertThat(who(visit("a", 2_999))).isEqualTo(Visitor.SCANNER);
        assertThat(who(visit("a", 3_000))).isEqualTo(Visitor.PERSON);
    }

    @Test
    void whoever_asks_for_three_addresses_at_once_is_no_reader() {
        Visit first = visit("a", 60_000);
        Visit second = visit("b", 60_100);
        Visit stop = new Visit(new Link(Purpose.UNSUBSCRIBE, lead(), touch()), false, SENT.plusSeconds(61));
        Visit open = new Visit(
                new Link(Purpose.OPEN, lead(), touch(), new Link.Trail(SENT, null)), false, SENT.plusSeconds(61));

        assertThat(SCANNERS.whoMade(first, List.of(first, second, first, open))).isEqualTo(Visitor.PERSON);
        assertThat(SCANNERS.whoMade(first, List.of(first, second, stop))).isEqualTo(Visitor.SCANNER);
        assertThat(SCANNERS.whoMade(open, List.of(first, second, stop, open)))
                .as("the reader may have it open at the same time")
                .isEqualTo(Visitor.PERSON);
    }

    private static Visitor who(Visit visit) {
        return SCANNERS.whoMade(visit, List.of(visit));
    }

    private static Visit visit(String path, long millisAfter) {
        Link.Trail trail = new Link.Trail(SENT, URI.create("https://example.com/" + path));
        return new Visit(new Link(Purpose.CLICK, lead(), touch(), trail), false, SENT.plusMillis(millisAfter));
    }

    private static java.util.function.Function<String, @Nullable String> headers(
            Map<String, String> others, @Nullable String agent) {
        return name -> name.equals("User-Agent") ? agent : others.get(name);
    }

    private static LeadId lead() {
        return new LeadId("0".repeat(26));
    }

    private static TouchId touch() {
        return new TouchId("0".repeat(32));
    }
}
