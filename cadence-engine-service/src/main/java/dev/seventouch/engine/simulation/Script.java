package dev.seventouch.engine.simulation;

import dev.seventouch.events.lead.Conversation;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.Fault;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.events.touch.TouchRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a lead does while its calendar is played, and what becomes of touches that are not simply handed over.
 *
 * @param results the first touch of a place has the first result for it, and so on; further ones are handed over
 */
public record Script(List<Event> events, List<Result> results) {
    public static final Script NONE = new Script(List.of(), List.of());

    public Script {
        events = List.copyOf(events);
        results = List.copyOf(results);
    }

    /**
     * Something that happens once.
     *
     * @param when counted from the touch of {@code step}, else from the capture
     * @param step the touch it belongs to; null for none
     * @param words as it is told of
     */
    public record Event(When when, @Nullable Step step, String words, What what) {}

    /** @param occurrence counts from 1 */
    public record Step(String key, int occurrence) {
        @Override
        public String toString() {
            return occurrence == 1 ? key : key + " #" + occurrence;
        }
    }

    public sealed interface What {

        /** @param said what is kept with the lead of a conversation; null for nothing */
        record Signalled(Saying saying, @Nullable Words said) implements What {}

        /** The person who did the step noted what came of it. */
        record Answered(String answer) implements What {}

        /** The lead was captured again, and told this. */
        record Captured(LeadFacts facts) implements What {}
    }

    /** A signal, as soon as it is known who says it, of which touch and when. */
    @FunctionalInterface
    public interface Saying {
        Signal signal(LeadId lead, @Nullable TouchId touch, Instant at, ZoneId zone);
    }

    public record Words(@Nullable String said, @Nullable String agreed) {
        Conversation at(Instant at) {
            return new Conversation(at, said, agreed);
        }
    }

    public record Result(Step step, End end) {
        String words() {
            return step + " " + end.words();
        }
    }

    /** What becomes of a touch that is not handed over. */
    public sealed interface End {
        TouchOutcome of(TouchRef touch, Instant now, ZoneId zone);

        String words();

        record Failed(Fault fault, String why) implements End {
            @Override
            public TouchOutcome of(TouchRef touch, Instant now, ZoneId zone) {
                return new TouchOutcome.Failed(touch, fault, why, now);
            }

            @Override
            public String words() {
                return "failed: " + why;
            }
        }

        record Deferred(Span span, String why) implements End {
            @Override
            public TouchOutcome of(TouchRef touch, Instant now, ZoneId zone) {
                return new TouchOutcome.Deferred(touch, span.from(now, zone), why, now);
            }

            @Override
            public String words() {
                return "deferred: " + why;
            }
        }

        record Skipped(String why) implements End {
            @Override
            public TouchOutcome of(TouchRef touch, Instant now, ZoneId zone) {
                return new TouchOutcome.Skipped(touch, why, now);
            }

            @Override
            public String words() {
                return "skipped: " + why;
            }
        }
    }
}
