package dev.seventouch.desk.timeline;

import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.wire.Json;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A signal in words, without personal data.
 *
 * @param type as on the wire, without its prefix
 */
record Said(String type, String words, @Nullable TouchId touch) {

    static Said of(Signal signal) {
        return switch (signal) {
            case Signal.Unsubscribed stop ->
                new Said(
                        "unsubscribed",
                        stop.fromEverything() ? "said stop" : "said stop to " + names(stop.from()),
                        stop.touch());
            case Signal.ReadyToBuy ready ->
                new Said(
                        "ready-to-buy",
                        ready.callAt() == null
                                ? "is ready to buy"
                                : "is ready to buy, and asks to be called at " + ready.callAt() + " by their clock",
                        ready.touch());
            case Signal.Confirmed _ -> new Said("confirmed", "confirmed the sign-up", null);
            case Signal.Replied reply -> new Said("replied", "replied", reply.touch());
            case Signal.AutoReplied auto -> new Said("auto-replied", "is out, says an automatic reply", auto.touch());
            case Signal.Bounced bounce ->
                new Said(
                        "bounced",
                        Json.nameOf(bounce.medium())
                                + (bounce.permanent() ? " came back for good" : " came back")
                                + (bounce.why() == null ? "" : ": " + bounce.why()),
                        bounce.touch());
            case Signal.Complained complaint -> new Said("complained", "called a mail spam", complaint.touch());
            case Signal.Opened opened -> new Said("opened", by(opened.by()) + "opened it", opened.touch());
            case Signal.Clicked clicked ->
                new Said("clicked", by(clicked.by()) + "followed a link: " + clicked.link(), clicked.touch());
            case Signal.Conversed talk ->
                new Said(
                        "conversed",
                        talk.next() == null
                                ? "spoke with us"
                                : "spoke with us and agreed on a next step: "
                                        + Json.nameOf(talk.next().channel()),
                        null);
            case Signal.Paused _ -> new Said("paused", "asked for a break", null);
            case Signal.Resumed _ -> new Said("resumed", "the break is over", null);
            case Signal.Converted _ -> new Said("converted", "bought", null);
            case Signal.Preferred wish ->
                new Said("preferred", wish.lessOften() ? "wishes to hear less often" : "stated its wishes", null);
        };
    }

    private static String by(Signal.Visitor visitor) {
        return switch (visitor) {
            case PERSON -> "";
            case SCANNER -> "a scanner ";
        };
    }

    private static String names(Set<Medium> media) {
        return media.stream().sorted().map(Json::nameOf).collect(Collectors.joining(", "));
    }
}
