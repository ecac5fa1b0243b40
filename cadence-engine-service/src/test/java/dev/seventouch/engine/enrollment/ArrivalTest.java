package dev.seventouch.engine.enrollment;

import static dev.seventouch.engine.enrollment.Journey.ADA;
import static dev.seventouch.engine.enrollment.Journey.ADA_ID;
import static dev.seventouch.engine.enrollment.Journey.MONDAY_9AM;
import static dev.seventouch.engine.enrollment.Journey.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.cadence.Again;
import dev.seventouch.engine.cadence.Audience;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Entry;
import dev.seventouch.engine.cadence.OptIn;
import dev.seventouch.engine.cadence.Release;
import dev.seventouch.engine.cadence.Rules;
import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Dates;
import dev.seventouch.engine.policy.Rate;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How leads come onto a plan: once, again, confirmed, as customers. */
class ArrivalTest {
    private static final Cadence CUSTOMERS = new Cadence(
            new CadenceRef("customers", 1),
            new Entry(new Audience(Set.of(), false), Again.NEVER, OptIn.USUAL, "customers"),
            PLAN.cycle(),
            PLAN.rules(),
            List.of(
                    Journey.step("thanks", new Delay.Days(1), Journey.fixed(Channel.LETTER, "thanks")),
                    Journey.step("first-bill", new Delay.Days(30), Journey.fixed(Channel.EMAIL, "first-bill"))),
            PLAN.phases(),
            List.of());
    private static final Cadence SALES = withEntry(new Entry(
            PLAN.entry().audience(),
            new Again(Set.of(Ending.READY_TO_BUY), Duration.ofDays(90)),
            OptIn.USUAL,
            "customers"));

    private static Cadence withEntry(Entry entry) {
        return new Cadence(PLAN.ref(), entry, PLAN.cycle(), PLAN.rules(), PLAN.steps(), PLAN.phases(), PLAN.seasons());
    }

    private static Journey ofAda() {
        return new Journey(Journey.catalogue(CUSTOMERS, SALES)).tell(captured(MONDAY_9AM));
    }

    private static Input captured(Instant at) {
        return new Input.Captured(new LeadEvent.Captured(ADA, at, MONDAY_9AM, at, null));
    }

    @Nested
    class After_a_sale {

        @Test
        void a_lead_goes_on_among_the_customers_within_their_hours() {
            Journey ada = ofAda().lastIsHandedOver();
            Instant night = MONDAY_9AM.plus(Duration.ofHours(14));
            ada.at(night).tell(new Signal.Converted(ADA_ID, night));
            assertThat(ada.active().cadence().id()).isEqualTo("customers");
            assertThat(ada.active().id().value()).endsWith(".customers.2");
            assertThat(ada.touched).hasSize(1);
            assertThat(ada.next().place().key()).isEqualTo("thanks");
            assertThat(ada.next().dueAt().atZone(Journey.BERLIN).toLocalTime())
                    .isBetween(LocalTime.of(9, 0), LocalTime.of(17, 30));
        }

        @Test
        void what_was_had_and_forbidden_is_remembered() {
            Journey ada = ofAda().lastIsHandedOver();
            ada.tell(new Signal.Unsubscribed(ADA_ID, Set.of(Medium.POST), null, ada.now));
            ada.tell(new Signal.Converted(ADA_ID, ada.now));
            assertThat(ada.active().history().had()).contains("template:welcome");
            ada.wake();
            assertThat(ada.touched).hasSize(1);
            assertThat(ada.next().place().key()).isEqualTo("first-bill");
        }

        @Test
        void one_who_buys_again_stays() {
            Journey ada = ofAda().lastIsHandedOver().tell(new Signal.Converted(ADA_ID, MONDAY_9AM));
            Enrollment before = ada.enrollment;
            ada.tell(new Signal.Converted(ADA_ID, ada.now.plusSeconds(60)));
            assertThat(ada.enrollment).isEqualTo(before);
        }

        @Test
        void one_who_was_ready_goes_on_too() {
            Journey ada = ofAda().lastIsHandedOver().tell(new Signal.ReadyToBuy(ADA_ID, null, MONDAY_9AM));
            ada.tell(new Signal.Converted(ADA_ID, ada.now));
            assertThat(ada.active().cadence().id()).isEqualTo("customers");
        }
    }

    @Nested
    class Captured_again_after_an_end {

        @Test
        void a_stop_is_for_ever() {
            Journey ada = ofAda().lastIsHandedOver().tell(Signal.Unsubscribed.fromAll(ADA_ID, null, MONDAY_9AM));
            ada.at(MONDAY_9AM.plus(Duration.ofDays(400)));
            ada.tell(captured(ada.now));
            assertThat(ada.finished().ending()).isEqualTo(Ending.STOPPED);
            assertThat(ada.touched).hasSize(1);
        }

