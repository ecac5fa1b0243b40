package dev.seventouch.engine.web;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Expectation;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.engine.simulation.Because;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where a lead stands, as it is told over HTTP.
 *
 * @param next what comes next; null if nothing does
 * @param done by the key of a step, phase or season, the highest occurrence that is done with
 * @param had the content the lead has had
 * @param touched when the lead was touched in the last month
 * @param forbidden the media that the lead forbade
 * @param dead the media whose address does not work
 * @param history the latest touches and errands of which it is known what became of them, oldest first
 */
record Standing(
        LeadId leadId,
        String state,
        @Nullable String enrollment,
        @Nullable CadenceRef cadence,
        @Nullable Instant startedAt,
        @Nullable Next next,
        @Nullable Instant heldUntil,
        @Nullable Ending ending,
        @Nullable Instant endedAt,
        @Nullable Map<String, Integer> done,
        List<Errand> errands,
        List<String> had,
        List<Instant> touched,
        List<Medium> forbidden,
        List<Medium> dead,
        int score,
        List<Past> history) {

    Standing {
        // An instance of an earlier version does not tell.
        history = history == null ? List.of() : List.copyOf(history);
    }

    /**
     * @param plan why it is then, by the plan
     * @param why why it is then, by the hours, the limits and the line
     * @param channel and what it would be if its moment were now
     * @param choice why it is this content, or on what it depends
     * @param reason why that is worth the lead's time; or why it would be passed over
     * @param inFlight whether it has gone out and its outcome is not known yet
     * @param expiresAt when it is planned anew if its outcome stays unknown
     */
    record Next(
            String step,
            int occurrence,
            Instant at,
            @Nullable String plan,
            @Nullable String why,
            @Nullable Channel channel,
            @Nullable String content,
            @Nullable String choice,
            @Nullable String reason,
            boolean inFlight,
            @Nullable Instant expiresAt) {

        Next with(String plan, String choice) {
            return new Next(step, occurrence, at, plan, why, channel, content, choice, reason, inFlight, expiresAt);
        }
    }

    /**
     * @param dueAt for when it was planned
     * @param at when it went out, or turned out not to
     * @param words what a person noted, or why it did not go out
     */
    record Past(
            String step,
            int occurrence,
            Channel channel,
            @Nullable String content,
            @Nullable Instant dueAt,
            Instant at,
            dev.seventouch.engine.enrollment.Past.Outcome outcome,
            @Nullable String words) {

        static Past of(dev.seventouch.engine.enrollment.Past touch) {
            return new Past(
                    touch.step(),
                    touch.occurrence(),
                    touch.channel(),
                    touch.content(),
                    touch.dueAt(),
                    touch.at(),
                    touch.outcome(),
                    touch.words());
        }
    }

    /** What the owner is told or asked beside the plan. */
    record Errand(String what, Instant at, @Nullable String reason, boolean inFlight) {

        static Errand of(Touch touch) {
            return new Errand(
                    touch.place().key(),
                    touch.dueAt(),
                    touch.picked() == null ? null : touch.picked().reason(),
                    touch instanceof Touch.InFlight);
        }
    }

    /** Tells where leads stand. */
    @Component
    static final class Teller {
        private final Catalogue catalogue;
        private final java.time.InstantSource clock;

        Teller(Catalogue catalogue, java.time.InstantSource clock) {
            this.catalogue = catalogue;
            this.clock = clock;
        }

        Standing tell(Enrollment enrollment) {
            return switch (enrollment) {
                case Enrollment.Unplaced unplaced ->
                    standing(unplaced, "unplaced", null, null, null, null, null, null, null, null, unplaced.errands());
                case Enrollment.Unconfirmed asked ->
                    standing(
                            asked,
                            "unconfirmed",
                            asked.id().value(),
                            asked.cadence(),
                            null,
                            asked.request() == null ? null : next(asked.request()),
                            asked.until(),
                            null,
                            null,
                            null,
                            asked.errands());
                case Enrollment.Active active ->
                    standing(
                            active,
                            "active",
                            active.id().value(),
                            active.cadence(),
                            active.progress().started(),
                            next(active),
                            active.heldUntil(),
                            null,
                            null,
                            active.progress().done(),
                            active.errands());
                case Enrollment.Finished finished ->
                    standing(
                            finished,
                            "finished",
                            finished.id() == null ? null : finished.id().value(),
                            finished.cadence(),
                            null,
                            null,
                            null,
                            finished.ending(),
                            finished.at(),
                            null,
                            finished.errands());
            };
        }

        private Next next(Enrollment.Active active) {
            Touch next = active.next();
            Instant now = clock.instant();
            Expectation expected = Expectation.of(active, next, catalogue, now);
            Next bare = next.picked() == null
                    ? next(next, expected.channel(), expected.content(), expected.reason())
                    : next(next);
            return Because.of(active, expected, catalogue, now)
                    .map(because -> bare.with(because.time(), because.choice()))
                    .orElse(bare);
        }

        private static Next next(Touch touch) {
            return touch.picked() == null
                    ? next(touch, null, null, null)
                    : next(
                            touch,
                            touch.picked().channel(),
                            touch.picked().content().key(),
                            touch.picked().reason());
        }

        private static Next next(
                Touch touch, @Nullable Channel channel, @Nullable String content, @Nullable String reason) {
            return new Next(
                    touch.place().key(),
                    touch.place().occurrence(),
                    touch.dueAt(),
                    null,
                    touch instanceof Touch.Planned planned ? why(planned) : null,
                    channel,
                    content,
                    null,
                    reason,
                    touch instanceof Touch.InFlight,
                    touch instanceof Touch.InFlight flown ? flown.expiresAt() : null);
        }

        private static String why(Touch.Planned planned) {
            return planned.turn() == null
                    ? planned.why()
                    : planned.why() + "; others are ahead in the line until " + planned.turn();
        }

        // The same lead is told of in the same words, by whichever instance.
        private static List<Medium> inOrder(Set<Medium> media) {
            return media.stream().sorted().toList();
        }

        private static Standing standing(
                Enrollment enrollment,
                String state,
                @Nullable String id,
                @Nullable CadenceRef cadence,
                @Nullable Instant startedAt,
                @Nullable Next next,
                @Nullable Instant heldUntil,
                @Nullable Ending ending,
                @Nullable Instant endedAt,
                @Nullable Map<String, Integer> done,
                List<Touch> errands) {
            return new Standing(
                    enrollment.lead().id(),
                    state,
                    id,
                    cadence,
                    startedAt,
                    next,
                    heldUntil,
                    ending,
                    endedAt,
                    done,
                    errands.stream().map(Errand::of).toList(),
                    List.copyOf(enrollment.history().had()),
                    enrollment.history().touched(),
                    inOrder(enrollment.history().forbidden()),
                    inOrder(enrollment.history().dead()),
                    enrollment.history().interest().score(),
                    enrollment.history().past().stream().map(Past::of).toList());
        }
    }
}
