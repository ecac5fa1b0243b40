package dev.seventouch.mailer.channel.letter;

import dev.seventouch.events.lead.Contact;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.delivery.Handover;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.PrintItems;
import dev.seventouch.mailer.template.AddressLines;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Letters and cards: they are laid out and put into the queue for the printer. */
public final class LetterHandover implements Handover {

    private final PrintItems queue;
    private final InstantSource clock;

    /** @param clock house time */
    public LetterHandover(PrintItems queue, InstantSource clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public Set<Channel> channels() {
        return EnumSet.of(Channel.LETTER, Channel.CARD);
    }

    @Override
    public @Nullable String obstacle(TouchEvent.Due due) {
        var address = due.lead().contact().address();
        return address == null || !address.isComplete() ? "no postal address" : null;
    }

    @Override
    public Answer handOver(Parcel parcel, LastLook lastLook) {
        TouchEvent.Due due = parcel.due();
        PrintItem item = new PrintItem(
                due.touch().id(),
                due.touch().lead(),
                due.touch().channel(),
                envelope(due.lead().contact()),
                parcel.content().html(),
                PrintItem.State.QUEUED,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                null);
        if (!lastLook.mayGo()) {
            return new Answer.Stopped();
        }
        queue.add(item);
        return new Answer.Taken("queued for print");
    }

    private static List<String> envelope(Contact contact) {
        return Stream.concat(
                        Stream.of(contact.company(), contact.name()).filter(Objects::nonNull),
                        AddressLines.of(Objects.requireNonNull(contact.address())).stream())
                .toList();
    }
}
