package dev.seventouch.engine.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.Release;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.History;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.engine.policy.ContactTime;
import dev.seventouch.engine.policy.Limits;
import dev.seventouch.events.signal.Signal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws are worth something: a core that is broken on purpose is found out soon, and its story is short. */
class BrokenCoresTest {
    private static final long SEED = 7;
    private static final int HISTORIES = 20_000;
    private static final int LINES = 12;
    private static final int TRIES = 4;
    private static final Duration AT_MOST = Duration.ofMinutes(2);
    private static final int MANY = 1_000;

    // ---- 1 to 3

    @Test
    void lettingTheFirstTouchWaitIsFound() {
        isFound(
                AtOnce.class,
                slips((decision, _, _) -> Stream.of(
                        decision instanceof Decision.Started(var lead, var id, var cadence, var progress, var first)
                                ? new Decision.Started(lead, id, cadence, progress, later(first, Duration.ofMinutes(5)))
                                : decision)));
    }

    @Test
    void losingWhatIsNextIsFound() {
        isFound(
                NeverLost.class,
                slips((decision, input, _) -> decision instanceof Decision.Planned && input instanceof Input.Answered
                        ? Stream.empty()
                        : Stream.of(decision)));
    }

    @Test
    void touchingAgainAfterTheOutcomeIsFound() {
        isFound(Once.class, deafTo(input -> input instanceof Input.Answered));
    }

    // ---- 4 and 5

    @Test
    void ignoringAStopIsFound() {
        isFound(
                StopMeansStop.class,
                deafTo(input -> input instanceof Input.Signalled(Signal.Unsubscribed _)
                        || input instanceof Input.Signalled(Signal.Complained _)));
    }

    @Test
    void ignoringThatAnAddressDoesNotWorkIsFound() {
        isFound(StopMeansStop.class, shelf -> new Forgetful(Core.over(shelf), BrokenCoresTest::withoutWhatIsDead));
    }

    private static History withoutWhatIsDead(History history) {
        return new History(
                history.had(),
                history.reached(),
                history.forbidden(),
                Set.of(),
                history.softBounces(),
                history.wishes(),
                history.interest(),
                history.answers(),
                history.seenTo(),
                history.starts(),
                history.past());
    }

    @Test
    void losingTheCallToWhoeverIsReadyToBuyIsFound() {
        isFound(
                ReadyMeansNow.class,
                slips((decision, input, _) -> decision instanceof Decision.ErrandAdded
                                && input instanceof Input.Signalled(Signal.ReadyToBuy _)
                        ? Stream.empty()
                        : Stream.of(decision)));
    }

    @Test
    void lettingAReplyWaitIsFound() {
        isFound(
                OwnerIsAsked.class,
                slips((decision, input, _) -> Stream.of(
                        decision instanceof Decision.ErrandAdded(var errand)
                                        && input instanceof Input.Signalled(Signal.Replied _)
                                ? new Decision.ErrandAdded(later(errand, Duration.ofDays(1)))
                                : decision)));
    }

    @Test
    void notAskingForAnotherAddressIsFound() {
        isFound(
                OwnerIsAsked.class,
                slips((decision, input, _) ->
                        decision instanceof Decision.ErrandAdded && input instanceof Input.Signalled(Signal.Bounced _)
                                ? Stream.empty()
                                : Stream.of(decision)));
    }

    @Test
    void forgettingAnErrandThatWasPutOffIsFound() {
        isFound(
                OwnerIsAsked.class,
                slips((decision, input, _) -> Stream.of(
                        decision instanceof Decision.ErrandAdded(var errand) && input instanceof Input.Answered
                                ? new Decision.ErrandDone(errand.place())
                                : decision)));
    }

    // ---- 6

    @Test
    void goingOnDuringAPauseIsFound() {
        isFound(Held.class, deafTo(input -> input instanceof Input.Signalled(Signal.Paused _)));
    }

    // ---- 7

    @Test
    void keepingNoDistanceIsFound() {
        isFound(InTheirHours.class, misreads(cadence -> {
            Limits limits = cadence.rules().limits();
            return Altered.limits(cadence, new Limits(Duration.ZERO, limits.perWeek(), limits.perMonth()));
        }));
    }

    @Test
    void touchingAsOftenAsOneLikesInAWeekIsFound() {
        isFound(InTheirHours.class, misreads(cadence -> {
            Limits limits = cadence.rules().limits();
            return Altered.limits(cadence, new Limits(limits.gap(), MANY, limits.perMonth()));
        }));
    }

