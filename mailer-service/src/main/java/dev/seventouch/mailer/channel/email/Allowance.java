package dev.seventouch.mailer.channel.email;

import dev.seventouch.mailer.delivery.RelayDays;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a relay's or a recipients' domain's day while it warms up. A quarter is kept back for first touches. What all mailers took together
 * is counted in the store, a few mails ahead: a restart loses those few.
 */
final class Allowance {

    /** In so many strokes a day's allowance is fetched from the store. */
    private static final int STROKES = 50;

    private final String name;
    private final @Nullable WarmUp warmUp;
    private final RelayDays days;
    private final InstantSource wall;
    private LocalDate day = LocalDate.EPOCH;
    private long gone;
    private long mine;

    /** @param warmUp null where mail has gone for long */
    Allowance(String name, @Nullable WarmUp warmUp, RelayDays days, InstantSource wall) {
        this.name = name;
        this.warmUp = warmUp;
        this.days = days;
        this.wall = wall;
    }

    /** Whether one more may go today; it is then counted. */
    synchronized boolean take(boolean first) {
        if (warmUp == null) {
            return true;
        }
        LocalDate today = wall.instant().atZone(ZoneOffset.UTC).toLocalDate();
        long most = warmUp.allowance(today);
        if (most == Long.MAX_VALUE) {
            return true;
        }
        if (!today.equals(day)) {
            day = today;
            gone = 0;
            mine = 0;
        }
        long bound = first ? most : most - most / 4;
        if (mine == 0 && gone < bound) {
            int stroke = (int) Math.max(1, Math.min(bound - gone, most / STROKES));
            long before = days.setAside(name, today, stroke);
            mine = Math.max(0, Math.min(stroke, most - before));
            gone = before + stroke;
        }
        if (mine == 0 || gone - mine >= bound) {
            return false;
        }
        mine--;
        return true;
    }

    /** It did not go after all. */
    synchronized void giveBack() {
        if (warmUp != null && day.equals(wall.instant().atZone(ZoneOffset.UTC).toLocalDate())) {
            mine++;
        }
    }
}
