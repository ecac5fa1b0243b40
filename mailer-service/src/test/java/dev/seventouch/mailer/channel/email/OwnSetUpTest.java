package dev.seventouch.mailer.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seventouch.mailer.delivery.Handover.Answer;
import dev.seventouch.mailer.delivery.RelayDays;
import dev.seventouch.mailer.delivery.Sending;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the house itself does to its mail: it warms relays up, and stops where its own set-up is refused. */
@Timeout(60)
class OwnSetUpTest {

    private static final LocalDate START = LocalDate.parse("2026-03-12"); // the day of Mails.NOON

    private final ScriptedRelay relay = new ScriptedRelay();
    private final ScriptedRelay other = new ScriptedRelay();
    private final Map<String, Long> counted = new ConcurrentHashMap<>();
    private final RelayDays days = (name, day, many) -> counted.merge(day + name, (long) many, Long::sum) - many;
    private Instant now = Mails.NOON;
    private final Sending sending = Mails.sending(() -> now);
    private int number;

    @AfterEach
    void close() throws IOException {
        relay.close();
        other.close();
    }

    @Test
    void a_relay_that_warms_up_gets_as_many_a_day_as_its_table_says() {
        try (EmailHandover email = email(warming(8, 100))) {
            assertThat(takenOf(email, 20, false)).as("a quarter is kept back").isEqualTo(6);
            assertThat(takenOf(email, 20, true)).as("for first touches").isEqualTo(2);
            assertThat(send(email, false)).isInstanceOfSatisfying(Answer.Held.class, held -> {
                assertThat(held.why()).contains("warm up");
                // 13 hours till midnight in UTC; it comes again after it, not given up and not all at once.
                assertThat(held.pause()).isBetween(Duration.ofHours(13), Duration.ofHours(14));
            });
            now = now.plus(Duration.ofDays(1));
            assertThat(takenOf(email, 120, false)).isEqualTo(75);
            now = now.plus(Duration.ofDays(1));
            assertThat(takenOf(email, 200, false)).as("after its table").isEqualTo(200);
        }
    }

    @Test
    void before_its_first_day_it_gets_none_and_the_next_relay_takes_over() {
        now = now.minus(Duration.ofDays(1));
        try (EmailHandover email = email(warming(8), Mails.relay(other.port(), Relay.Encryption.NEVER))) {
            assertThat(takenOf(email, 5, false)).isEqualTo(5);
            now = now.plus(Duration.ofDays(1));
            assertThat(takenOf(email, 10, false)).isEqualTo(10);
        }
        assertThat(relay.mails).hasSize(6);
        assertThat(other.mails).hasSize(9);
    }

    @Test
    void a_relay_that_is_away_for_a_moment_is_not_waited_for_till_tomorrow() throws IOException {
        Relay away = Mails.relay(other.port(), Relay.Encryption.NEVER);
        other.close();
        try (EmailHandover email = email(warming(1), away)) {
            assertThat(takenOf(email, 1, true)).isEqualTo(1);
            for (int i = 0; i < 2; i++) {
                assertThat(send(email, true))
                        .isInstanceOfSatisfying(
                                Answer.NotNow.class,
                                later -> assertThat(later.pause()).isEqualTo(Mails.LIMITS.comeAgain()));
            }
        }
    }

    @Test
    void what_is_refused_is_not_counted_and_all_mailers_count_together() {
        relay.answering("RCPT", "550 5.1.1 no such user");
        try (EmailHandover one = email(warming(200));
                EmailHandover another = email(warming(200))) {
            for (int i = 0; i < 300; i++) {
                assertThat(send(one, false)).isInstanceOf(Answer.Never.class);
            }
            relay.asUsual();
            assertThat(takenOf(one, 100, false) + takenOf(another, 100, false)).isBetween(140L, 150L);
        }
    }

