package dev.seventouch.engine.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a history that breaks a law as short and as plain as it can be while it still breaks it. */
final class Shrinker {
    private static final int PATIENCE = 6_000;

    private final Predicate<History> breaks;
    private int tries;

    private Shrinker(Predicate<History> breaks) {
        this.breaks = breaks;
    }

    static History shrink(History history, Predicate<History> breaks) {
        Shrinker shrinker = new Shrinker(breaks);
        History best = history;
        History before;
        do {
            before = best;
            best = shrinker.fewer(best);
            best = shrinker.plainer(best);
            best = shrinker.simpler(best);
        } while (best != before && shrinker.tries < PATIENCE);
        return best;
    }

    private boolean breaks(History history) {
        tries++;
        return tries < PATIENCE && breaks.test(history);
    }

    /** Leaves out what is not needed: first half of it, then a quarter … (Zeller's delta debugging). */
    private History fewer(History history) {
        History best = history;
        for (int size = Math.max(1, best.happenings().size() / 2); size >= 1; size /= 2) {
            int from = 0;
            while (from < best.happenings().size()) {
                List<Happening> fewer = new ArrayList<>(best.happenings());
                fewer.subList(from, Math.min(fewer.size(), from + size)).clear();
                History candidate = best.with(fewer);
                if (breaks(candidate)) {
                    best = candidate;
                } else {
                    from += size;
                }
            }
        }
        return best;
    }

    /** Says each happening in a simpler way. */
    private History simpler(History history) {
        History best = history;
        for (int i = 0; i < best.happenings().size(); i++) {
            boolean found = true;
            while (found) {
                found = false;
                for (Happening simpler : best.happenings().get(i).simpler()) {
                    List<Happening> happenings = new ArrayList<>(best.happenings());
                    happenings.set(i, simpler);
                    if (breaks(best.with(happenings))) {
                        best = best.with(happenings);
                        found = true;
                        break;
                    }
                }
            }
        }
        return best;
    }

    /** Takes the world a simpler one. */
    private History plainer(History history) {
        History best = history;
        boolean found = true;
        while (found) {
            found = false;
            for (World plainer : Plainer.than(best.world())) {
                if (breaks(best.in(plainer))) {
                    best = best.in(plainer);
                    found = true;
                    break;
                }
            }
        }
        return best;
    }
}
