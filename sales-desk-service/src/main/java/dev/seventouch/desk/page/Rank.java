package dev.seventouch.desk.page;

import java.time.Instant;
import java.util.Locale;

/**
 * Places in a list as text that sorts, unique by the id at its end: a page can begin after any of them, and one field
 * serves as order, index and cursor.
 */
public final class Rank {
    private static final long LATEST = 9_999_999_999_999L;

    private Rank() {}

    /** The earliest first. */
    public static String ascending(Instant at, String id) {
        return padded(at.toEpochMilli()) + "-" + id;
    }

    /** The latest first. */
    public static String descending(Instant at, String id) {
        return padded(LATEST - at.toEpochMilli()) + "-" + id;
    }

    private static String padded(long millis) {
        return String.format(Locale.ROOT, "%013d", Math.clamp(millis, 0, LATEST));
    }
}
