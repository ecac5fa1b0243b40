package dev.seventouch.mailer.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seventouch.mailer.delivery.Handover.Answer;
import dev.seventouch.mailer.delivery.Handover.Prospect;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A recipients' domain that is slow, or refuses, or may get only so much, holds up nobody else. */
@Timeout(60)
class RecipientDomainsTest {

    private static final Duration HOLD = Duration.ofMinutes(1);
    private static final Duration SLOW_AFTER = Duration.ofSeconds(4);

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
    void the_others_go_while_one_domain_is_slow_and_one_refuses_everything() throws Exception {
        int mails = 200;
        relay.slow("@slow.example", 6000).answeringLine("@refuses.example", "421 4.7.0 go away");
        try (EmailHandover email = email(limits(4, 0, Duration.ofSeconds(20)))) {
            // A busy machine that has sent nothing yet is slow itself.
            assertThat(SideBySide.all(4, number -> send(email, mails + number, "good.example")))
                    .allMatch(Answer.Taken.class::isInstance);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<CompletableFuture<Answer>> hindering = new ArrayList<>();
                for (int number = 1; number <= mails; number++) {
                    int one = number;
                    hindering.add(CompletableFuture.supplyAsync(() -> send(email, one, "slow.example"), threads));
                    hindering.add(CompletableFuture.supplyAsync(() -> send(email, one, "refuses.example"), threads));
                }
                // None waits for the slow ones, which together would take minutes, for longer than it waits for its
                // turn.
                assertThat(SideBySide.all(mails, number -> send(email, number, "good.example")))
                        .allMatch(Answer.Taken.class::isInstance);
                hindering.forEach(CompletableFuture::join);
            }
        }
        assertThat(rcptTo("refuses.example")).isLessThan(10);
    }

    @Test
    void nothing_is_written_for_a_domain_that_is_shut_and_nobody_waits_for_one_that_is_slow() throws Exception {
        relay.slow("@slow.example", 300).answeringLine("@held.example", "421 4.7.0 too many from you");
        try (EmailHandover email = email(limits(4, 0, Duration.ofSeconds(1)))) {
            assertThat(prospect(email, 1, "slow.example")).isInstanceOf(Prospect.Usual.class);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var first = CompletableFuture.supplyAsync(() -> send(email, 1, "slow.example"), threads);
                await().atMost(Duration.ofSeconds(10)).until(() -> rcptTo("slow.example") == 1);
                passes(Duration.ofSeconds(30));
                assertThat(first.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.Taken.class);
            }
            assertThat(prospect(email, 2, "slow.example")).isInstanceOf(Prospect.Slow.class);
            assertThat(prospect(email, 3, "slow.example"))
                    .as("one goes ahead")
                    .isInstanceOfSatisfying(
                            Prospect.Shut.class,
                            shut -> assertThat(shut.answer())
                                    .isInstanceOfSatisfying(
                                            Answer.NotNow.class,
                                            later -> assertThat(later.why()).isEqualTo("its domain is slow")));
            passes(SLOW_AFTER.plusSeconds(1));
            assertThat(prospect(email, 4, "slow.example"))
                    .as("the one before never came")
                    .isInstanceOf(Prospect.Slow.class);

            notNow(email, 5, "held.example");
            assertThat(prospect(email, 6, "held.example")).isInstanceOf(Prospect.Shut.class);
            assertThat(prospect(email, 7, "other.example")).isInstanceOf(Prospect.Usual.class);
        }
    }

    private static Prospect prospect(EmailHandover email, int number, String domain) {
        return email.prospect(Mails.parcel(number, domain).due(), false);
    }

    /** Time goes by without anybody waiting for it. */
    private void passes(Duration time) {
        skipped.addAndGet(time.toNanos());
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
                new DomainLimits.Limit(connections, perMinute, null),
                Map.of(),
                SLOW_AFTER,
                queue,
                Duration.ofMinutes(1),
                HOLD,
                Duration.ofHours(1),
                Duration.ofHours(1));
    }
}
