package dev.seventouch.engine.laws;

import java.util.List;
import java.util.stream.Stream;

/** All that holds under every history. */
final class Laws {

    private Laws() {}

    /** For one history. */
    static List<Law> all() {
        return Stream.concat(cheap().stream(), Stream.of(new Idempotence(), new Replay()))
                .toList();
    }

    /** For one history, without what takes much longer to check than to play. */
    static List<Law> cheap() {
        return List.of(
                new AtOnce(),
                new NeverLost(),
                new Once(),
                new StopMeansStop(),
                new ReadyMeansNow(),
                new OwnerIsAsked(),
                new OnUntilThen(),
                new Held(),
                new InTheirHours(),
                new WithAReason(),
                new Smooth());
    }
}
