package dev.seventouch.mailer.channel.letter;

import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.delivery.Handover;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.PrintItems;
import dev.seventouch.mailer.template.AddressLines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Letters and cards: they are laid out and put into the queue for the printer, once. They are handed over when the print room
 * has posted them; asked for again before, they still wait.
 */
public final class LetterHandover implements Handover {

    private static final String WAITS = "waits to be printed and posted";

    private final PrintItems queue;
    private final Duration askAgain;
    private final Duration giveUpAfter;
    private final InstantSource clock;

    /**
     * @param askAgain house time after which a letter that waits may be asked for again
     * @param giveUpAfter house time after which a letter that nobody has posted has failed, so that its lead is not kept
     *     waiting for ever
     * @param clock house time
     */
    public LetterHandover(PrintItems queue, Duration askAgain, Duration giveUpAfter, InstantSource clock) {
        this.queue = queue;
        this.askAgain = askAgain;
        this.giveUpAfter = giveUpAfter;
        this.clock = clock;
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.LETTER, Channel.CARD);
    }

    @Override
    public @Nullable String obstacle(TouchEvent.Due due) {
        return AddressLines.envelope(due.lead().contact()).isEmpty()
                ? "no postal address that a post office could read"
                : null;
    }

    @Override
    public Answer handOver(Parcel parcel, LastLook lastLook) {
        TouchEvent.Due due = parcel.due();
        Optional<PrintItem> before = queue.find(due.touch().id());
        if (before.isPresent()) {
            return again(before.get());
        }
        PrintItem item = new PrintItem(
                due.touch().id(),
                due.touch().lead(),
                due.touch().channel(),
                AddressLines.envelope(due.lead().contact()),
                parcel.content().html(),
                PrintItem.State.QUEUED,
                now(),
                null);
        if (!lastLook.mayGo()) {
            return new Answer.Stopped();
        }
        queue.add(item);
        return new Answer.Waits(WAITS, askAgain);
    }

    private Answer again(PrintItem item) {
        return switch (item.state()) {
            case QUEUED, BATCHED ->
                item.queuedAt().plus(giveUpAfter).isAfter(now()) ? new Answer.Waits(WAITS, askAgain) : givenUp(item);
            case GIVEN_UP -> tooLong();
            case STOPPED -> new Answer.Stopped();
            case POSTED, RETURNED -> new Answer.Taken("posted in batch " + item.batch());
        };
    }

    /** What is in somebody's stack stays there: if it is posted after all, that is told as well. */
    private Answer givenUp(PrintItem item) {
        if (item.state() == PrintItem.State.QUEUED) {
            queue.move(List.of(item), PrintItem.State.GIVEN_UP, null);
        }
        return tooLong();
    }

    private Answer tooLong() {
        return new Answer.Never(Fault.SENDER, "nobody has posted it within " + giveUpAfter.toDays() + " days");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
