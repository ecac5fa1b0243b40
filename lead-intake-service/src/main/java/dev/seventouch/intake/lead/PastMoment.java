package dev.seventouch.intake.lead;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** A moment that lies back, as a list or another system tells it: a day, which means its beginning in UTC, or a time. */
public final class PastMoment {
    /** What is said of anything else. */
    public static final String EXPECTED =
            "is no day or time in the past; write it as 2026-03-01 or 2026-03-01T09:30:00Z";

    private static final int DAY = "2026-03-01".length();

    private PastMoment() {}

    /** Nothing if it is neither a day nor a time, or lies ahead of {@code now}. */
    public static Optional<Instant> of(String text, Instant now) {
        try {
            Instant moment = text.length() == DAY
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            return Optional.of(moment).filter(back -> !back.isAfter(now));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
