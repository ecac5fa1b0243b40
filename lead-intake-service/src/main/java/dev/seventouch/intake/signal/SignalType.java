package dev.seventouch.intake.signal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be reported of a lead, by its name in a report, and the fields that go with it. */
enum SignalType {
    UNSUBSCRIBED(List.of("unsubscribed", "unsubscribe"), "media", "touch"),
    READY_TO_BUY(List.of("ready-to-buy"), "touch", "callAt"),
    CONFIRMED(List.of("confirmed")),
    REPLIED(List.of("replied"), "touch"),
    AUTO_REPLIED(List.of("auto-replied"), "touch"),
    BOUNCED(List.of("bounced"), "medium", "permanent", "why", "touch"),
    COMPLAINED(List.of("complained"), "touch"),
    OPENED(List.of("opened"), "touch", "automatic", "at"),
    CLICKED(List.of("clicked"), "touch", "link", "automatic", "at"),
    CONVERSATION(List.of("conversation"), "said", "agreed", "next"),
    PAUSED(List.of("paused", "pause"), "until"),
    RESUMED(List.of("resumed")),
    CONVERTED(List.of("converted")),
    PREFERENCES(List.of("preferences"), "lessOften", "media", "topics");

    private final List<String> names;
    private final String[] fields;

    SignalType(List<String> names, String... fields) {
        this.names = names;
        this.fields = fields;
    }

    static Optional<SignalType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.names.contains(name)).findFirst();
    }

    /** The name that it goes by. */
    String title() {
        return names.getFirst();
    }

    static String allNames() {
        return Arrays.stream(values()).map(SignalType::title).collect(Collectors.joining(", "));
    }

    /** The fields that a report of this type may have. */
    String[] fields() {
        return Stream.concat(Stream.of("type", "email"), Arrays.stream(fields)).toArray(String[]::new);
    }
}
