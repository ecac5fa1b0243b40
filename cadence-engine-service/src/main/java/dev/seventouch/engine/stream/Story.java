package dev.seventouch.engine.stream;

import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.events.wire.Json;
import java.util.List;

/** What was decided about a lead, in words for the log; never with personal data. */
final class Story {

    private Story() {}

    /** One line, however much was decided at once. */
    static String of(List<Decision> decisions) {
        StringBuilder line = new StringBuilder(160);
        for (Decision decision : decisions) {
            if (!line.isEmpty()) {
                line.append("; ");
            }
            tell(line, decision);
        }
        return line.toString();
    }

    private static void tell(StringBuilder line, Decision decision) {
        switch (decision) {
            case Decision.LeftUnplaced(var _, var retryAt) ->
                line.append("no cadence takes it yet, looking again at ").append(retryAt);
            case Decision.AskedToConfirm(var _, var id, var _, var _, var until) ->
                line.append("asked to confirm ").append(id).append(" until ").append(until);
            case Decision.Started(var _, var id, var cadence, var _, var _) ->
                line.append("enrolled as ").append(id).append(" on ").append(cadence);
            case Decision.Migrated(var cadence) -> line.append("goes on by ").append(cadence);
            case Decision.Learned _ -> line.append("facts updated");
            case Decision.Planned(var next) ->
                line.append("next is ")
                        .append(next.place())
                        .append(" at ")
                        .append(next.wakeAt())
                        .append(": ")
                        .append(next.why());
            case Decision.Touched(var touch, var due, var _) ->
                line.append("touch=")
                        .append(due.touch().id())
                        .append(" due: ")
                        .append(touch.place())
                        .append(" by ")
                        .append(Json.nameOf(due.touch().channel()))
                        .append(", attempt ")
                        .append(touch.attempt());
            case Decision.Done(var place, var _) -> line.append("done with ").append(place);
            case Decision.Recorded(var touch) ->
                line.append("touch=").append(touch.id()).append(' ').append(Json.nameOf(touch.outcome()));
            case Decision.Noted(var step, var answer) ->
                line.append(step).append(" was answered ").append(answer);
            case Decision.Skipped(var place, var why, var _) ->
                line.append("skipped ").append(place).append(": ").append(why);
            case Decision.ErrandAdded(var errand) ->
                line.append("errand ").append(errand.place()).append(" at ").append(errand.dueAt());
            case Decision.ErrandDone(var place) ->
                line.append("errand ").append(place).append(" is with its person");
            case Decision.Reached(var _, var content, var at) ->
                line.append("reached at ").append(at).append(" with ").append(content);
            case Decision.Closed(var media, var _, var why) ->
                line.append("closed ").append(media).append(": ").append(why);
            case Decision.CameBack(var medium, var inARow, var _) ->
                line.append(medium).append(" came back, ").append(inARow).append(" in a row");
            case Decision.Wished(var wishes) -> line.append("wishes ").append(wishes);
            case Decision.Interested(var interest) -> line.append("interest ").append(interest.score());
            case Decision.Held(var until, var why) -> {
                if (until != null) {
                    line.append("held until ").append(until).append(": ");
                }
                line.append(why);
            }
            case Decision.Finished(var ending, var at) ->
                line.append("ended at ").append(at).append(": ").append(Json.nameOf(ending));
        }
    }
}
