package dev.seventouch.engine.enrollment;

import static dev.seventouch.engine.enrollment.Journey.ADA_ID;
import static dev.seventouch.engine.enrollment.Journey.BERLIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.LeadEvent;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.Recipient;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws, over random histories. */
class LawsTest {

    /** One thing that happens to a lead. */
    enum Happening {
        TIME_COMES,
        TIME_PASSES,
        A_DAY_IS_MISSED,
        HANDED_OVER,
        DEFERRED,
        FAILED,
        SKIPPED,
        REPLIED,
        CONVERSED,
        AGREED,
        PAUSED,
        RESUMED,
        CAPTURED_AGAIN,
        OPENED,
        BOUNCED,
        POST_CLOSED,
        READY,
        STOP
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        return Arbitraries.frequency(
                        net.jqwik.api.Tuple.of(20, Happening.TIME_COMES),
                        net.jqwik.api.Tuple.of(20, Happening.HANDED_OVER),
                        net.jqwik.api.Tuple.of(3, Happening.TIME_PASSES),
                        net.jqwik.api.Tuple.of(2, Happening.A_DAY_IS_MISSED),
                        net.jqwik.api.Tuple.of(3, Happening.DEFERRED),
                        net.jqwik.api.Tuple.of(1, Happening.FAILED),
                        net.jqwik.api.Tuple.of(1, Happening.SKIPPED),
                        net.jqwik.api.Tuple.of(1, Happening.REPLIED),
                        net.jqwik.api.Tuple.of(1, Happening.CONVERSED),
                        net.jqwik.api.Tuple.of(1, Happening.AGREED),
                        net.jqwik.api.Tuple.of(1, Happening.PAUSED),
                        net.jqwik.api.Tuple.of(1, Happening.RESUMED),
                        net.jqwik.api.Tuple.of(1, Happening.CAPTURED_AGAIN),
                        net.jqwik.api.Tuple.of(1, Happening.OPENED),
                        net.jqwik.api.Tuple.of(1, Happening.BOUNCED),
                        net.jqwik.api.Tuple.of(1, Happening.POST_CLOSED),
                        net.jqwik.api.Tuple.of(1, Happening.READY),
                        net.jqwik.api.Tuple.of(1, Happening.STOP))
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 3000)
    void hold_under_every_history(@ForAll("histories") List<Happening> history) {
        Journey ada = Journey.ofAda();
        Set<TouchId> answered = new HashSet<>();
        Set<String> had = new HashSet<>();
        List<Instant> reached = new ArrayList<>();
        boolean ended = false;
        for (Happening happening : history) {
            int before = ada.touched.size();
            boolean wasEnded = ended;
            ada.at(ada.now.plusSeconds(1));
            happen(ada, happening, answered, had, reached);
            ended = ada.enrollment instanceof Enrollment.Finished;

            for (TouchEvent.Due due : ada.touched.subList(before, ada.touched.size())) {
                assertThat(answered)
                        .as("law 3: once answered, never due again")
                        .doesNotContain(due.touch().id());
                if (due.to() == Recipient.LEAD) {
                    assertThat(wasEnded)
                            .as("law 4: nothing to the lead after the end")
                            .isFalse();
                    inTheirHours(ada, due, reached);
                    if (due.touch().content() != null) {
                        assertThat(had)
                                .as("law 8: no content twice")
                                .doesNotContain(due.touch().content());
                    }
                }
                assertThat(due.reason()).as("law 8: a reason").isNotBlank();
            }
            if (!ended) {
                assertThat(ada.enrollment.wakeAt())
                        .as("law 2: always a next touch")
                        .isPresent();
            }
            if (wasEnded) {
                assertThat(ended).as("law 6: an end is an end").isTrue();
            }
        }
    }

