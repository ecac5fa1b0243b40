package dev.seventouch.desk.mailer;

import dev.seventouch.desk.letter.Batch;
import dev.seventouch.desk.letter.Letter;
import dev.seventouch.desk.letter.Paper;
import dev.seventouch.desk.letter.PrintQueue;
import dev.seventouch.desk.letter.PrintRoom;
import dev.seventouch.desk.letter.Stack;
import dev.seventouch.desk.mailer.MailerClient.Answer;
import dev.seventouch.events.touch.TouchId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The print room behind the mailer's API. */
public final class MailerPrintRoom implements PrintRoom {
    private static final String BATCHES = "/api/v1/letter-batches";

    /** What may become a part of a path. */
    private static final Pattern ID = Pattern.compile("[0-9a-z][0-9a-z-]{0,39}");

    private final MailerClient mailer;

    public MailerPrintRoom(MailerClient mailer) {
        this.mailer = mailer;
    }

    private record Made(Batch batch) {}

    private record Returned(List<Letter> returned) {}

    private record By(String by) {}

    private record Returns(Set<TouchId> touches) {}

    @Override
    public PrintQueue queue() {
        return asked(BATCHES).as(PrintQueue.class).orElseThrow(() -> mailer.unexpected("there is no list of batches"));
    }

    @Override
    public Optional<Stack> stack(String batch) {
        return isId(batch) ? asked(BATCHES + "/" + batch).as(Stack.class) : Optional.empty();
    }

    @Override
    public Optional<Batch> makeBatch() {
        return told(BATCHES, Map.of()).as(Made.class).map(Made::batch);
    }

    @Override
    public boolean claim(String batch, String by) {
        return step(batch, "claim", by);
    }

    @Override
    public boolean release(String batch, String by) {
        return step(batch, "release", by);
    }

    @Override
    public boolean posted(String batch, String by) {
        return step(batch, "posted", by);
    }

    private boolean step(String batch, String step, String by) {
        return isId(batch)
                && told(BATCHES + "/" + batch + "/" + step, new By(by)).isDone();
    }

    @Override
    public int returned(String batch, Set<TouchId> touches) {
        return isId(batch) && !touches.isEmpty()
                ? told(BATCHES + "/" + batch + "/returned", new Returns(touches))
                        .as(Returned.class)
                        .map(answer -> answer.returned().size())
                        .orElse(0)
                : 0;
    }

    @Override
    public Optional<byte[]> fetch(String batch, Paper paper) {
        String file = switch (paper) {
            case LETTERS, CARDS, MERGE_FILE -> paper.fileName();
            case LABELS_L7160 -> "labels.pdf?sheets=l7160";
            case LABELS_AVERY5160 -> "labels.pdf?sheets=avery5160";
        };
        return isId(batch) ? asked(BATCHES + "/" + batch + "/" + file).bytes() : Optional.empty();
    }

    private Answer asked(String path) {
        return mailer.get(path).orElseAway();
    }

    private Answer told(String path, Object body) {
        return mailer.post(path, body).orElseAway();
    }

    private static boolean isId(String batch) {
        return ID.matcher(batch).matches();
    }
}