    @Test
    void a_domain_that_warms_up_gets_as_many_a_day_as_its_table_says_and_the_others_any_number() {
        DomainLimits.Limit usual = new DomainLimits.Limit(8, 0, new WarmUp(START, List.of(4, 100)));
        DomainLimits.Limit later = new DomainLimits.Limit(8, 0, new WarmUp(START.plusDays(1), List.of(8)));
        DomainLimits.Limit known = new DomainLimits.Limit(8, 0, null);
        DomainLimits limits = new DomainLimits(
                usual,
                Map.of("later.example", later, "known.example", known),
                Mails.LIMITS.slowAfter(),
                Mails.LIMITS.queue(),
                Mails.LIMITS.comeAgain(),
                Mails.LIMITS.shortestHold(),
                Mails.LIMITS.longestHold(),
                Mails.LIMITS.policyHold());
        try (EmailHandover email = Mails.handover(List.of(), List.of(plain()), limits, days, sending, () -> now)) {
            assertThat(takenBy(email, "new.example", 10))
                    .as("a quarter is kept back")
                    .isEqualTo(3);
            assertThat(email.handOver(Mails.first(Mails.parcel(++number, "new.example")), () -> true))
                    .as("for first touches")
                    .isInstanceOf(Answer.Taken.class);
            assertThat(send(email, "new.example")).isInstanceOfSatisfying(Answer.Held.class, held -> {
                assertThat(held.why()).contains("its domain warms up");
                assertThat(held.pause()).isBetween(Duration.ofHours(13), Duration.ofHours(14));
            });
            assertThat(takenBy(email, "other.example", 10)).isEqualTo(3);
            assertThat(takenBy(email, "known.example", 10)).isEqualTo(10);
            assertThat(takenBy(email, "later.example", 10))
                    .as("before its first day")
                    .isZero();
            relay.answering("RCPT", "550 5.1.1 no such user");
            now = now.plus(Duration.ofDays(1));
            assertThat(takenBy(email, "later.example", 10)).isZero();
            relay.asUsual();
            assertThat(takenBy(email, "later.example", 10))
                    .as("what is refused is not counted")
                    .isEqualTo(6);
            assertThat(takenBy(email, "new.example", 100)).isEqualTo(75);
        }
    }

    @Test
    void a_relay_gets_no_more_a_minute_than_it_may_and_the_next_one_gets_the_rest() {
        try (EmailHandover email = email(Mails.relay(relay.port(), 1), plainOther())) {
            assertThat(takenOf(email, 15, false)).isEqualTo(15);
        }
        // Ten at once; the eleventh is the one that it may have begun with.
        assertThat(relay.mails).hasSize(11);
        assertThat(other.mails).hasSize(4);
    }

