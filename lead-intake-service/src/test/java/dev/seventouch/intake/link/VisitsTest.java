package dev.seventouch.intake.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.signal.Signal.Visitor;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.intake.signal.SignalLog;
import dev.seventouch.intake.signal.Signals;
import dev.seventouch.service.link.Link;
import dev.seventouch.service.link.Link.Purpose;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class VisitsTest {
    private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final LeadId ADA = new LeadId("a".repeat(26));
    private static final TouchId MAIL = TouchId.of(EnrollmentId.of(ADA, "website", 1), "welcome", 1);

    private final List<Signal> said = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> wall = new AtomicReference<>(NOON);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Visits visits = new Visits(
            new Signals(null, null, null, log(), () -> NOON, meters),
            () -> NOON,
            wall::get,
            Duration.ofSeconds(5),
            Duration.ofSeconds(3),
            meters);

    private SignalLog log() {
        return new SignalLog() {
            @Override
            public void say(Signal signal) {
                throw new AssertionError("nothing waits for what only scores");
            }

            @Override
            public void sayAtOnce(Signal signal) {
                said.add(signal);
            }
        };
    }

    @AfterEach
    void close() {
        visits.close();
    }

    @Test
    void what_comes_right_behind_a_burst_belongs_to_it_and_what_comes_later_does_not() {
        click(0, 1, 2);
        later();
        await().atMost(SOON).until(() -> said.size() == 3);
        click(3);
        later();
        await().atMost(SOON).until(() -> said.size() == 4);
        assertThat(by()).containsOnly(Visitor.SCANNER);

        later();
        await().atMost(SOON).until(() -> waiting() == 0);
        click(4);
        later();
        await().atMost(SOON).until(() -> said.size() == 5);
        assertThat(by().getLast()).isEqualTo(Visitor.PERSON);
    }

    @Test
    void two_links_one_after_the_other_are_a_reader_and_leave_nothing_behind() {
        click(0, 1);
        later();
        await().atMost(SOON).until(() -> said.size() == 2 && waiting() == 0);
        click(2, 3);
        later();
        await().atMost(SOON).until(() -> said.size() == 4);
        assertThat(by()).containsOnly(Visitor.PERSON);
    }

    private List<Visitor> by() {
        return said.stream().map(signal -> ((Signal.Clicked) signal).by()).toList();
    }

    private double waiting() {
        return meters.get("seventouch.intake.visits.waiting").gauge().value();
    }

    private void later() {
        wall.updateAndGet(now -> now.plusSeconds(6));
    }

    private void click(int... links) {
        for (int link : links) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", "/c/x");
            request.addHeader("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
            URI target = URI.create("https://example.com/" + link);
            visits.note(new Link(Purpose.CLICK, ADA, MAIL, new Link.Trail(NOON.minusSeconds(60), target)), request);
        }
    }
}
