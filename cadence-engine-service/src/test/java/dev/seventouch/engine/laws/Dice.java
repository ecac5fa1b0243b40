package dev.seventouch.engine.laws;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws by a seed: the same seed, the same draws. */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The dice for the {@code index}th of many that are drawn by one seed. */
    static Dice of(long seed, long index) {
        return new Dice(seed ^ (index * GOLDEN));
    }

    /** From {@code least} to {@code most}, both inclusive. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    long between(long least, long most) {
        return least + random.nextLong(most - least + 1);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    @SafeVarargs
    final <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Any of them, maybe none. */
    <T> Set<T> someOf(Collection<T> all) {
        Set<T> some = new LinkedHashSet<>();
        for (T one : all) {
            if (oneIn(3)) {
                some.add(one);
            }
        }
        return some;
    }

    /** Any of them, at least one. */
    <T> Set<T> atLeastOneOf(List<T> all) {
        Set<T> some = someOf(all);
        if (some.isEmpty()) {
            some.add(oneOf(all));
        }
        return some;
    }

    Duration minutes(int least, int most) {
        return Duration.ofMinutes(between(least, most));
    }
}
