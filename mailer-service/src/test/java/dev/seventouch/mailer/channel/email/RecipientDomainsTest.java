package dev.seventouch.mailer.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.mailer.delivery.Handover.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A recipients' domain that is slow, or refuses, or may get only so much, holds up nobody else. */
@Timeout(60)
class RecipientDomainsTest {

    private static final Duration HOLD = Duration.ofMinutes(1);

    private final ScriptedRelay relay = new ScriptedRelay();
    private final AtomicLong skipped = new AtomicLong();

    @AfterEach
    void close() throws IOException {
        relay.close();
    }

    @Test
    void a_domain_that_says_421_is_left_alone_and_longer_each_time_until_it_takes_mail_again() {
        relay.answeringLine("@held.example", "421 4.7.0 too many from you");
        try (EmailHandover email = email(limits(8, 0, Duration.ofSeconds(1)))) {
            assertThat(notNow(email, 1, "held.example").why()).contains("421");
            Answer.NotNow second = notNow(email, 2, "held.example");
            assertThat(second.why()).startsWith("its domain asked us to slow down");
            assertThat(second.pause()).isLessThanOrEqualTo(HOLD);
            // One after the other, not all at once, when it ends.
            assertThat(notNow(email, 3, "held.example").pause()).isGreaterThan(second.pause());
            assertThat(rcptTo("held.example")).isEqualTo(1);
            assertThat(send(email, 4, "other.example")).isInstanceOf(Answer.Taken.class);

            passes(HOLD.minusSeconds(10));
            assertThat(notNow(email, 20, "held.example").pause()).isLessThan(Duration.ofSeconds(11));
            assertThat(rcptTo("held.example")).isEqualTo(1);
            passes(Duration.ofSeconds(10));
            notNow(email, 5, "held.example");
            assertThat(rcptTo("held.example")).isEqualTo(2);
            assertThat(notNow(email, 6, "held.example").pause()).isGreaterThan(HOLD);

            relay.answeringLine("@held.example", "250 2.1.5 Ok");
            passes(HOLD.multipliedBy(2));
            assertThat(send(email, 7, "held.example")).isInstanceOf(Answer.Taken.class);
        }
    }

    @Test
    void a_grey_listed_address_is_not_yet_its_domain_but_five_in_a_row_are() {
        relay.answeringLine("@grey.example", "450 4.2.0 greylisted");
        try (EmailHandover email = email(limits(8, 0, Duration.ofSeconds(1)))) {
            for (int number = 1; number <= 5; number++) {
                assertThat(notNow(email, number, "grey.example").pause()).isNull();
            }
            assertThat(notNow(email, 6, "grey.example").why()).startsWith("its domain took none of the last mails");
            assertThat(rcptTo("grey.example")).isEqualTo(5);
        }
    }

    @Test
    void a_domain_that_refuses_our_set_up_is_paused_at_once() {
        relay.answeringLine("@strict.example", "550 5.7.515 access denied, the sender fails authentication");
        try (EmailHandover email = email(limits(8, 0, Duration.ofSeconds(1)))) {
            assertThat(send(email, 1, "strict.example")).isInstanceOf(Answer.Never.class);
            Answer.NotNow next = notNow(email, 2, "strict.example");
            assertThat(next.why()).startsWith("its domain refuses our set-up");
            assertThat(next.pause()).isGreaterThan(Duration.ofMinutes(59));
        }
    }

    @Test
    void a_domain_gets_no_more_a_minute_than_it_may_but_a_first_touch_goes() throws Exception {
        try (EmailHandover email = email(limits(8, 60, Duration.ofSeconds(1)))) {
            List<Answer> answers = SideBySide.all(20, number -> send(email, number, "small.example"));
            // Ten at once, and one a second while somebody waits for it.
            assertThat(answers.stream().filter(Answer.Taken.class::isInstance)).hasSizeBetween(10, 12);
            assertThat(email.handOver(Mails.first(Mails.parcel(99, "small.example")), () -> true))
                    .isInstanceOf(Answer.Taken.class);
            assertThat(send(email, 100, "other.example")).isInstanceOf(Answer.Taken.class);
        }
    }

