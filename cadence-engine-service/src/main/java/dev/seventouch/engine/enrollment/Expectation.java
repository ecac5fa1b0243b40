package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.policy.Verdict;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Recipient;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a touch would be if its moment were now.
 *
 * @param channel null if it would be passed over
 * @param to null if it would be passed over
 * @param content by its key; null if there is none, as when a person speaks freely
 * @param reason why it is worth the lead's time, or why it would be passed over
 */
public record Expectation(
        @Nullable Channel channel,
        @Nullable Recipient to,
        @Nullable String content,
        String reason) {

    public static Expectation of(Enrollment.Active active, Touch touch, Catalogue catalogue, Instant now) {
        Optional<Cadence> cadence = catalogue.cadence(active.cadence());
        if (cadence.isEmpty()) {
            return new Expectation(null, null, null, "its plan is not known here yet");
        }
        Optional<Action> action = cadence.get().turn(touch.place()).flatMap(turn -> turn.choose(Known.of(active)));
        if (action.isEmpty()) {
            return new Expectation(null, null, null, "it is not for this lead");
        }
        if (Picker.reachable(action.get().channel(), active.lead().contact(), active.history())
                instanceof Verdict.Deny(var why)) {
            return new Expectation(null, null, null, why);
        }
        Picked picked = Picker.pick(
                action.get(),
                catalogue.library(),
                active.lead(),
                active.history(),
                Agenda.of(active, cadence.get()).dayOf(Instants.later(now, touch.dueAt())));
        return new Expectation(picked.channel(), picked.to(), picked.content().key(), picked.reason());
    }
}
