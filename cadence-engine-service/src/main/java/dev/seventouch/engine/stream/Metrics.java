package dev.seventouch.engine.stream;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.events.wire.Json;

/** What is counted. */
final class Metrics {

    private Metrics() {}

    /** The kind of a decision, as the tag of its counter. Few and fixed: a tag for each lead would have no bound. */
    static String kindOf(Decision decision) {
        return switch (decision) {
            case Decision.LeftUnplaced _ -> "left-unplaced";
            case Decision.Started _ -> "started";
            case Decision.Learned _ -> "learned";
            case Decision.Planned _ -> "planned";
            case Decision.Touched(var touch, var _, var _) ->
                "touched-by-" + Json.nameOf(touch.picked().channel());
            case Decision.AskedToConfirm _ -> "asked-to-confirm";
            case Decision.Migrated _ -> "migrated";
            case Decision.Done _ -> "done";
            case Decision.Recorded _ -> "recorded";
            case Decision.Noted _ -> "noted";
            case Decision.CameBack _ -> "came-back";
            case Decision.Wished _ -> "wished";
            case Decision.Interested _ -> "interested";
            case Decision.Skipped _ -> "skipped";
            case Decision.ErrandAdded _ -> "errand-added";
            case Decision.ErrandDone _ -> "errand-done";
            case Decision.Reached _ -> "reached";
            case Decision.Closed _ -> "closed";
            case Decision.Held _ -> "held";
            case Decision.Finished(var ending, var _) -> "finished-" + Json.nameOf(ending);
        };
    }
}