    @Test
    void over_the_last_relays_rate_mail_waits_a_little_or_is_held_and_a_first_touch_goes() {
        try (EmailHandover email = email(Mails.relay(relay.port(), 1))) {
            assertThat(takenOf(email, 11, false)).isEqualTo(11);
            assertThat(send(email, false)).isInstanceOfSatisfying(Answer.Held.class, held -> {
                assertThat(held.why()).contains("share of this minute");
                assertThat(held.pause()).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(2));
            });
            assertThat(send(email, true)).isInstanceOf(Answer.Taken.class);
        }
        AtomicLong ticks = new AtomicLong();
        Pace pace = new Pace(60, () -> ticks.getAndAdd(Duration.ofMillis(10).toNanos()));
        for (int mail = 0; mail < 11; mail++) {
            assertThat(pace.await(false, Duration.ZERO)).isZero();
        }
        assertThat(pace.await(false, Duration.ZERO)).isPositive().isLessThan(Duration.ofSeconds(1));
        long before = ticks.get();
        assertThat(pace.await(false, Duration.ofSeconds(10))).isZero();
        assertThat(ticks.get() - before).isGreaterThan(Duration.ofMillis(500).toNanos());
    }

    @Test
    void a_table_grows() {
        assertThatThrownBy(() -> new WarmUp(START, List.of(50, 40))).hasMessageContaining("40 mails on day 2");
        assertThatThrownBy(() -> new WarmUp(START, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"MAIL,550 5.7.1 your domain is not known here", "MAIL,553 5.1.8 no such sender"})
    void a_refused_sender_pauses_all_until_one_gets_through(String at, String reply) {
        relay.answering(at, reply);
        try (EmailHandover email = email(plain())) {
            assertThat(send(email, false)).isInstanceOf(Answer.Held.class);
            assertThat(paused().why()).contains(reply.substring(4, 9));
            int said = relay.commands.size();
            assertThat(send(email, true)).isInstanceOf(Answer.Held.class);
            assertThat(relay.commands).as("nobody is bothered meanwhile").hasSize(said);

            now = paused().until();
            assertThat(send(email, false)).isInstanceOf(Answer.Held.class);
            assertThat(relay.commands).as("one goes ahead").hasSizeGreaterThan(said);
            assertThat(paused().length()).as("twice as long").isEqualTo(Duration.ofMinutes(30));

            relay.asUsual();
            now = paused().until();
            assertThat(send(email, false)).isInstanceOf(Answer.Taken.class);
            assertThat(sending.paused()).isNull();
        }
    }

    @Test
    void while_one_goes_ahead_the_others_wait_for_what_becomes_of_it() {
        sending.refused("no");
        now = paused().until();
        assertThat(sending.wait(Duration.ofMinutes(1))).isNull();
        assertThat(sending.wait(Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));
        now = now.plus(Duration.ofMinutes(1)); // it came to nothing: nobody knows why
        assertThat(sending.wait(Duration.ofMinutes(1))).isNull();
    }

    @Test
    void the_operator_s_word_ends_a_pause() {
        relay.answering("MAIL", "550 5.7.1 no");
        try (EmailHandover email = email(plain())) {
            send(email, false);
            relay.asUsual();
            sending.resume();
            assertThat(send(email, false)).isInstanceOf(Answer.Taken.class);
        }
    }

    @Test
    void one_domain_that_refuses_our_set_up_is_its_own_matter_three_are_ours() {
        relay.answeringLine("@strict", "550 5.7.515 access denied, the sender fails authentication");
        try (EmailHandover email = email(plain())) {
            send(email, "strict1.example");
            send(email, "strict2.example");
            assertThat(send(email, "good.example")).isInstanceOf(Answer.Taken.class);
            send(email, "strict3.example");
            send(email, "strict4.example");
            assertThat(sending.paused()).as("a mail was taken in between").isNull();
            send(email, "strict5.example");
            assertThat(paused().why()).contains("several").contains("5.7.515");
            assertThat(send(email, "good.example")).isInstanceOf(Answer.Held.class);
        }
    }

    private Sending.Pause paused() {
        Sending.@Nullable Pause pause = sending.paused();
        assertThat(pause).isNotNull();
        return java.util.Objects.requireNonNull(pause);
    }

    private long takenOf(EmailHandover email, int mails, boolean first) {
        long taken = 0;
        for (int i = 0; i < mails; i++) {
            taken += send(email, first) instanceof Answer.Taken ? 1 : 0;
        }
        return taken;
    }

    private long takenBy(EmailHandover email, String domain, int mails) {
        long taken = 0;
        for (int i = 0; i < mails; i++) {
            taken += send(email, domain) instanceof Answer.Taken ? 1 : 0;
        }
        return taken;
    }

    private Answer send(EmailHandover email, boolean first) {
        var parcel = Mails.parcel(++number);
        return email.handOver(first ? Mails.first(parcel) : parcel, () -> true);
    }

    private Answer send(EmailHandover email, String domain) {
        return email.handOver(Mails.parcel(++number, domain), () -> true);
    }

    private Relay warming(Integer... table) {
        return Mails.relay(relay.port(), new WarmUp(START, List.of(table)));
    }

    private Relay plainOther() {
        return Mails.relay(other.port(), Relay.Encryption.NEVER);
    }

    private Relay plain() {
        return Mails.relay(relay.port(), Relay.Encryption.NEVER);
    }

    private EmailHandover email(Relay... relays) {
        return Mails.handover(List.of(), List.of(relays), Mails.LIMITS, days, sending, () -> now);
    }
}
