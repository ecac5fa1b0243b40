package dev.seventouch.events.signal;

import static java.util.Objects.requireNonNull;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.Medium;
import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a lead did or said. Carries ids, never words of a person: those are kept with the lead. */
public sealed interface Signal {
    LeadId lead();

    Instant at();

    /**
     * Stop.
     *
     * @param from the media that are forbidden from now on; all of them unless the lead named some
     * @param touch the touch whose link was used, if any
     */
    record Unsubscribed(
            LeadId lead, Set<Medium> from, @Nullable TouchId touch, Instant at) implements Signal {
        public Unsubscribed {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
            from = from == null || from.isEmpty() ? EnumSet.allOf(Medium.class) : EnumSet.copyOf(from);
        }

        public static Unsubscribed fromAll(LeadId lead, @Nullable TouchId touch, Instant at) {
            return new Unsubscribed(lead, EnumSet.allOf(Medium.class), touch, at);
        }

        public boolean fromEverything() {
            return from.size() == Medium.values().length;
        }
    }

    /**
     * Ready to buy: a person takes over now.
     *
     * @param callAt when the lead wishes to be called, as its own clock shows it; null for now
     */
    record ReadyToBuy(
            LeadId lead, @Nullable TouchId touch, @Nullable LocalDateTime callAt, Instant at) implements Signal {
        public ReadyToBuy {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
        }

        /** Of a lead that wishes for no time. */
        public ReadyToBuy(LeadId lead, @Nullable TouchId touch, Instant at) {
            this(lead, touch, null, at);
        }
    }

    /** The second half of a double opt-in. */
    record Confirmed(LeadId lead, Instant at) implements Signal {
        public Confirmed {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
        }
    }

    /** A person answered. Automatic replies (RFC 3834) are not replies. */
    record Replied(LeadId lead, @Nullable TouchId touch, Instant at) implements Signal {
        public Replied {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
        }
    }

    /** A machine answered (RFC 3834): out of office, a ticket number. It says nothing about the lead's wishes. */
    record AutoReplied(LeadId lead, @Nullable TouchId touch, Instant at) implements Signal {
        public AutoReplied {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
        }
    }

    /**
     * Something we sent came back.
     *
     * @param permanent whether the address will never work (5.1.x in RFC 3463's terms, or post returned for good)
     * @param why the status code that came back, such as {@code 5.1.1}, or words of our own; never those of anybody else, which may
     *     name a person
     */
    record Bounced(
            LeadId lead,
            Medium medium,
            boolean permanent,
            @Nullable String why,
            @Nullable TouchId touch,
            Instant at) implements Signal {
        public Bounced {
            requireNonNull(lead, "lead");
            requireNonNull(medium, "medium");
            requireNonNull(at, "at");
        }
    }

    /** The lead called our mail spam (RFC 5965). */
    record Complained(LeadId lead, @Nullable TouchId touch, Instant at) implements Signal {
        public Complained {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
        }
    }

    /** Who opened a mail or followed a link in it. */
    enum Visitor {
        PERSON,
        /** A program that looks at mail before its reader does, such as a filter for malware. */
        SCANNER
    }

    /** @param by a person, as far as can be told; that was not noted by older versions */
    record Opened(LeadId lead, TouchId touch, Visitor by, Instant at) implements Signal {
        public Opened {
            requireNonNull(lead, "lead");
            requireNonNull(touch, "touch");
            requireNonNull(at, "at");
            by = by == null ? Visitor.PERSON : by;
        }

        public Opened(LeadId lead, TouchId touch, Instant at) {
            this(lead, touch, Visitor.PERSON, at);
        }
    }

    /**
     * @param link where it led to
     * @param by a person, as far as can be told; that was not noted by older versions
     */
    record Clicked(LeadId lead, TouchId touch, String link, Visitor by, Instant at) implements Signal {
        public Clicked {
            requireNonNull(lead, "lead");
            requireNonNull(touch, "touch");
            requireNonNull(link, "link");
            requireNonNull(at, "at");
            by = by == null ? Visitor.PERSON : by;
        }

        public Clicked(LeadId lead, TouchId touch, String link, Instant at) {
            this(lead, touch, link, Visitor.PERSON, at);
        }
    }

    /** A person spoke with the lead; what was said is in the lead's {@code lastConversation}. */
    record Conversed(LeadId lead, @Nullable AgreedStep next, Instant at) implements Signal {
        public Conversed {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
        }
    }

    /** What happens next, as agreed with the lead. It outranks the plan. */
    record AgreedStep(Channel channel, Instant when) {
        public AgreedStep {
            requireNonNull(channel, "channel");
            requireNonNull(when, "when");
        }
    }

    record Paused(LeadId lead, Instant until, Instant at) implements Signal {
        public Paused {
            requireNonNull(lead, "lead");
            requireNonNull(until, "until");
            requireNonNull(at, "at");
        }
    }

    record Resumed(LeadId lead, Instant at) implements Signal {
        public Resumed {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
        }
    }

    /** The lead bought. */
    record Converted(LeadId lead, Instant at) implements Signal {
        public Converted {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
        }
    }

    /**
     * How the lead wants to be touched.
     *
     * @param lessOften whether recurring touches come at half their rate
     * @param media the media the lead welcomes; empty means no wish
     * @param topics the topics the lead welcomes; empty means no wish
     */
    record Preferred(LeadId lead, boolean lessOften, Set<Medium> media, Set<String> topics, Instant at)
            implements Signal {
        public Preferred {
            requireNonNull(lead, "lead");
            requireNonNull(at, "at");
            media = media == null ? Set.of() : Set.copyOf(media);
            topics = topics == null ? Set.of() : Set.copyOf(topics);
        }
    }
}
