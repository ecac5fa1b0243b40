package dev.seventouch.engine.laws;

import dev.seventouch.engine.laws.Happening.Answer;
import dev.seventouch.engine.laws.Happening.Saying;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Draws what happens. */
final class Happenings {
    private static final Answer[] ANSWERS = Answer.values();
    private static final Saying[] SAYINGS = Saying.values();

    private final Dice dice;

    private Happenings(Dice dice) {
        this.dice = dice;
    }

    static List<Happening> draw(Dice dice) {
        return new Happenings(dice).some();
    }

    private List<Happening> some() {
        int count = length();
        List<Happening> happenings = new ArrayList<>(count + 1);
        if (!dice.oneIn(30)) {
            happenings.add(new Happening.Captured(0, dice.oneIn(8), false, dice.oneIn(4) ? delay() : Duration.ZERO));
        }
        for (int i = 0; i < count; i++) {
            happenings.add(any());
        }
        return happenings;
    }

    private int length() {
        return switch (dice.between(0, 5)) {
            case 0, 1, 2 -> dice.between(1, 7);
            case 3, 4 -> dice.between(6, 16);
            default -> dice.between(14, 36);
        };
    }

    private Happening any() {
        int which = dice.between(0, 99);
        if (which < 16) {
            return new Happening.GoesWell(dice.between(1, 4));
        }
        if (which < 32) {
            return new Happening.TimeComes(Duration.ZERO);
        }
        if (which < 46) {
            return new Happening.Answered(0, Answer.HANDED_OVER, Duration.ZERO, Duration.ofHours(1));
        }
        if (which < 56) {
            return new Happening.Answered(
                    dice.oneIn(3) ? dice.between(0, 6) : 0, dice.oneOf(ANSWERS), delayOrNone(), delay());
        }
        if (which < 77) {
            return new Happening.Said(dice.oneOf(SAYINGS), dice.between(0, 6), delayOrNone(), span());
        }
        if (which < 82) {
            return new Happening.Captured(dice.between(0, 3), dice.oneIn(8), dice.oneIn(4), delayOrNone());
        }
        return switch (which) {
            case 82, 83 -> new Happening.TimeComes(delay());
            case 84, 85, 86 -> new Happening.TimePasses(span(), dice.oneIn(2));
            case 87, 88 -> new Happening.ClocksChange(Duration.ofMinutes(dice.between(-180, 180)));
            case 89, 90 -> new Happening.ToldAgain(dice.between(0, 5));
            case 91, 92, 93 -> new Happening.Published();
            case 94 -> new Happening.Republished();
            case 95 -> new Happening.Restocked();
            case 96 -> new Happening.Queued(delay());
            case 97 -> new Happening.Rebuilt();
            case 98 -> dice.oneIn(2) ? new Happening.PlansLost() : new Happening.PlansFound();
            default -> new Happening.PlansFound();
        };
    }

    /** How late things are told, or how long they are put off. */
    private Duration delay() {
        return switch (dice.between(0, 3)) {
            case 0 -> Duration.ofMinutes(dice.between(0, 40));
            case 1 -> Duration.ofMinutes(dice.between(0, 1_000));
            case 2 -> Duration.ofHours(dice.between(1, 100));
            default -> Duration.ofDays(dice.between(1, 20));
        };
    }

    private Duration delayOrNone() {
        return dice.oneIn(3) ? delay() : Duration.ZERO;
    }

    private Duration span() {
        return switch (dice.between(0, 3)) {
            case 0 -> Duration.ofMinutes(dice.between(1, 1_500));
            case 1, 2 -> Duration.ofDays(dice.between(1, 12));
            default -> Duration.ofDays(dice.between(10, 120));
        };
    }
}
