package dev.seventouch.intake.suppression;

import dev.seventouch.events.wire.Json;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why somebody must not be contacted. */
public enum Reason {
    /** The lead itself said stop: by a link, a form of ours, or a mail. */
    ASKED,
    /** It called our mail spam. */
    COMPLAINED,
    /** What was sent came back for good, as an earlier system knew. */
    BOUNCED,
    /** It was on a list of an earlier system that tells no other reason. */
    IMPORTED,
    /** An operator, or another system, said so. */
    OPERATOR;

    /** The reason of that name, such as {@code asked}. */
    public static Optional<Reason> named(String name) {
        return Arrays.stream(values())
                .filter(reason -> Json.nameOf(reason).equals(name))
                .findFirst();
    }

    /** All names, for somebody who named none of them. */
    public static String names() {
        return Arrays.stream(values()).map(Json::nameOf).collect(Collectors.joining(", "));
    }
}
