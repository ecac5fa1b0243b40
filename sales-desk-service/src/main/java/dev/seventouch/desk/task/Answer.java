package dev.seventouch.desk.task;

import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.wire.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can come of a task. The name on the wire is the constant's in lower case, such as {@code no-answer}. */
public enum Answer {
    REACHED("Reached"),
    NO_ANSWER("No answer"),
    WANTS_OFFER("Wants an offer"),
    NOT_INTERESTED("Not interested"),
    DONE("Done");

    private final String words;

    Answer(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    public String wireName() {
        return Json.nameOf(this);
    }

    public static Optional<Answer> named(String wireName) {
        return Arrays.stream(values())
                .filter(answer -> answer.wireName().equals(wireName))
                .findFirst();
    }

    /** What is offered for a channel. Any answer is taken for any channel. */
    public static List<Answer> offeredFor(Channel channel) {
        return switch (channel) {
            case CALL, VISIT -> List.of(REACHED, NO_ANSWER, WANTS_OFFER, NOT_INTERESTED);
            case NOTE, GIFT, EMAIL, LETTER, CARD -> List.of(DONE);
        };
    }

    /** All names, for a message that says what is allowed. */
    public static String names() {
        return Arrays.stream(values()).map(Answer::wireName).collect(Collectors.joining(", "));
    }
}
