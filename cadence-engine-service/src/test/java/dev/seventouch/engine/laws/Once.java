package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.events.touch.Content;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** 3. A touch that has an outcome is never due again; one is on its way at a time; its attempts count up and bring the same. */
final class Once implements Law {
    private final Map<TouchId, TouchEvent.Due> latest = new HashMap<>();
    private TouchEvent.@Nullable Due onItsWay;

    @Override
    public void saw(Moment moment, Witness witness) {
        for (Decision decision : moment.decisions()) {
            switch (decision) {
                case Decision.Touched(var _, var due, var _) -> {
                    if (!(moment.input() instanceof Input.Woken)) {
                        throw broken("a touch went out though its time had not come");
                    }
                    touched(due, witness);
                }
                // It does not come to this lead; if it is handed over all the same, that will be told.
                case Decision.Skipped(var place, var _, var _)
                when onItsWay != null && onItsWay.touch().step().equals(place.key()) -> onItsWay = null;
                case Decision.Finished _, Decision.Started _ -> onItsWay = null;
                default -> {}
            }
        }
    }

    private void touched(TouchEvent.Due due, Witness witness) {
        TouchId id = due.touch().id();
        if (witness.isAnswered(id)) {
            throw broken(due.touch().step() + " is due again, but had its outcome");
        }
        TouchEvent.Due before = latest.put(id, due);
        if (before != null && before.attempt() >= due.attempt()) {
            throw broken(
                    "attempt " + due.attempt() + " of " + due.touch().step() + " after attempt " + before.attempt());
        }
        if (before != null && !sameAs(before, due)) {
            throw broken("the same touch brings " + content(due) + ", and brought " + content(before));
        }
        if (Player.isErrand(due)) {
            return;
        }
        if (onItsWay != null
                && !onItsWay.touch().id().equals(id)
                && !witness.isAnswered(onItsWay.touch().id())) {
            throw broken(
                    due.touch().step() + " went out while " + onItsWay.touch().step() + " was still on its way");
        }
        onItsWay = due;
    }

    private static boolean sameAs(TouchEvent.Due before, TouchEvent.Due due) {
        return before.content().equals(due.content())
                && before.touch().channel() == due.touch().channel()
                && before.to() == due.to();
    }

    private static Content content(TouchEvent.Due due) {
        return due.content();
    }

    @Override
    public void rebuilt() {
        latest.clear();
        onItsWay = null;
    }
}