    @Test
    void touchingAsOftenAsOneLikesInAMonthIsFound() {
        isFound(InTheirHours.class, misreads(cadence -> {
            Limits limits = cadence.rules().limits();
            return Altered.limits(cadence, new Limits(limits.gap(), limits.perWeek(), null));
        }));
    }

    @Test
    void touchingAtAnyHourIsFound() {
        isFound(InTheirHours.class, misreads(cadence -> Altered.hours(cadence, Altered.ALWAYS)));
    }

    @Test
    void touchingOnHolidaysIsFound() {
        isFound(InTheirHours.class, misreads(cadence -> {
            ContactTime time = cadence.rules().time();
            return Altered.time(cadence, new ContactTime(time.hours(), time.fallback(), List.of(), time.quiet()));
        }));
    }

    @Test
    void touchingOnQuietDaysIsFound() {
        isFound(InTheirHours.class, misreads(cadence -> {
            ContactTime time = cadence.rules().time();
            return Altered.time(cadence, new ContactTime(time.hours(), time.fallback(), time.holidays(), List.of()));
        }));
    }

    @Test
    void touchingWhoNeverAskedAtAnyHourIsFound() {
        isFound(
                InTheirHours.class,
                misreads(cadence -> Altered.release(
                        cadence, new Release(cadence.rules().release().rate(), false))));
    }

    @Test
    void goingByAnotherClockIsFound() {
        isFound(InTheirHours.class, shelf -> new Elsewhere(Core.over(shelf), ZoneId.of("Europe/Berlin")));
    }

    // ---- 8 and 9

    @Test
    void forgettingWhatTheLeadHasHadIsFound() {
        isFound(WithAReason.class, shelf -> new Forgetful(Core.over(shelf), BrokenCoresTest::withoutWhatWasHad));
    }

    private static History withoutWhatWasHad(History history) {
        return new History(
                Set.of(),
                history.reached(),
                history.forbidden(),
                history.dead(),
                history.softBounces(),
                history.wishes(),
                history.interest(),
                history.answers(),
                history.seenTo(),
                history.starts(),
                history.past());
    }

    @Test
    void planningByChanceIsFound() {
        AtomicLong chance = new AtomicLong();
        isFound(
                Smooth.class,
                slips((decision, _, _) -> Stream.of(
                        decision instanceof Decision.Planned(var next)
                                ? new Decision.Planned(later(next, Duration.ofNanos(chance.incrementAndGet())))
                                : decision)));
    }

    @Test
    void takingWhatWasForWhatIsIsFound() {
        isFound(
                Replay.class,
                slips((decision, _, now) -> Stream.of(
                        decision instanceof Decision.Reached(var by, var content, var _)
                                ? new Decision.Reached(by, content, now)
                                : decision)));
    }

    // ---- how

    /** By whatever seed it is found soon; how short its story can be made is a matter of luck, too: one of a few has to be short. */
    private static void isFound(Class<? extends Law> law, Function<Shelf, Core> broken) {
        String story = "";
        for (long seed = SEED; seed < SEED + TRIES; seed++) {
            Optional<Search.Found> found = new Search(seed, broken, AT_MOST).among(HISTORIES);
            assertThat(found).isPresent();
            dev.seventouch.engine.laws.History shortest = found.get().shrunk();
            story = found.get().story(shortest);
            assertThat(found.get().law()).as(story).isEqualTo(law.getSimpleName());
            if (Story.lines(shortest, broken) <= LINES) {
                return;
            }
        }
        fail("its story takes more than %d lines:%n%s", LINES, story);
    }

    private static Function<Shelf, Core> misreads(UnaryOperator<Cadence> misread) {
        return shelf -> Core.over(new OtherPlans(shelf, misread));
    }

    private static Function<Shelf, Core> deafTo(Predicate<Input> unheard) {
        return shelf -> new Deaf(Core.over(shelf), unheard);
    }

    private static Function<Shelf, Core> slips(Careless.Slip slip) {
        return shelf -> new Careless(Core.over(shelf), slip);
    }

    private static Touch.Planned later(Touch.Planned touch, Duration by) {
        return new Touch.Planned(
                touch.place(),
                touch.attempt(),
                touch.notBefore(),
                touch.dueAt().plus(by),
                touch.until().plus(by),
                touch.why(),
                touch.picked(),
                touch.turn());
    }
}
