package dev.seventouch.desk.console;

import dev.seventouch.desk.deadletter.DeadLetter;
import dev.seventouch.desk.deadletter.Listed;
import dev.seventouch.desk.deadletter.Opened;
import dev.seventouch.desk.deadletter.Replay;
import dev.seventouch.desk.deadletter.Standing;
import dev.seventouch.desk.deadletter.ValueText;
import dev.seventouch.events.wire.Json;
import dev.seventouch.events.wire.Topic;
import dev.seventouch.events.wire.Topics;
import org.jspecify.annotations.Nullable;

/** What could not be read, in words for a page. */
final class DeadLetterWords {
    private final Words words;

    DeadLetterWords(Words words) {
        this.words = words;
    }

    Models.DeadLetterRow row(Listed listed) {
        DeadLetter letter = listed.letter();
        return new Models.DeadLetterRow(
                letter.place().toString(),
                letter.place().topic(),
                letter.key() == null ? null : visible(letter.key()),
                words.when(letter.at()),
                visible(letter.why()),
                letter.size() == 1 ? "1 byte" : letter.size() + " bytes",
                visible(letter.origin()),
                state(listed.standing()),
                Json.nameOf(listed.standing()),
                standing(listed));
    }

    Models.DeadLetterContent content(Opened opened) {
        return new Models.DeadLetterContent(
                opened.value() == null ? null : text(opened.value()),
                opened.headers().stream()
                        .map(it -> new Models.HeaderRow(
                                visible(it.name()),
                                it.value() == null ? "" : text(it.value()).text()))
                        .toList());
    }

    /** Whether what is replayed onto the topic replaces what came since under its key. */
    static boolean replaces(String topic) {
        return Topics.ALL.stream()
                .anyMatch(it -> it.name().equals(topic) && it.retention() == Topic.Retention.COMPACTED);
    }

    static String tally(int replayed, boolean more) {
        return (replayed == 1 ? "1 was replayed." : replayed + " were replayed.") + (more ? " There are more." : "");
    }

    private @Nullable String standing(Listed listed) {
        Replay replay = listed.replay();
        if (replay == null) {
            return null;
        }
        String who = replay.by() + ", " + words.when(replay.at()).words();
        return switch (listed.standing()) {
            case SET_ASIDE, ERASED -> null;
            case REPLAYED -> "Replayed by " + who;
            case ON_ITS_WAY -> "Being replayed by " + who;
            case IN_DOUBT -> "Replayed by " + who + "; it is not known whether it arrived";
        };
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case SET_ASIDE -> "Set aside";
            case ON_ITS_WAY -> "On its way";
            case IN_DOUBT -> "In doubt";
            case REPLAYED -> "Replayed";
            case ERASED -> "Erased";
        };
    }

    private static Models.Value text(byte[] bytes) {
        ValueText value = ValueText.of(bytes);
        return new Models.Value(visible(value.text()), value.hex(), value.cut());
    }

    /** HTML has no place for most control characters: each is shown by its picture. */
    private static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.chars()
                .map(it -> it < ' ' && it != '\n' && it != '\t' ? 0x2400 + it : it == 0x7f ? 0x2421 : it)
                .forEach(it -> shown.append((char) it));
        return shown.toString();
    }
}