    private static void inTheirHours(Journey ada, TouchEvent.Due due, List<Instant> reached) {
        if (due.touch().step().equals("welcome")) {
            return;
        }
        Instant latest = due.dueAt().plus(Pace.USUAL.lateness());
        assertThat(Journey.PLAN.hours().isOpen(due.dueAt(), BERLIN))
                .as("law 7: within hours")
                .isTrue();
        assertThat(ada.now).as("law 7: at its moment").isBeforeOrEqualTo(later(latest, due.expiresAt()));
        if (!reached.isEmpty() && due.attempt() == 1) {
            assertThat(Duration.between(reached.getLast(), due.dueAt()))
                    .as("law 7: the gap")
                    .isGreaterThanOrEqualTo(Journey.PLAN.limits().gap());
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static void happen(
            Journey ada, Happening happening, Set<TouchId> answered, Set<String> had, List<Instant> reached) {
        TouchEvent.Due last = ada.last();
        boolean open = !answered.contains(last.touch().id());
        switch (happening) {
            case TIME_COMES -> ada.enrollment.wakeAt().ifPresent(at -> wakeAt(ada, at));
            case TIME_PASSES -> ada.at(ada.now.plus(Duration.ofHours(1)));
            case A_DAY_IS_MISSED -> ada.enrollment.wakeAt().ifPresent(at -> wakeAt(ada, at.plus(Duration.ofHours(26))));
            case HANDED_OVER -> {
                if (open) {
                    answered.add(last.touch().id());
                    boolean toLead = last.to() == Recipient.LEAD;
                    if (toLead && last.touch().content() != null) {
                        had.add(last.touch().content());
                    }
                    if (toLead && ada.enrollment instanceof Enrollment.Active) {
                        reached.add(ada.now);
                    }
                    ada.tell(new TouchOutcome.HandedOver(last.touch(), null, ada.now));
                }
            }
            case DEFERRED -> {
                if (open) {
                    ada.tell(new TouchOutcome.Deferred(
                            last.touch(), ada.now.plus(Duration.ofMinutes(30)), "later", ada.now));
                }
            }
            case FAILED -> {
                if (open) {
                    answered.add(last.touch().id());
                    ada.tell(new TouchOutcome.Failed(last.touch(), Fault.CONTENT, "refused", ada.now));
                }
            }
            case SKIPPED -> {
                if (open) {
                    answered.add(last.touch().id());
                    ada.tell(new TouchOutcome.Skipped(last.touch(), "no address", ada.now));
                }
            }
            case REPLIED -> ada.tell(new Signal.Replied(ADA_ID, null, ada.now));
            case CONVERSED -> ada.tell(new Signal.Conversed(ADA_ID, null, ada.now));
            case AGREED ->
                ada.tell(new Signal.Conversed(
                        ADA_ID,
                        new Signal.AgreedStep(
                                dev.seventouch.events.touch.Channel.CALL, ada.now.plus(Duration.ofDays(5))),
                        ada.now));
            case PAUSED -> ada.tell(new Signal.Paused(ADA_ID, ada.now.plus(Duration.ofDays(20)), ada.now));
            case RESUMED -> ada.tell(new Signal.Resumed(ADA_ID, ada.now));
            case CAPTURED_AGAIN -> ada.tell(new Input.Captured(new LeadEvent.Captured(Journey.ADA, ada.now)));
            case OPENED -> ada.tell(new Signal.Opened(ADA_ID, last.touch().id(), ada.now));
            case BOUNCED -> ada.tell(new Signal.Bounced(ADA_ID, Medium.EMAIL, true, "5.1.1", null, ada.now));
            case POST_CLOSED -> ada.tell(new Signal.Unsubscribed(ADA_ID, Set.of(Medium.POST), null, ada.now));
            case READY -> ada.tell(new Signal.ReadyToBuy(ADA_ID, null, ada.now));
            case STOP -> ada.tell(Signal.Unsubscribed.fromAll(ADA_ID, null, ada.now));
        }
    }

    private static void wakeAt(Journey ada, Instant at) {
        ada.at(later(ada.now, at)).tell(new Input.Woken());
    }
}
