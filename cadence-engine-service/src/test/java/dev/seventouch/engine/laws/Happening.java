package dev.seventouch.engine.laws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that happens to a lead, said so that it means something wherever in a history it stands: of <em>the last touch but
 * one</em>, not of a touch by its id. So a history that is cut is still a history.
 */
sealed interface Happening {

    /** Happenings of the same kind that are simpler, the simplest first. */
    default List<Happening> simpler() {
        return List.of();
    }

    /** The lead leaves its details, or more becomes known of it. */
    record Captured(int facts, boolean toConfirm, boolean factsOnly, Duration ago) implements Happening {
        @Override
        public List<Happening> simpler() {
            return simplest(
                    this,
                    new Captured(0, false, false, Duration.ZERO),
                    new Captured(0, toConfirm, factsOnly, ago),
                    new Captured(facts, false, factsOnly, ago),
                    new Captured(facts, toConfirm, false, ago),
                    new Captured(facts, toConfirm, factsOnly, Duration.ZERO),
                    new Captured(facts, toConfirm, factsOnly, shorter(ago)));
        }
    }

    /** The next touches come at their time and are handed over at once. */
    record GoesWell(int touches) implements Happening {
        @Override
        public List<Happening> simpler() {
            return simplest(this, new GoesWell(1), new GoesWell(touches / 2), new GoesWell(touches - 1));
        }
    }

    /** The time comes at which the engine has to look again; it does so late if it was away. */
    record TimeComes(Duration late) implements Happening {
        @Override
        public List<Happening> simpler() {
            return simplest(this, new TimeComes(Duration.ZERO), new TimeComes(shorter(late)));
        }
    }

    /** @param asleep whether the engine is away meanwhile */
    record TimePasses(Duration by, boolean asleep) implements Happening {
        @Override
        public List<Happening> simpler() {
            return simplest(this, new TimePasses(by, false), new TimePasses(shorter(by), asleep));
        }
    }

    /** The lead's clocks change, and it is so long after (or before) the change. */
    record ClocksChange(Duration after) implements Happening {
        @Override
        public List<Happening> simpler() {
            return simplest(this, new ClocksChange(Duration.ZERO), new ClocksChange(shorter(after)));
        }
    }

    /**
     * What became of a touch is told.
     *
     * @param back 0 for the touch that went out last
     * @param ago how long it took to be told
     * @param until how long it is deferred
     */
    record Answered(int back, Answer answer, Duration ago, Duration until) implements Happening {
        @Override
        public List<Happening> simpler() {
            return simplest(
                    this,
                    new Answered(0, answer, Duration.ZERO, until),
                    new Answered(back, Answer.HANDED_OVER, ago, until),
                    new Answered(Math.max(0, back - 1), answer, ago, until),
                    new Answered(back, answer, Duration.ZERO, until),
                    new Answered(back, answer, shorter(ago), until),
                    new Answered(back, answer, ago, Duration.ofHours(1)));
        }
    }

    enum Answer {
        HANDED_OVER,
        COMPLETED,
        NOTED,
        DEFERRED,
        SKIPPED,
        NO_SUCH_ADDRESS,
        MAILBOX_FULL,
        REFUSED,
        NOT_RENDERED
    }

    /**
     * The lead says or does something.
     *
     * @param choice which medium, which touch …
     * @param ago how long it took to be told
     * @param span until when, from then on
     */
    record Said(Saying saying, int choice, Duration ago, Duration span) implements Happening {
        @Override
        public List<Happening> simpler() {
            return simplest(
                    this,
                    new Said(saying, 0, Duration.ZERO, Duration.ofDays(1)),
                    new Said(saying, 0, ago, span),
                    new Said(saying, choice, Duration.ZERO, span),
                    new Said(saying, choice, shorter(ago), span),
                    new Said(saying, choice, ago, Duration.ofDays(1)));
        }
    }

    enum Saying {
        STOP,
        NOT_ON_THIS_MEDIUM,
        COMPLAINED,
        READY_TO_BUY,
        CONVERTED,
        CONFIRMED,
        REPLIED,
        AUTO_REPLIED,
        BOUNCED_FOR_GOOD,
        BOUNCED_FOR_NOW,
        CONVERSED,
        AGREED,
        PAUSED,
        RESUMED,
        LESS_OFTEN,
        PREFERS_MEDIA,
        PREFERS_TOPICS,
        OPENED,
        CLICKED
    }

    /** What was told is told again, word for word. */
    record ToldAgain(int back) implements Happening {
        @Override
        public List<Happening> simpler() {
            return simplest(this, new ToldAgain(0), new ToldAgain(Math.max(0, back - 1)));
        }
    }

    /** Whatever is due next has to queue for so long. */
    record Queued(Duration by) implements Happening {
        @Override
        public List<Happening> simpler() {
            return simplest(this, new Queued(Duration.ofMinutes(1)), new Queued(shorter(by)));
        }
    }

    /** The next of the world's editions is published. */
    record Published() implements Happening {}

    /** The engine goes round and tells everybody of what was published. */
    record Republished() implements Happening {}

    /** All of the world's items are in the library. */
    record Restocked() implements Happening {}

    /** The plans are not known here: they are still on their way to this instance. */
    record PlansLost() implements Happening {}

    record PlansFound() implements Happening {}

    /** The engine is rebuilt from nothing but what it was told. */
    record Rebuilt() implements Happening {}

    private static List<Happening> simplest(Happening than, Happening... candidates) {
        List<Happening> simpler = new ArrayList<>(candidates.length);
        for (Happening candidate : candidates) {
            if (!candidate.equals(than) && !simpler.contains(candidate)) {
                simpler.add(candidate);
            }
        }
        return simpler;
    }

    private static Duration shorter(Duration duration) {
        Duration half = duration.dividedBy(2);
        return half.abs().compareTo(Duration.ofMinutes(1)) < 0 ? Duration.ZERO : Duration.ofMinutes(half.toMinutes());
    }
}
