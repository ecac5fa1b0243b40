package dev.seventouch.engine.laws;

import dev.seventouch.engine.laws.Law.Broken;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Draws histories by a seed and plays them, as many at once as there are processors, until a law is broken or time is up. */
final class Search {
    /** What is dear to check – that what is told twice is as told once, and that a history can be read again – is checked in every eighth. */
    private static final int DEAR = 8;

    private final long seed;
    private final Function<Shelf, Core> core;
    private final Duration atMost;
    private final AtomicInteger drawn = new AtomicInteger();
    private final AtomicInteger played = new AtomicInteger();
    private final AtomicReference<Found> found = new AtomicReference<>();
    private final long began = System.nanoTime();
    private Duration took = Duration.ZERO;

    Search(long seed, Function<Shelf, Core> core, Duration atMost) {
        this.seed = seed;
        this.core = core;
        this.atMost = atMost;
    }

    /** A history under which a law does not hold. */
    final class Found {
        private final int index;
        private final History history;
        private final Broken broken;

        private Found(int index, History history, Broken broken) {
            this.index = index;
            this.history = history;
            this.broken = broken;
        }

        int index() {
            return index;
        }

        String law() {
            return broken.law();
        }

        /** As short and plain as it can be while it still breaks the same law. */
        History shrunk() {
            return Shrinker.shrink(
                    history,
                    candidate -> Trial.of(candidate, Laws.all(), core)
                            .filter(again -> again.law().equals(broken.law()))
                            .isPresent());
        }

        String story() {
            return story(shrunk());
        }

        String story(History shrunk) {
            return Story.of(shrunk, core, Trial.of(shrunk, Laws.all(), core).orElse(broken));
        }
    }

    Optional<Found> among(int histories) {
        int hands = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(hands)) {
            for (int i = 0; i < hands; i++) {
                workers.execute(() -> play(histories));
            }
        }
        took = soFar();
        return Optional.ofNullable(found.get());
    }

    private void play(int histories) {
        while (found.get() == null && soFar().compareTo(atMost) < 0) {
            int index = drawn.getAndIncrement();
            if (index >= histories) {
                return;
            }
            History history = draw(seed, index);
            Trial.of(history, index % DEAR == 0 ? Laws.all() : Laws.cheap(), core)
                    .map(broken -> new Found(index, history, broken))
                    .ifPresent(one -> found.accumulateAndGet(one, Search::first));
            played.incrementAndGet();
        }
    }

    /** Whoever searches by the same seed finds the same. */
    private static Found first(@Nullable Found one, Found other) {
        return one == null || other.index < one.index ? other : one;
    }

    private static History draw(long seed, int index) {
        Dice dice = Dice.of(seed, index);
        return new History(Worlds.draw(dice), Happenings.draw(dice));
    }

    private Duration soFar() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    int played() {
        return played.get();
    }

    Duration took() {
        return took;
    }
}
