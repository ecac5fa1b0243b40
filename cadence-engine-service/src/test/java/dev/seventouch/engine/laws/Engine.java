package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Evolution;
import dev.seventouch.engine.enrollment.FollowUp;
import dev.seventouch.engine.enrollment.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs a core for one lead as the engine does: tells it what comes in, and wakes it as long as something is due. */
final class Engine {
    private static final int AT_ONCE = 64;
    private static final int WAKES = 64;

    private final Function<Shelf, Core> make;
    private final Watcher watcher;
    private final List<Input> told = new ArrayList<>();
    private final List<Input> heardBefore = new ArrayList<>();
    private Shelf shelf;
    private Core core;
    private Instant now;
    private @Nullable Enrollment enrollment;
    private @Nullable Duration line;

    Engine(Function<Shelf, Core> make, Shelf shelf, Instant now, Watcher watcher) {
        this.make = make;
        this.shelf = shelf;
        this.core = make.apply(shelf);
        this.now = now;
        this.watcher = watcher;
    }

    interface Watcher {
        void saw(Moment moment);

        void settled(Instant now, @Nullable Enrollment enrollment);

        /** @param decisions what was decided while all was told again */
        void rebuilt(List<Decision> decisions, @Nullable Enrollment enrollment);
    }

    // ---- what it is told

    /** A lead that is not known yet is heard all the same: what it says is told after its capture. */
    void tell(Input input) {
        if (enrollment != null) {
            hear(input);
        } else if (input instanceof Input.Captured) {
            hear(input);
            if (!heardBefore.isEmpty()) {
                heardBefore.forEach(this::hear);
                heardBefore.clear();
                hear(input);
            }
        } else {
            heardBefore.add(input);
            return;
        }
        wake();
    }

    private void hear(Input input) {
        // That something was published the engine tells itself: it is written nowhere, and never read again.
        if (!(input instanceof Input.Republished)) {
            told.add(input);
        }
        decide(input);
    }

    /** What it was told, in that order. */
    List<Input> told() {
        return told;
    }

    // ---- time

    void at(Instant instant) {
        now = instant;
    }

    /** A tick of the engine. */
    void wake() {
        for (int i = 0; i < AT_ONCE && isDue(); i++) {
            Optional<FollowUp.Line> queue = line == null ? Optional.empty() : core.line(enrollment, now);
            if (queue.isPresent()) {
                decide(new Input.Queued(now.plus(line)));
                line = null;
            }
            Enrollment before = enrollment;
            decide(new Input.Woken());
            if (enrollment == before) {
                break;
            }
        }
        watcher.settled(now, enrollment);
    }

    private boolean isDue() {
        return enrollment != null
                && enrollment.wakeAt().filter(at -> !at.isAfter(now)).isPresent();
    }

    /** Time goes on, and the engine wakes whenever it has to. */
    void runUntil(Instant end) {
        for (int i = 0; i < WAKES && nextWake().filter(at -> !at.isAfter(end)).isPresent(); i++) {
            at(nextWake().orElseThrow());
            wake();
        }
        at(end);
        wake();
    }

    /** When it has to look again, if ever. */
    Optional<Instant> nextWake() {
        return enrollment == null ? Optional.empty() : enrollment.wakeAt().map(at -> at.isBefore(now) ? now : at);
    }

    /** Others are ahead of whatever is due next, so that it waits. */
    void queue(Duration wait) {
        line = wait;
    }

    // ---- the world

    void publish(Shelf shelf) {
        this.shelf = shelf;
        this.core = make.apply(shelf);
    }

    /** All that is remembered is lost, and all that was told is told again; the engine wakes only then. */
    void rebuild() {
        List<Decision> decisions = new ArrayList<>();
        enrollment = null;
        for (Input input : told) {
            List<Decision> some = core.decide(enrollment, input, now);
            enrollment = apply(enrollment, some);
            decisions.addAll(some);
        }
        watcher.rebuilt(decisions, enrollment);
        wake();
    }

    // ---- what follows

    private void decide(Input input) {
        Enrollment before = enrollment;
        List<Decision> decisions = core.decide(before, input, now);
        enrollment = apply(before, decisions);
        watcher.saw(new Moment(shelf, core, now, input, before, decisions, enrollment));
    }

    static @Nullable Enrollment apply(@Nullable Enrollment before, List<Decision> decisions) {
        Enrollment after = before;
        for (Decision decision : decisions) {
            after = Evolution.apply(after, decision);
        }
        return after;
    }

    Instant now() {
        return now;
    }

    Shelf shelf() {
        return shelf;
    }

    Core core() {
        return core;
    }

    @Nullable Enrollment enrollment() {
        return enrollment;
    }
}
