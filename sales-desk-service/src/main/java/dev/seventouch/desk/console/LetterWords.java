package dev.seventouch.desk.console;

import dev.seventouch.desk.letter.Batch;
import dev.seventouch.desk.letter.Letter;
import dev.seventouch.desk.letter.PrintQueue;
import dev.seventouch.desk.letter.Stack;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the desk knows of letters, in words for a page. */
final class LetterWords {
    private final Words words;

    LetterWords(Words words) {
        this.words = words;
    }

    /** @param shown as many of those that wait are shown */
    Models.Queue queue(PrintQueue queue, int shown) {
        List<Letter> waiting = queue.queued();
        return new Models.Queue(
                count(waiting) + (waiting.size() < PrintQueue.MOST_QUEUED ? "" : ", or more"),
                waiting.size() == 1,
                waiting.stream().limit(shown).map(this::letter).toList(),
                waiting.size() > shown,
                queue.nextCutOff() == null ? null : words.when(queue.nextCutOff()),
                queue.batches().stream().map(this::batch).toList());
    }

    Models.BatchRow batch(Batch batch) {
        return new Models.BatchRow(
                batch.id(),
                state(batch.state()),
                Json.nameOf(batch.state()),
                words.when(batch.cutOff()),
                standing(batch));
    }

    private String standing(Batch batch) {
        String when = words.when(batch.at()).words();
        return switch (batch.state()) {
            case OPEN -> "Nobody prints it yet";
            case CLAIMED -> "Printed by " + batch.by() + " since " + when;
            case POSTED -> batch.by() == null ? "Posted " + when : "Posted by " + batch.by() + ", " + when;
        };
    }

    /** @param find what the address must have in it, in any case; all if empty. @param shown as many are shown */
    Models.StackView stack(Stack stack, String find, int shown) {
        List<Letter> all = stack.items();
        List<Letter> going = all.stream().filter(not(Letter.State.STOPPED)).toList();
        List<Letter> found = going.stream().filter(letter -> isIn(letter, find)).toList();
        return new Models.StackView(
                batch(stack.batch()),
                count(going),
                has(going, Channel.LETTER),
                has(going, Channel.CARD),
                all.stream()
                        .filter(letter -> letter.state() == Letter.State.STOPPED)
                        .map(this::letter)
                        .toList(),
                found.stream().limit(shown).map(this::letter).toList(),
                found.size(),
                found.stream().limit(shown).anyMatch(letter -> letter.state() == Letter.State.POSTED));
    }

    private static Predicate<Letter> not(Letter.State state) {
        return letter -> letter.state() != state;
    }

    private static boolean isIn(Letter letter, String find) {
        return find.isEmpty()
                || String.join(" ", letter.address()).toLowerCase(Locale.ROOT).contains(find.toLowerCase(Locale.ROOT));
    }

    private static boolean has(List<Letter> letters, Channel channel) {
        return letters.stream().anyMatch(letter -> letter.channel() == channel);
    }

    private Models.LetterRow letter(Letter letter) {
        return new Models.LetterRow(
                letter.touchId().value(),
                letter.leadId().value(),
                Words.channel(letter.channel()),
                letter.address().isEmpty()
                        ? "No address any more"
                        : letter.address().getFirst(),
                letter.address().stream().skip(1).collect(Collectors.joining(", ")),
                words.day(letter.queuedAt()),
                letter.state() == Letter.State.POSTED,
                state(letter.state()),
                Json.nameOf(letter.state()));
    }

    /** Such as "3 letters and 1 card". */
    private static String count(List<Letter> letters) {
        long cards = letters.stream()
                .filter(letter -> letter.channel() == Channel.CARD)
                .count();
        String counted = Stream.of(count(letters.size() - cards, "letter"), count(cards, "card"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
        return counted.isEmpty() ? "nothing" : counted;
    }

    private static String count(long number, String what) {
        return number == 0 ? "" : number + " " + what + (number == 1 ? "" : "s");
    }

    private static String state(Batch.State state) {
        return switch (state) {
            case OPEN -> "To print";
            case CLAIMED -> "Being printed";
            case POSTED -> "Posted";
        };
    }

    private static String state(Letter.State state) {
        return switch (state) {
            case QUEUED -> "Waits";
            case BATCHED -> "To print";
            case POSTED -> "Posted";
            case STOPPED -> "Stopped";
            case GIVEN_UP -> "Given up";
            case RETURNED -> "Came back";
        };
    }
}
