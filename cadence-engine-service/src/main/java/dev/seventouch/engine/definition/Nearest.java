package dev.seventouch.engine.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What somebody meant who wrote something near it. */
final class Nearest {
    private static final int NEAR = 2;

    private Nearest() {}

    static Optional<String> to(String found, Collection<String> known) {
        return known.stream()
                .filter(candidate -> distance(found, candidate) <= NEAR)
                .min(Comparator.comparingInt(candidate -> distance(found, candidate)));
    }

    // Levenshtein's distance, a row at a time.
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
