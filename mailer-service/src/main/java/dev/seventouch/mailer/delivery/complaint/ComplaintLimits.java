package dev.seventouch.mailer.delivery.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How much of a cadence's mail may be called spam. Google wants less than 0.1 % and never 0.3 % (Email sender guidelines).
 *
 * @param warnAt the share at which somebody is told
 * @param stopAt the share at which the cadence's mail is held
 * @param days how many days, today among them, are looked at
 * @param smallest how many mails are taken for granted where there were fewer: one complaint of ten mails is not a tenth
 */
public record ComplaintLimits(double warnAt, double stopAt, int days, long smallest) {

    /** @throws IllegalArgumentException if they make no sense together */
    public ComplaintLimits {
        if (!(warnAt > 0 && warnAt <= stopAt && stopAt <= 1) || days < 1 || smallest < 1) {
            throw new IllegalArgumentException(
                    "of mail, more than 0 and up to 1 is called spam, the share to warn at is not"
                            + " above the one to stop at, and both are of one day and one mail or more");
        }
    }

    double share(long complaints, long mails) {
        return (double) complaints / Math.max(mails, smallest);
    }

    LocalDate firstDay(Instant now) {
        return dayOf(now).minusDays(days - 1L);
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