        @Test
        void not_even_by_way_of_a_readiness() {
            Journey ada = ofAda().lastIsHandedOver().tell(Signal.Unsubscribed.fromAll(ADA_ID, null, MONDAY_9AM));
            ada.at(ada.now.plusSeconds(60)).tell(new Signal.ReadyToBuy(ADA_ID, null, ada.now));
            ada.at(MONDAY_9AM.plus(Duration.ofDays(400))).tell(captured(ada.now));
            assertThat(ada.enrollment).isInstanceOf(Enrollment.Finished.class);
        }

        @Test
        void readiness_starts_anew_by_the_rule_and_is_greeted_again() {
            Journey ada = ofAda().lastIsHandedOver().tell(new Signal.ReadyToBuy(ADA_ID, null, MONDAY_9AM));
            ada.at(MONDAY_9AM.plus(Duration.ofDays(30))).tell(captured(ada.now));
            assertThat(ada.enrollment).isInstanceOf(Enrollment.Finished.class);
            ada.at(MONDAY_9AM.plus(Duration.ofDays(91))).tell(captured(ada.now));
            assertThat(ada.active().id().start()).isEqualTo(2);
            assertThat(ada.last().touch().step()).isEqualTo("welcome");
            assertThat(ada.last().content().template()).isEqualTo("welcome");
        }

        @Test
        void facts_alone_start_nobody() {
            Journey ada = ofAda().lastIsHandedOver().tell(new Signal.ReadyToBuy(ADA_ID, null, MONDAY_9AM));
            Instant later = MONDAY_9AM.plus(Duration.ofDays(100));
            ada.at(later).tell(new Input.Captured(new LeadEvent.Captured(ADA, later, MONDAY_9AM, MONDAY_9AM, null)));
            assertThat(ada.enrollment).isInstanceOf(Enrollment.Finished.class);
        }

        @Test
        void an_undeliverable_one_starts_anew_with_another_address() {
            Journey ada = new Journey(Journey.catalogue(SALES));
            ada.tell(new Input.Captured(new LeadEvent.Captured(onlyEmail("old@example.com"), MONDAY_9AM)));
            ada.tell(new Signal.Bounced(ADA_ID, Medium.EMAIL, true, "5.1.1", null, ada.now));
            assertThat(ada.finished().ending()).isEqualTo(Ending.UNDELIVERABLE);
            ada.at(ada.now.plusSeconds(60));
            ada.tell(new Input.Captured(new LeadEvent.Captured(onlyEmail("old@example.com"), ada.now)));
            assertThat(ada.enrollment).isInstanceOf(Enrollment.Finished.class);
            ada.at(ada.now.plusSeconds(60));
            ada.tell(new Input.Captured(new LeadEvent.Captured(onlyEmail("new@example.com"), ada.now)));
            assertThat(ada.active().id().start()).isEqualTo(2);
        }

        private static Lead onlyEmail(String address) {
            return new Lead(ADA_ID, Contact.ofEmail(address), new Origin("website", null, null), null, null, Map.of());
        }
    }

    @Nested
    class To_be_confirmed {
        private final Journey ada = new Journey(Journey.catalogue(CUSTOMERS, SALES))
                .tell(new Input.Captured(new LeadEvent.Captured(ADA, MONDAY_9AM, MONDAY_9AM, MONDAY_9AM, true)));

        @Test
        void only_the_request_goes_out_and_only_once() {
            assertThat(ada.last().content().template()).isEqualTo("please-confirm");
            ada.lastIsHandedOver();
            ada.at(MONDAY_9AM.plus(Duration.ofDays(2)));
            ada.tell(new Input.Captured(new LeadEvent.Captured(ADA, ada.now, MONDAY_9AM, ada.now, true)));
            ada.at(MONDAY_9AM.plus(Duration.ofDays(13))).tell(new Input.Woken());
            assertThat(ada.touched).hasSize(1);
        }

        @Test
        void confirmed_it_begins_at_once() {
            ada.lastIsHandedOver().at(MONDAY_9AM.plus(Duration.ofHours(12)));
            ada.tell(new Signal.Confirmed(ADA_ID, ada.now));
            assertThat(ada.last().touch().step()).isEqualTo("welcome");
            assertThat(ada.last().dueAt()).isEqualTo(ada.now);
        }

        @Test
        void not_confirmed_in_time_it_is_over_until_the_lead_comes_again() {
            ada.lastIsHandedOver().wake();
            assertThat(ada.finished().ending()).isEqualTo(Ending.UNCONFIRMED);
            ada.at(ada.now.plus(Duration.ofDays(1)));
            ada.tell(new Input.Captured(new LeadEvent.Captured(ADA, ada.now, MONDAY_9AM, ada.now, true)));
            assertThat(ada.enrollment).isInstanceOf(Enrollment.Unconfirmed.class);
            assertThat(ada.touched).hasSize(2);
            assertThat(ada.touched).extracting(due -> due.touch().id()).doesNotHaveDuplicates();
        }