    @Test
    void no_more_mails_go_to_a_domain_at_the_same_time_than_may() throws Exception {
        relay.slow("@few.example", 20);
        try (EmailHandover email = email(limits(2, 0, Duration.ofSeconds(20)))) {
            assertThat(SideBySide.all(12, number -> send(email, number, "few.example")))
                    .allMatch(Answer.Taken.class::isInstance);
        }
        assertThat(relay.connections).isLessThanOrEqualTo(2);
    }

    @Test
    void a_domain_that_never_answers_does_not_take_the_relay_from_the_others() {
        relay.answeringLine("@silent.example", ScriptedRelay.SILENCE);
        try (EmailHandover email = email(limits(8, 0, Duration.ofSeconds(1)))) {
            assertThat(send(email, 1, "silent.example")).isInstanceOf(Answer.NotNow.class);
            assertThat(send(email, 2, "good.example")).isInstanceOf(Answer.Taken.class);
        }
    }

    @Test
    void the_others_keep_their_rate_while_one_domain_is_slow_and_one_refuses_everything() throws Exception {
        int mails = 400;
        try (EmailHandover email = email(limits(4, 0, Duration.ofSeconds(20)))) {
            SideBySide.all(50, number -> send(email, number, "good.example")); // for the JIT
            long alone = nanos(() -> SideBySide.all(mails, number -> send(email, number, "good.example")));
            relay.slow("@slow.example", 3000).answeringLine("@refuses.example", "421 4.7.0 go away");
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<CompletableFuture<Answer>> hindering = new ArrayList<>();
                for (int number = 1; number <= 200; number++) {
                    int one = number;
                    hindering.add(CompletableFuture.supplyAsync(() -> send(email, one, "slow.example"), threads));
                    hindering.add(CompletableFuture.supplyAsync(() -> send(email, one, "refuses.example"), threads));
                }
                List<Answer> good = new ArrayList<>();
                long beside =
                        nanos(() -> good.addAll(SideBySide.all(mails, number -> send(email, number, "good.example"))));
                assertThat(good).hasSize(mails).allMatch(Answer.Taken.class::isInstance);
                // Generous, because other work runs on the machine; the slow ones by themselves would take minutes.
                assertThat(beside).isLessThan(3 * alone + Duration.ofSeconds(1).toNanos());
                hindering.forEach(CompletableFuture::join);
            }
        }
        assertThat(rcptTo("refuses.example")).isLessThan(10);
    }

    /** Time goes by without anybody waiting for it. */
    private void passes(Duration time) {
        skipped.addAndGet(time.toNanos());
    }

    private interface Work {
        void run() throws Exception;
    }

    private static long nanos(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }

    private long rcptTo(String domain) {
        return relay.commands.stream()
                .filter(command -> command.startsWith("RCPT") && command.contains("@" + domain))
                .count();
    }

    private static Answer.NotNow notNow(EmailHandover email, int number, String domain) {
        Answer answer = send(email, number, domain);
        assertThat(answer).isInstanceOf(Answer.NotNow.class);
        return (Answer.NotNow) answer;
    }

    private static Answer send(EmailHandover email, int number, String domain) {
        return email.handOver(Mails.parcel(number, domain), () -> true);
    }

    private EmailHandover email(DomainLimits limits) {
        return Mails.handover(
                List.of(Mails.relay(relay.port(), Relay.Encryption.NEVER)),
                limits,
                () -> System.nanoTime() + skipped.get());
    }

    private static DomainLimits limits(int connections, int perMinute, Duration queue) {
        return new DomainLimits(
                new DomainLimits.Limit(connections, perMinute),
                Map.of(),
                Duration.ofSeconds(2),
                queue,
                Duration.ofMinutes(1),
                HOLD,
                Duration.ofHours(1),
                Duration.ofHours(1));
    }
}
