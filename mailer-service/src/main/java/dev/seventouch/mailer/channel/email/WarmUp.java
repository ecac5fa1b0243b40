package dev.seventouch.mailer.channel.email;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How many mails a new sending address gets on which day: large receivers bury a stranger who begins with thousands.
 *
 * @param start the first day, in UTC
 * @param table mails on the first day, on the second and so on; after the last one there is no bound
 */
public record WarmUp(LocalDate start, List<Integer> table) {

    /** @throws IllegalArgumentException if the table is empty or falls */
    public WarmUp {
        if (table.isEmpty() || table.getFirst() < 1) {
            throw new IllegalArgumentException("a warm-up begins with at least one mail on its first day");
        }
        for (int day = 1; day < table.size(); day++) {
            if (table.get(day) < table.get(day - 1)) {
                throw new IllegalArgumentException("a warm-up grows: " + table.get(day) + " mails on day " + (day + 1)
                        + " are fewer than the day before");
            }
        }
    }

    /** How many mails may go on {@code day}; none before the start, {@link Long#MAX_VALUE} after the table. */
    long allowance(LocalDate day) {
        long index = ChronoUnit.DAYS.between(start, day);
        if (index < 0) {
            return 0;
        }
        return index < table.size() ? table.get((int) index) : Long.MAX_VALUE;
    }
}
