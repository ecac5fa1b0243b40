package dev.seventouch.engine.web;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Expectation;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        Set<String> had,
        List<Instant> touched,
        Set<Medium> forbidden,
        Set<Medium> dead,
        int score) {

    /**
     * @param why why it is then
     * @param channel and what it would be if its moment were now
     * @param reason why that is worth the lead's time; or why it would be passed over
     * @param inFlight whether it has gone out and its outcome is not known yet
     * @param expiresAt when it is planned anew if its outcome stays unknown
     */
    record Next(
            String step,
            int occurrence,
            Instant at,
            @Nullable String why,
            @Nullable Channel channel,
            @Nullable String content,
            @Nullable String reason,
            boolean inFlight,
            @Nullable Instant expiresAt) {}

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
            if (next instanceof Touch.Planned planned && planned.picked() == null) {
                Expectation expected = Expectation.of(active, planned, catalogue, clock.instant());
                return next(next, expected.channel(), expected.content(), expected.reason());
            }
            return next(next);
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
            return switch (touch) {
                case Touch.Planned planned ->
                    new Next(
                            planned.place().key(),
                            planned.place().occurrence(),
                            planned.dueAt(),
                            planned.turn() == null
                                    ? planned.why()
                                    : planned.why() + "; others are ahead in the line until " + planned.turn(),
                            channel,
                            content,
                            reason,
                            false,
                            null);
                case Touch.InFlight flown ->
                    new Next(
                            flown.place().key(),
                            flown.place().occurrence(),
                            flown.dueAt(),
                            null,
                            channel,
                            content,
                            reason,
                            true,
                            flown.expiresAt());
            };
        }

        // The same lead is told of in the same words, by whichever instance.
        private static Set<Medium> inOrder(Set<Medium> media) {
            return new TreeSet<>(media);
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
                    enrollment.history().had(),
                    enrollment.history().touched(),
                    inOrder(enrollment.history().forbidden()),
                    inOrder(enrollment.history().dead()),
                    enrollment.history().interest().score());
        }
    }
}
