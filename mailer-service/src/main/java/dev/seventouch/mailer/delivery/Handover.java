package dev.seventouch.mailer.delivery;

import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchEvent;
import dev.seventouch.mailer.template.Rendered;
import dev.seventouch.mailer.template.WaysOut;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A channel, as delivery sees it: something that a filled touch can be handed over to. Used by many threads at once. */
public interface Handover {

    Set<Channel> channels();

    /** Why this touch can't go this way at all, such as for want of an address; null if it can. */
    @Nullable String obstacle(TouchEvent.Due due);

    /**
     * How it stands with the place that this touch would go to, asked before it is written.
     *
     * @param first whether it goes ahead of all others
     */
    default Prospect prospect(TouchEvent.Due due, boolean first) {
        return new Prospect.Usual();
    }

    /**
     * Hands one touch over. All that takes time comes first; then {@code lastLook} is asked, and immediately after a yes
     * the hand-over begins. After a no, nothing leaves the house.
     */
    Answer handOver(Parcel parcel, LastLook lastLook);

    /**
     * @param ways null if it goes to the owner
     * @param first whether it goes ahead of all others
     */
    record Parcel(
            TouchEvent.Due due, Rendered content, @Nullable WaysOut ways, boolean first) {}

    /** Whether the hand-over may begin now. */
    interface LastLook {
        boolean mayGo();
    }

    /** What a hand-over would meet. It may be otherwise by the time it begins. */
    sealed interface Prospect {

        record Usual() implements Prospect {}

        /** It will take long: nobody should wait for its end. */
        record Slow() implements Prospect {}

        /** It would not be let in: it need not be written. */
        record Shut(Answer answer) implements Prospect {}
    }

    /** What the other side said. */
    sealed interface Answer {

        record Taken(@Nullable String receipt) implements Answer {}

        /**
         * Not now, perhaps later.
         *
         * @param pause wall time after which it may come again; null for the usual one between attempts
         * @param inDoubt whether nobody can know that it has not arrived (RFC 1047)
         * @param inTheEnd whose fault it is if it is given up
         */
        record NotNow(String why, @Nullable Duration pause, boolean inDoubt, Fault inTheEnd) implements Answer {

            /** For what says nothing about where it goes. */
            public NotNow(String why, @Nullable Duration pause, boolean inDoubt) {
                this(why, pause, inDoubt, Fault.SENDER);
            }
        }

        /**
         * It lies here, ready, and whoever takes it on from here tells its end, which may be days away.
         *
         * @param askAgain house time after which it may be asked for again, in case that end was never told
         */
        record Waits(String why, Duration askAgain) implements Answer {}

        /**
         * The house itself holds it back. It was not tried, so it is never given up for that.
         *
         * @param pause wall time after which it may come again
         */
        record Held(String why, Duration pause) implements Answer {}

        record Never(Fault fault, String why) implements Answer {}

        /** The last look said no. */
        record Stopped() implements Answer {}
    }
}
