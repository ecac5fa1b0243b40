package dev.seventouch.desk.lead;

import dev.seventouch.events.wire.Json;
import java.util.Arrays;

/** Why automatic touches ended. The name on the wire is the constant's in lower case, such as {@code ready-to-buy}. */
public enum Ending {
    STOPPED("the lead said stop"),
    READY_TO_BUY("the lead is ready to buy"),
    UNDELIVERABLE("nothing reaches the lead any more"),
    CONVERTED("the lead bought"),
    UNCONFIRMED("the lead did not confirm the sign-up"),
    MOVED("the lead has another address and is followed up there");

    private final String words;

    Ending(String words) {
        this.words = words;
    }

    /** In words; what is not known is shown as it came. */
    public static String words(String wireName) {
        return Arrays.stream(values())
                .filter(ending -> Json.nameOf(ending).equals(wireName))
                .map(ending -> ending.words)
                .findFirst()
                .orElse(wireName);
    }
}
