package dev.seventouch.engine.laws;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.laws.Law.Broken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays a history and holds a core to laws. */
final class Trial implements Engine.Watcher {
    private final Witness witness;
    private final List<Law> laws;
    private final List<Moment> moments = new ArrayList<>();

    private Trial(World world, List<Law> laws) {
        this.witness = new Witness(world);
        this.laws = laws;
    }

    /** The law that does not hold, if any. */
    static Optional<Broken> of(History history, List<Law> laws, Function<Shelf, Core> core) {
        return new Trial(history.world(), laws).play(history, core);
    }

    /** All that happens until a law is broken. */
    static List<Moment> tell(History history, Function<Shelf, Core> core) {
        Trial trial = new Trial(history.world(), Laws.all());
        trial.play(history, core);
        return trial.moments;
    }

    private Optional<Broken> play(History history, Function<Shelf, Core> core) {
        World world = history.world();
        Engine engine = new Engine(core, Shelf.atFirst(world), world.start(), this);
        try {
            new Player(world, engine, witness).play(history.happenings());
            for (Law law : laws) {
                law.ended(engine, witness);
            }
            return Optional.empty();
        } catch (Broken broken) {
            return Optional.of(broken);
        } catch (RuntimeException e) {
            return Optional.of(new Broken("Undecidable", e + " at " + e.getStackTrace()[0]));
        }
    }

    @Override
    public void saw(Moment moment) {
        moments.add(moment);
        witness.hears(moment);
        for (Law law : laws) {
            law.saw(moment, witness);
        }
        witness.notes(moment);
    }

    @Override
    public void settled(Instant now, @Nullable Enrollment enrollment) {
        for (Law law : laws) {
            law.settled(now, enrollment, witness);
        }
    }

    @Override
    public void rebuilt(List<Decision> decisions, @Nullable Enrollment enrollment) {
        laws.forEach(Law::rebuilt);
    }
}
