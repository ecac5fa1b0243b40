package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Input;
import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Remembers what was said to the lead, and what was told of it: the plain facts, without what the engine makes of them. */
final class Witness {
    private final World world;
    private final List<TouchEvent.Due> touches = new ArrayList<>();
    private final Map<TouchId, Instant> wentOut = new HashMap<>();
    private final Set<TouchId> answered = new HashSet<>();
    private final Map<TouchId, String> had = new HashMap<>();
    private final Map<TouchId, Instant> reached = new HashMap<>();
    private final Set<Instant> conversations = new HashSet<>();
    private final Set<Medium> forbidden = EnumSet.noneOf(Medium.class);
    private final Set<Medium> dead = EnumSet.noneOf(Medium.class);
    private Set<Medium> welcome = Set.of();
    private boolean saidStop;
    private @Nullable Lead lead;

    Witness(World world) {
        this.world = world;
    }

    // ---- what is told

    void hears(Moment moment) {
        switch (moment.input()) {
            case Input.Captured(var captured) -> learns(captured.lead());
            case Input.Answered(var outcome) ->
                hears(outcome, moment.shelf().lost() && outcome.touch().version() != null);
            case Input.Signalled(Signal.Conversed conversed)
            when moment.before() instanceof Active -> conversations.add(conversed.at());
            case Input.Signalled(var signal) -> hears(signal);
            case Input.Woken _, Input.Queued _, Input.Republished _ -> {}
        }
    }

    private void learns(Lead told) {
        Lead known = lead;
        lead = known == null ? told : told.foldedOver(known);
        if (known != null) {
            Contact before = known.contact();
            Contact now = lead.contact();
            if (!Objects.equals(before.email(), now.email())) {
                dead.remove(Medium.EMAIL);
            }
            if (!Objects.equals(before.phone(), now.phone())) {
                dead.remove(Medium.PHONE);
            }
            if (!Objects.equals(before.address(), now.address())) {
                dead.remove(Medium.POST);
                dead.remove(Medium.VISIT);
            }
        }
    }

    /** What is answered while its plan is not known is tried again, and answered again without being repeated. */
    private void hears(TouchOutcome outcome, boolean inVain) {
        TouchId touch = outcome.touch().id();
        if (!inVain && !(outcome instanceof TouchOutcome.Deferred)) {
            answered.add(touch);
        }
        switch (outcome) {
            case TouchOutcome.Deferred _, TouchOutcome.Failed _, TouchOutcome.Skipped _ -> {}
            case TouchOutcome.HandedOver _, TouchOutcome.Completed _ -> {
                if (outcome.touch().content() != null) {
                    had.put(touch, outcome.touch().content());
                }
                if (outcome.touch().version() != null && !outcome.touch().step().equals("confirm")) {
                    reached.merge(touch, outcome.at(), (one, other) -> one.isAfter(other) ? one : other);
                }
            }
        }
    }

    private void hears(Signal signal) {
        switch (signal) {
            case Signal.Unsubscribed stop -> {
                forbidden.addAll(stop.from());
                saidStop |= stop.fromEverything();
            }
            case Signal.Complained _ -> {
                forbidden.addAll(EnumSet.allOf(Medium.class));
                saidStop = true;
            }
            case Signal.Bounced bounced -> {
                if (bounced.permanent()) {
                    dead.add(bounced.medium());
                    if (bounced.medium() == Medium.POST) {
                        dead.add(Medium.VISIT);
                    }
                }
            }
            case Signal.Preferred wish -> welcome = wish.media();
            case Signal.ReadyToBuy _,
                    Signal.Conversed _,
                    Signal.Confirmed _,
                    Signal.Replied _,
                    Signal.AutoReplied _,
                    Signal.Opened _,
                    Signal.Clicked _,
                    Signal.Paused _,
                    Signal.Resumed _,
                    Signal.Converted _ -> {}
        }
    }

    // ---- what is decided

    void notes(Moment moment) {
        for (Decision decision : moment.decisions()) {
            if (decision instanceof Decision.Touched(var _, var due, var _)) {
                touches.add(due);
                wentOut.putIfAbsent(due.touch().id(), moment.now());
            }
        }
    }

    // ---- what is known

    World world() {
        return world;
    }

    Optional<Lead> lead() {
        return Optional.ofNullable(lead);
    }

    /** Everything that went out, in that order. */
    List<TouchEvent.Due> touches() {
        return touches;
    }

    Optional<TouchEvent.Due> last(Predicate<TouchEvent.Due> which) {
        for (int i = touches.size() - 1; i >= 0; i--) {
            if (which.test(touches.get(i))) {
                return Optional.of(touches.get(i));
            }
        }
        return Optional.empty();
    }

    /** When a touch went out for the first time. */
    Instant wentOut(TouchId touch) {
        return Objects.requireNonNull(wentOut.get(touch));
    }

    /** Whether it is known for good what became of it. */
    boolean isAnswered(TouchId touch) {
        return answered.contains(touch);
    }

    /** When the lead was touched or spoken with. A touch counts once, and as of when it is last known to have reached the lead. */
    Collection<Instant> reachedAt() {
        if (conversations.isEmpty()) {
            return reached.values();
        }
        List<Instant> all = new ArrayList<>(conversations);
        all.addAll(reached.values());
        return all;
    }

    /** Whether the lead has had this by another touch than {@code touch}. */
    boolean hasHad(String content, TouchId touch) {
        for (Map.Entry<TouchId, String> one : had.entrySet()) {
            if (one.getValue().equals(content) && !one.getKey().equals(touch)) {
                return true;
            }
        }
        return false;
    }

    boolean hasSaidStop() {
        return saidStop;
    }

    /** Why the lead is not to be touched on this channel, or null if it may be. */
    @Nullable String against(Channel channel) {
        Medium medium = channel.medium();
        if (forbidden.contains(medium)) {
            return "the lead forbade it";
        }
        if (dead.contains(medium)) {
            return "its address does not work";
        }
        if (!welcome.isEmpty() && !welcome.contains(medium)) {
            return "the lead wants other media";
        }
        return null;
    }
}
