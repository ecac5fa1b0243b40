package dev.seventouch.engine.enrollment;

import static dev.seventouch.engine.enrollment.Journey.ADA_ID;
import static dev.seventouch.engine.enrollment.Journey.BERLIN;
import static dev.seventouch.engine.enrollment.Journey.MONDAY_9AM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.After;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Delay;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.cadence.Progress;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.cadence.Term;
import dev.seventouch.engine.cadence.Waits;
import dev.seventouch.engine.policy.Window;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.lead.Origin;
import dev.seventouch.events.lead.PostalAddress;
import dev.seventouch.events.library.LibraryItem;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.touch.TouchRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FollowUpTest {

    @Test
    void a_capture_is_answered_at_once() {
        Journey ada = Journey.ofAda();
        assertThat(ada.last().touch().step()).isEqualTo("welcome");
        assertThat(ada.last().dueAt()).isEqualTo(MONDAY_9AM);
    }

    @Test
    void a_capture_in_the_night_is_answered_at_once_too() {
        Instant night = Instant.parse("2026-11-01T02:00:00Z");
        Journey ada = new Journey().at(night);
        ada.tell(new Input.Captured(new LeadEvent.Captured(Journey.ADA, night)));
        assertThat(ada.touched).hasSize(1);
    }

    @Test
    void a_capture_from_long_ago_gets_no_first_touch_but_is_followed_up() {
        Journey ada = new Journey().at(MONDAY_9AM.plus(Duration.ofDays(30)));
        ada.tell(new Input.Captured(new LeadEvent.Captured(Journey.ADA, MONDAY_9AM)));
        assertThat(ada.touched).isEmpty();
        assertThat(ada.next().place().key()).isEqualTo("call");
    }

    @Test
    void nothing_follows_before_the_first_touch_is_handed_over() {
        Journey ada = Journey.ofAda();
        assertThat(ada.active().next()).isInstanceOf(Touch.InFlight.class);
        ada.lastIsHandedOver();
        assertThat(ada.next().place().key()).isEqualTo("call");
        assertThat(ada.next().dueAt().atZone(BERLIN).toLocalDate()).isEqualTo(LocalDate.parse("2026-11-03"));
    }

    @Test
    void steps_come_in_order_and_then_the_phases() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        for (int i = 0; i < 20; i++) {
            ada.wake().lastIsHandedOver();
        }
        assertThat(ada.touched.stream().map(due -> due.touch().step()).distinct())
                .containsExactly("welcome", "call", "letter", "first-year", "later");
    }

    @Test
    void no_content_comes_twice_and_a_dry_library_asks_a_person() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        for (int i = 0; i < 30; i++) {
            ada.wake().lastIsHandedOver();
        }
        List<String> content = ada.touched.stream()
                .map(due -> due.touch().content())
                .filter(java.util.Objects::nonNull)
                .toList();
        assertThat(content).doesNotHaveDuplicates().hasSize(2 + 14);
        TouchEvent.Due dry = ada.last();
        assertThat(dry.to()).isEqualTo(Recipient.OWNER);
        assertThat(dry.touch().channel()).isEqualTo(Channel.CALL);
    }

    @Test
    void a_touch_without_an_outcome_is_planned_anew_under_its_id() {
        Journey ada = Journey.ofAda().lastIsHandedOver().wake();
        TouchEvent.Due before = ada.last();
        ada.wake();
        assertThat(ada.next().place().key()).isEqualTo("call");
        ada.wake();
        assertThat(ada.last().touch().id()).isEqualTo(before.touch().id());
        assertThat(ada.last().attempt()).isEqualTo(2);
    }

    @Test
    void a_late_outcome_of_an_expired_touch_still_counts() {
        Journey ada = Journey.ofAda().lastIsHandedOver().wake();
        TouchEvent.Due call = ada.last();
        ada.wake().tell(new TouchOutcome.HandedOver(call.touch(), null, ada.now));
        assertThat(ada.next().place().key()).isEqualTo("letter");
    }

    @Test
    void a_touch_whose_moment_has_passed_is_planned_anew_instead_of_sent_late() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        Instant planned = ada.next().dueAt();
        ada.at(planned.plus(Duration.ofHours(10))).tell(new Input.Woken());
        assertThat(ada.touched).hasSize(1);
        assertThat(ada.next().dueAt().atZone(BERLIN).toLocalTime())
                .isBetween(java.time.LocalTime.of(9, 0), java.time.LocalTime.of(17, 30));
    }

    @Test
    void a_deferred_touch_comes_again_with_the_same_content() {
        Journey ada = Journey.ofAda();
        TouchEvent.Due welcome = ada.last();
        Instant until = ada.now.plus(Duration.ofMinutes(30));
        ada.tell(new TouchOutcome.Deferred(welcome.touch(), until, "451 later", ada.now));
        assertThat(ada.next().dueAt()).isEqualTo(until);
        ada.wake();
        assertThat(ada.last().touch().id()).isEqualTo(welcome.touch().id());
        assertThat(ada.last().content()).isEqualTo(welcome.content());
        assertThat(ada.last().attempt()).isEqualTo(2);
    }

    @Test
    void stop_ends_everything() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        ada.tell(Signal.Unsubscribed.fromAll(ADA_ID, null, ada.now));
        assertThat(ada.finished().ending()).isEqualTo(Ending.STOPPED);
        assertThat(ada.enrollment.wakeAt()).isEmpty();
        ada.tell(new Input.Captured(new LeadEvent.Captured(Journey.ADA, ada.now)));
        assertThat(ada.touched).hasSize(1);
        assertThat(ada.finished().ending()).isEqualTo(Ending.STOPPED);
    }

    @Test
    void ready_to_buy_ends_the_automatic_touches_and_tells_the_owner_once() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        ada.tell(new Signal.ReadyToBuy(ADA_ID, null, ada.now));
        ada.tell(new Signal.ReadyToBuy(ADA_ID, null, ada.now));
        assertThat(ada.finished().ending()).isEqualTo(Ending.READY_TO_BUY);
        assertThat(ada.touched.subList(1, ada.touched.size()))
                .extracting(due -> due.touch().channel(), TouchEvent.Due::to)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Channel.CALL, Recipient.OWNER),
                        org.assertj.core.groups.Tuple.tuple(Channel.EMAIL, Recipient.OWNER));
    }

    @Test
    void the_owner_is_told_at_once_when_the_lead_wishes_to_be_called() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        ada.tell(new Signal.ReadyToBuy(ADA_ID, null, LocalDateTime.of(2026, 11, 4, 15, 30), ada.now));
        assertThat(ada.touched.get(1).content().say())
                .isEqualTo("Ready to buy. Call on Wed 4 Nov 2026 at 15:30 by their clock, as they asked, and agree what"
                        + " happens next.");
        assertThat(ada.touched.get(2).reason())
                .isEqualTo("the lead is ready to buy, and asks to be called on Wed 4 Nov 2026 at 15:30 by their clock");
    }

    @Test
    void an_alert_that_is_not_taken_comes_again_until_it_is() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        ada.tell(new Signal.ReadyToBuy(ADA_ID, null, ada.now));
        TouchEvent.Due call = ada.touched.get(1);
        TouchEvent.Due alert = ada.touched.get(2);
        ada.tell(new TouchOutcome.HandedOver(call.touch(), null, ada.now)).wake();
        assertThat(ada.last().touch().id()).isEqualTo(alert.touch().id());
        ada.lastIsHandedOver();
        assertThat(ada.enrollment.wakeAt()).isEmpty();
    }

    @Test
    void a_stop_after_ready_to_buy_is_a_stop() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        ada.tell(new Signal.ReadyToBuy(ADA_ID, null, ada.now));
        ada.tell(Signal.Unsubscribed.fromAll(ADA_ID, null, ada.now));
        assertThat(ada.finished().ending()).isEqualTo(Ending.STOPPED);
    }

    @Test
    void a_pause_keeps_the_place() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        Instant until = MONDAY_9AM.plus(Duration.ofDays(60));
        ada.tell(new Signal.Paused(ADA_ID, until, ada.now));
        assertThat(ada.next().place().key()).isEqualTo("call");
        assertThat(ada.next().dueAt()).isAfterOrEqualTo(until);
        ada.tell(new Signal.Resumed(ADA_ID, ada.now));
        assertThat(ada.next().dueAt()).isBefore(until);
    }

    @Test
    void a_reply_gives_the_owner_a_task_and_the_plan_waits() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        ada.tell(new Signal.Replied(ADA_ID, null, ada.now));
        assertThat(ada.last().to()).isEqualTo(Recipient.OWNER);
        assertThat(ada.next().dueAt()).isAfterOrEqualTo(ada.now.plus(Waits.USUAL.reply()));
    }

    /** From the touch before, by whatever it counts; what was agreed with the lead stays. */
    @Test
    void less_often_doubles_the_time_to_what_comes_next() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        assertThat(day(ada.next())).isEqualTo(LocalDate.parse("2026-11-03"));
        ada.tell(new Signal.Preferred(ADA_ID, true, Set.of(), Set.of(), ada.now));
        assertThat(day(ada.next())).isEqualTo(LocalDate.parse("2026-11-04"));
        Instant agreed = MONDAY_9AM.plus(Duration.ofHours(30));
        ada.tell(new Signal.Conversed(ADA_ID, new Signal.AgreedStep(Channel.CALL, agreed), ada.now));
        assertThat(ada.active().errands())
                .singleElement()
                .satisfies(errand -> assertThat(errand.dueAt()).isEqualTo(agreed));
        ada.tell(new Signal.Resumed(ADA_ID, ada.now));
        while (!ada.next().place().key().equals("letter")) {
            ada.wake();
            if (ada.active().next() instanceof Touch.InFlight) {
                TouchRef call = ada.touched.stream()
                        .map(TouchEvent.Due::touch)
                        .filter(touch -> touch.step().equals("call"))
                        .findFirst()
                        .orElseThrow();
                ada.tell(new TouchOutcome.Completed(call, "Mara", null, ada.now));
            }
        }
        // Three days, twice, after the 4th; the 10th is a Tuesday.
        assertThat(day(ada.next())).isEqualTo(LocalDate.parse("2026-11-10"));
        ada.tell(new Signal.Preferred(ADA_ID, false, Set.of(), Set.of(), ada.now));
        assertThat(day(ada.next())).isBefore(LocalDate.parse("2026-11-10"));
    }

    @Test
    void less_often_what_counts_from_the_start_is_twice_as_far_from_the_touch_before() {
        Progress progress = Progress.from(MONDAY_9AM).past(Place.of("welcome"), MONDAY_9AM.plus(Duration.ofDays(2)));
        for (After after : List.of(new After.Start(new Delay.Exactly(Duration.ofDays(9))), new After.Cycle(20))) {
            Cadence plan = new Cadence(
                    Journey.PLAN.ref(),
                    Journey.PLAN.entry(),
                    Journey.PLAN.cycle(),
                    Journey.PLAN.rules(),
                    List.of(
                            Journey.PLAN.steps().getFirst(),
                            new Step(
                                    "offer",
                                    after,
                                    Window.ANY,
                                    Journey.PLAN.steps().getLast().turn())),
                    Journey.PLAN.phases(),
                    List.of());
            assertThat(plan.following(progress, Journey.BERLIN, false).notBefore())
                    .isEqualTo(MONDAY_9AM.plus(Duration.ofDays(9)));
            assertThat(plan.following(progress, Journey.BERLIN, true).notBefore())
                    .isEqualTo(MONDAY_9AM.plus(Duration.ofDays(16)));
        }
    }

    private static LocalDate day(Touch touch) {
        return LocalDate.ofInstant(touch.dueAt(), Journey.BERLIN);
    }

    @Test
    void an_agreed_next_step_outranks_the_plan() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        Instant when = MONDAY_9AM.plus(Duration.ofDays(10));
        ada.tell(new Signal.Conversed(ADA_ID, new Signal.AgreedStep(Channel.VISIT, when), ada.now));
        assertThat(ada.next().dueAt()).isAfter(when);
        ada.wake();
        assertThat(ada.now).isEqualTo(when);
        assertThat(ada.last().touch().channel()).isEqualTo(Channel.VISIT);
    }

    @Test
    void a_hard_bounce_closes_email_and_other_channels_go_on() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        ada.tell(new Signal.Bounced(ADA_ID, Medium.EMAIL, true, "5.1.1", null, ada.now));
        for (int i = 0; i < 6; i++) {
            ada.wake();
            if (ada.active().next() instanceof Touch.InFlight) {
                ada.lastIsHandedOver();
            }
        }
        assertThat(ada.touched.stream().skip(1).map(due -> due.touch().channel()))
                .isNotEmpty()
                .doesNotContain(Channel.EMAIL);
    }

    @Test
    void of_an_address_that_does_not_work_any_more_the_owner_is_asked_once_to_find_another() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        Signal bounced = new Signal.Bounced(ADA_ID, Medium.EMAIL, true, "5.1.1", null, ada.now);
        ada.tell(bounced).tell(bounced);
        assertThat(ada.touched).hasSize(2);
        assertThat(ada.last().to()).isEqualTo(Recipient.OWNER);
        assertThat(ada.last().touch().channel()).isEqualTo(Channel.CALL);
        assertThat(ada.last().content().say()).isEqualTo("Their mail address no longer takes mail; ask for a new one.");

        // Done by a person; then the new one does not work either, which is another errand.
        ada.tell(new TouchOutcome.Completed(ada.last().touch(), "Mara", null, ada.now));
        Instant later = ada.now.plus(Duration.ofDays(1));
        ada.at(later).tell(new Input.Captured(new LeadEvent.Captured(withEmail("new@example.com"), later)));
        ada.tell(bounced);
        assertThat(ada.touched.stream().filter(due -> due.to() == Recipient.OWNER))
                .hasSize(1);
        ada.tell(new Input.Captured(
                new LeadEvent.Captured(withEmail("newest@example.com"), later, MONDAY_9AM, later, null)));
        ada.tell(new Signal.Bounced(ADA_ID, Medium.EMAIL, true, "5.1.1", null, later));
        assertThat(ada.touched.stream().filter(due -> due.to() == Recipient.OWNER))
                .hasSize(2);
    }

    private static Lead withEmail(String address) {
        Contact known = Journey.ADA.contact();
        return new Lead(
                ADA_ID,
                new Contact(
                        known.name(),
                        address,
                        known.phone(),
                        known.address(),
                        known.company(),
                        known.language(),
                        known.zone(),
                        known.country()),
                Journey.ADA.origin(),
                Journey.ADA.owner(),
                null,
                Map.of());
    }

    @Test
    void nobody_is_asked_for_an_address_that_the_lead_does_not_want_used() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        ada.tell(new Signal.Unsubscribed(ADA_ID, Set.of(Medium.EMAIL), null, ada.now));
        ada.tell(new Signal.Bounced(ADA_ID, Medium.EMAIL, true, "5.1.1", null, ada.now));
        assertThat(ada.touched).hasSize(1);
    }

    @Test
    void a_number_that_does_not_work_is_not_asked_for_by_a_call() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        ada.tell(new Signal.Bounced(ADA_ID, Medium.PHONE, true, null, null, ada.now));
        assertThat(ada.last().touch().channel()).isEqualTo(Channel.NOTE);
    }

    /** Nobody lives where no letter arrives. */
    @Test
    void a_letter_that_comes_back_closes_visits_as_well_and_may_be_the_end() {
        Lead onlyPost = new Lead(
                ADA_ID,
                new Contact("Ada", null, null, Journey.ADA.contact().address(), null, null, null, "DE"),
                new Origin("website", null, null),
                null,
                null,
                Map.of());
        Journey ada = new Journey().tell(new Input.Captured(new LeadEvent.Captured(onlyPost, MONDAY_9AM)));
        ada.tell(new Signal.Bounced(ADA_ID, Medium.POST, true, "moved", null, ada.now));
        assertThat(ada.finished().history().dead()).containsExactlyInAnyOrder(Medium.POST, Medium.VISIT);
        assertThat(ada.finished().ending()).isEqualTo(Ending.UNDELIVERABLE);
        assertThat(ada.last().content().say()).startsWith("Their post comes back");
        ada.at(ada.now.plusSeconds(60));
        ada.tell(new Input.Captured(new LeadEvent.Captured(
                new Lead(
                        ADA_ID,
                        new Contact(
                                "Ada",
                                null,
                                null,
                                new PostalAddress("Allee 2", "10117", "Berlin", "DE"),
                                null,
                                null,
                                null,
                                "DE"),
                        onlyPost.origin(),
                        null,
                        null,
                        Map.of()),
                ada.now)));
        assertThat(ada.active().history().dead()).isEmpty();
    }

    @Test
    void whether_a_lead_can_be_reached_so_can_be_asked() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        Term byEmail = new Term.Reachable(Set.of(Medium.EMAIL));
        Term byPhoneAndVisit = new Term.Reachable(Set.of(Medium.PHONE, Medium.VISIT));
        assertThat(byEmail.holds(Known.of(ada.active()))).isTrue();
        assertThat(byPhoneAndVisit.holds(Known.of(ada.active()))).isTrue();
        ada.tell(new Signal.Bounced(ADA_ID, Medium.EMAIL, true, "5.1.1", null, ada.now));
        ada.tell(new Signal.Preferred(ADA_ID, false, Set.of(Medium.PHONE), Set.of(), ada.now));
        assertThat(byEmail.holds(Known.of(ada.active()))).isFalse();
        assertThat(byPhoneAndVisit.holds(Known.of(ada.active()))).isFalse();
        assertThat(new Term.Reachable(Set.of(Medium.PHONE)).holds(Known.of(ada.active())))
                .isTrue();
    }

    @Test
    void a_person_who_calls_with_an_item_of_the_library_sees_its_title_and_its_words() {
        LibraryItem item = new LibraryItem(
                "rates",
                "The new rates",
                "They are lower by a tenth.\n",
                LibraryItem.Reason.MARKET,
                "the rates changed",
                Set.of("market"),
                Set.of(Channel.EMAIL, Channel.CALL),
                null,
                null,
                5,
                Map.of());
        Action call = new Action.FromLibrary(Channel.CALL, "library-item", Set.of("market"));
        Library library = new Library(List.of(item));
        Picked picked = Picker.pick(call, library, Journey.ADA, History.NONE, LocalDate.parse("2026-11-02"));
        assertThat(picked.reason()).isEqualTo("the rates changed");
        assertThat(picked.content().say()).isEqualTo("The new rates\n\nThey are lower by a tenth.");
        History hadIt = History.NONE.withHad(picked.content().key());
        assertThat(Picker.pick(call, library, Journey.ADA, hadIt, LocalDate.parse("2026-11-02"))
                        .to())
                .isEqualTo(Recipient.OWNER);
    }

    @Test
    void a_full_mailbox_closes_email_with_the_fifth_in_a_row_and_each_touch_is_tried_once() {
        Journey ada = Journey.ofAda();
        int mails = 0;
        for (int i = 0; i < 40 && mails < 5; i++) {
            if (ada.active().next() instanceof Touch.InFlight) {
                TouchRef touch = ada.last().touch();
                if (touch.channel() == Channel.EMAIL) {
                    mails++;
                    assertThat(ada.active().history().dead()).isEmpty();
                    ada.tell(new TouchOutcome.Failed(touch, Fault.MAILBOX, "552 5.2.2 full", ada.now));
                    // Told again it counts once.
                    ada.tell(new TouchOutcome.Failed(touch, Fault.MAILBOX, "552 5.2.2 full", ada.now));
                } else {
                    ada.lastIsHandedOver();
                }
            }
            ada.wake();
        }
        assertThat(mails).isEqualTo(5);
        assertThat(ada.active().history().dead()).containsExactly(Medium.EMAIL);
        assertThat(ada.touched.stream()
                        .filter(due -> due.to() == Recipient.LEAD)
                        .map(due -> due.touch().id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void undeliverable_on_every_channel_is_an_end() {
        Lead onlyEmail = new Lead(
                ADA_ID, Contact.ofEmail("ada@example.com"), new Origin("website", null, null), null, null, Map.of());
        Journey ada = new Journey();
        ada.tell(new Input.Captured(new LeadEvent.Captured(onlyEmail, MONDAY_9AM)));
        ada.tell(new TouchOutcome.Failed(ada.last().touch(), Fault.LEAD, "550 5.1.1", ada.now));
        assertThat(ada.finished().ending()).isEqualTo(Ending.UNDELIVERABLE);
    }

    @Test
    void opens_and_clicks_score_once_a_touch_and_move_nothing() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        Touch next = ada.active().next();
        for (int i = 0; i < 3; i++) {
            ada.tell(new Signal.Opened(ADA_ID, ada.last().touch().id(), ada.now));
            ada.tell(new Signal.Clicked(ADA_ID, ada.last().touch().id(), "https://example.com", ada.now));
        }
        assertThat(ada.active().next()).isEqualTo(next);
        assertThat(ada.touched).hasSize(1);
        assertThat(ada.active().history().interest().score()).isEqualTo(1 + 5);
    }

    @Test
    void what_a_scanner_opens_and_clicks_counts_for_nothing() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        var before = ada.enrollment;
        TouchId welcome = ada.last().touch().id();
        ada.tell(new Signal.Opened(ADA_ID, welcome, Signal.Visitor.SCANNER, ada.now));
        ada.tell(new Signal.Clicked(ADA_ID, welcome, "https://example.com", Signal.Visitor.SCANNER, ada.now));
        assertThat(ada.enrollment).isEqualTo(before);

        ada.tell(new Signal.Clicked(ADA_ID, welcome, "https://example.com", ada.now));
        assertThat(ada.active().history().interest().score()).isEqualTo(5);
    }

    @Test
    void a_second_capture_updates_facts_and_starts_nothing() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        Touch next = ada.active().next();
        Lead again = new Lead(
                ADA_ID,
                new Contact("Ada L.", null, null, null, null, null, null, null),
                new Origin("website", null, null),
                null,
                null,
                Map.of());
        ada.tell(new Input.Captured(new LeadEvent.Captured(again, ada.now)));
        assertThat(ada.touched).hasSize(1);
        assertThat(ada.active().next()).isEqualTo(next);
        assertThat(ada.enrollment.lead().contact().name()).isEqualTo("Ada L.");
        assertThat(ada.enrollment.lead().contact().email()).isEqualTo("ada@example.com");
    }

    @Test
    void forbidding_some_media_keeps_the_others() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        ada.tell(new Signal.Unsubscribed(ADA_ID, EnumSet.of(Medium.PHONE), null, ada.now));
        ada.wake();
        assertThat(ada.touched).hasSize(1);
        assertThat(ada.next().place().key()).isEqualTo("letter");
        assertThat(ada.active().history().forbidden()).isEqualTo(Set.of(Medium.PHONE));
    }

    @Test
    void a_lead_whom_no_cadence_takes_is_looked_at_again() {
        Lead other = new Lead(
                ADA_ID, Contact.ofEmail("ada@example.com"), new Origin("fair", null, null), null, null, Map.of());
        Journey ada = new Journey();
        ada.tell(new Input.Captured(new LeadEvent.Captured(other, MONDAY_9AM)));
        assertThat(ada.enrollment).isInstanceOf(Enrollment.Unplaced.class);
        assertThat(ada.enrollment.wakeAt()).contains(MONDAY_9AM.plus(Pace.USUAL.retry()));
    }

    @Test
    void whoever_nobody_has_a_use_for_is_looked_at_ever_more_seldom() {
        Lead other = new Lead(
                ADA_ID, Contact.ofEmail("ada@example.com"), new Origin("fair", null, null), null, null, Map.of());
        Journey ada = new Journey();
        ada.tell(new Input.Captured(new LeadEvent.Captured(other, MONDAY_9AM)));
        int looks = 0;
        while (ada.now.isBefore(MONDAY_9AM.plus(Duration.ofDays(1)))) {
            ada.wake();
            looks++;
        }
        assertThat(looks).isLessThan(250);
        assertThat(ada.enrollment.wakeAt()).contains(ada.now.plus(Duration.ofMinutes(15)));
    }

    @Test
    void a_lead_on_no_plan_can_stop_and_can_be_ready() {
        Lead other = new Lead(
                ADA_ID, Contact.ofEmail("ada@example.com"), new Origin("fair", null, null), null, null, Map.of());
        Journey stops = new Journey();
        stops.tell(new Input.Captured(new LeadEvent.Captured(other, MONDAY_9AM)));
        stops.tell(Signal.Unsubscribed.fromAll(ADA_ID, null, stops.now));
        assertThat(stops.finished().ending()).isEqualTo(Ending.STOPPED);
        Journey buys = new Journey();
        buys.tell(new Input.Captured(new LeadEvent.Captured(other, MONDAY_9AM)));
        buys.tell(new Signal.ReadyToBuy(ADA_ID, null, buys.now));
        assertThat(buys.touched).hasSize(2);
    }

    @Test
    void a_conversation_does_not_shorten_a_pause() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        Instant until = MONDAY_9AM.plus(Duration.ofDays(60));
        ada.tell(new Signal.Paused(ADA_ID, until, ada.now));
        ada.tell(new Signal.Conversed(ADA_ID, null, ada.now.plusSeconds(1)));
        assertThat(ada.next().dueAt()).isAfterOrEqualTo(until);
    }

    @Test
    void a_pause_does_not_bring_forward_what_is_far_off() {
        Journey ada = Journey.ofAda().lastIsHandedOver();
        for (int i = 0; i < 5; i++) {
            ada.wake().lastIsHandedOver();
        }
        Instant planned = ada.next().dueAt();
        ada.tell(new Signal.Paused(ADA_ID, ada.now.plus(Duration.ofDays(1)), ada.now));
        assertThat(ada.next().dueAt()).isEqualTo(planned);
    }

    @Test
    void signals_about_nobody_are_nothing() {
        Journey nobody = new Journey();
        nobody.tell(new Signal.ReadyToBuy(ADA_ID, null, MONDAY_9AM));
        nobody.tell(new Input.Woken());
        assertThat(nobody.enrollment).isNull();
    }
}
