package dev.seventouch.mailer.delivery.print;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The time of day until which letters go with that day's post. One that a change of clocks leaves out comes when it ends. */
public record CutOff(LocalTime at, ZoneId zone) {

    /** The last one that has been; never after {@code now}. */
    public ZonedDateTime last(Instant now) {
        var today = now.atZone(zone).toLocalDate();
        ZonedDateTime latest = today.atTime(at).atZone(zone);
        return latest.toInstant().isAfter(now) ? today.minusDays(1).atTime(at).atZone(zone) : latest;
    }

    /** The one after the last; always after {@code now}. */
    public ZonedDateTime next(Instant now) {
        return last(now).toLocalDate().plusDays(1).atTime(at).atZone(zone);
    }
}
