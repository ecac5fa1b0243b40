package dev.seventouch.engine.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody meant who wrote something near it. */
final class Nearest {
    private static final int NEAR = 2;

    private Nearest() {}

    /** The one of {@code known} that is like {@code found} but for a letter or two, capitals aside; of several, the first. */
    static Optional<String> to(String found, Collection<String> known) {
        String wanted = found.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate -> isNear(wanted, candidate.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT))));
    }

    /** {@link #to} as the end of a sentence; empty if nothing is near. */
    static String hint(String found, Collection<String> known) {
        return to(found, known).map(Nearest::hint).orElse("");
    }

    static String hint(String meant) {
        return "; did you mean \"" + meant + "\"?";
    }

    // Of a short word, less than half may be wrong: "date" is not near "at".
    private static boolean isNear(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        return Math.abs(one.length() - other.length()) <= NEAR
                && distance(one, other) <= Math.min(NEAR, (longer - 1) / 2);
    }

    /** Letters to put in, take out, change, or swap with the next (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] distance = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distance[i][j] = i == 0 || j == 0 ? i + j : least(distance, one, other, i, j);
            }
        }
        return distance[one.length()][other.length()];
    }

    private static int least(int[][] distance, String one, String other, int i, int j) {
        int changed = distance[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, Math.min(distance[i - 1][j], distance[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
