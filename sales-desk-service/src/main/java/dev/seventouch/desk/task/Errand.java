package dev.seventouch.desk.task;

import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.events.wire.Json;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a lead's owner is told or asked beside the plan. The step of such a touch is the constant's name in lower case. */
public enum Errand {
    INTEREST("Take up the interest"),
    REPLY("Answer the reply"),
    AGREED("Do what was agreed"),
    READY_TO_BUY_CALL("Call now: ready to buy"),
    READY_TO_BUY_ALERT("Told the owner: ready to buy"),
    FIND_MAIL_ADDRESS("Find another mail address"),
    FIND_POSTAL_ADDRESS("Find the right postal address"),
    FIND_TELEPHONE_NUMBER("Find another telephone number"),
    FIND_PLACE_TO_VISIT("Find where to visit"),
    /** One that this desk has no words of its own for. */
    OTHER("Beside the plan");

    private final String words;

    Errand(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** @return null if the touch is one of the plan: a plan may have a step of the same name */
    public static @Nullable Errand of(TouchRef touch) {
        if (!touch.enrollment().equals(EnrollmentId.ofErrands(touch.lead()))) {
            return null;
        }
        return Arrays.stream(values())
                .filter(errand -> Json.nameOf(errand).equals(touch.step()))
                .findFirst()
                .orElse(OTHER);
    }
}