        @Test
        void a_request_that_is_deferred_comes_again_under_its_id() {
            TouchEvent.Due request = ada.last();
            ada.tell(new TouchOutcome.Deferred(
                    request.touch(), ada.now.plus(Duration.ofMinutes(30)), "451 later", ada.now));
            ada.wake();
            assertThat(ada.last().touch().id()).isEqualTo(request.touch().id());
            assertThat(ada.last().attempt()).isEqualTo(2);
        }

        @Test
        void who_says_stop_instead_has_stopped() {
            ada.lastIsHandedOver().tell(Signal.Unsubscribed.fromAll(ADA_ID, null, ada.now));
            ada.tell(new Signal.Confirmed(ADA_ID, ada.now));
            assertThat(ada.finished().ending()).isEqualTo(Ending.STOPPED);
        }
    }

    /** These people never asked: their first touch keeps the hours, on their own clock. */
    @Nested
    class Let_out_at_a_rate {
        private static final Cadence LIST = new Cadence(
                PLAN.ref(),
                PLAN.entry(),
                PLAN.cycle(),
                new Rules(
                        new ContactTime(
                                PLAN.rules().time().hours(),
                                Journey.BERLIN,
                                List.of("de"),
                                List.of(new Dates.Yearly(MonthDay.of(12, 24), MonthDay.of(12, 31)))),
                        PLAN.rules().limits(),
                        new Release(new Rate(600, Duration.ofHours(1)), true),
                        PLAN.rules().waits(),
                        PLAN.rules().scoring()),
                PLAN.steps(),
                PLAN.phases(),
                List.of());

        private final Journey ada = new Journey(Journey.catalogue(LIST));

        @ParameterizedTest
        @CsvSource({
            "2026-11-02T07:59:00Z, 2026-11-02, within contact hours",
            "2026-11-02T18:00:00Z, 2026-11-03, within contact hours",
            "2026-11-01T11:00:00Z, 2026-11-02, within contact hours",
            "2026-12-23T20:00:00Z, 2027-01-04, within contact hours",
            "2026-12-30T11:00:00Z, 2027-01-04, within contact hours",
        })
        void outside_of_the_hours_it_waits_for_them(Instant captured, LocalDate day, String why) {
            ada.at(captured).tell(new Input.Captured(new LeadEvent.Captured(ADA, captured)));
            assertThat(ada.touched).isEmpty();
            ZonedDateTime due = ada.next().dueAt().atZone(Journey.BERLIN);
            assertThat(due.toLocalDate()).isEqualTo(day);
            assertThat(due.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(17, 30));
            assertThat(((Touch.Planned) ada.next()).why()).isEqualTo(why);
            ada.wake();
            assertThat(ada.last().touch().step()).isEqualTo("welcome");
        }

        @Test
        void within_the_hours_it_comes_at_once() {
            ada.tell(captured(MONDAY_9AM));
            assertThat(ada.last().dueAt()).isEqualTo(MONDAY_9AM);
            assertThat(ada.last().expiresAt()).isEqualTo(MONDAY_9AM.plus(Duration.ofMinutes(510)));
        }

        @Test
        void a_turn_after_hours_is_had_within_the_next() {
            Instant captured = MONDAY_9AM.minusSeconds(60);
            ada.at(captured).tell(new Input.Captured(new LeadEvent.Captured(ADA, captured)));
            Instant evening = MONDAY_9AM.plus(Duration.ofHours(9));
            ada.at(evening.minus(Duration.ofHours(1))).tell(new Input.Queued(evening));
            assertThat(ada.next().wakeAt())
                    .isEqualTo(ada.next().dueAt())
                    .isAfter(MONDAY_9AM.plus(Duration.ofHours(24)));
            ada.wake();
            assertThat(ada.last().touch().step()).isEqualTo("welcome");
        }

        @Test
        void what_is_deferred_into_the_night_comes_in_the_morning() {
            ada.tell(captured(MONDAY_9AM));
            Instant night = MONDAY_9AM.plus(Duration.ofHours(14));
            ada.tell(new TouchOutcome.Deferred(ada.last().touch(), night, "451 later", ada.now));
            assertThat(ada.next().dueAt()).isAfter(MONDAY_9AM.plus(Duration.ofHours(24)));
        }

        @Test
        void noticed_days_late_it_is_planned_anew_and_after_weeks_passed_over() {
            Instant captured = MONDAY_9AM.minusSeconds(60);
            ada.at(captured).tell(new Input.Captured(new LeadEvent.Captured(ADA, captured)));
            ada.at(MONDAY_9AM.plus(Duration.ofHours(40))).tell(new Input.Woken());
            assertThat(ada.touched).isEmpty();
            assertThat(ada.next().place().key()).isEqualTo("welcome");
            ada.at(MONDAY_9AM.plus(Duration.ofDays(20))).tell(new Input.Woken());
            assertThat(ada.next().place().key()).isEqualTo("call");
        }
    }
}
