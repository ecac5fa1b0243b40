package dev.seventouch.mailer.delivery.complaint;

import dev.seventouch.mailer.delivery.complaint.CadenceDays.Hold;
import org.jspecify.annotations.Nullable;

/**
 * How much of a cadence's mail was called spam lately.
 *
 * @param share of its mails, or of the smallest number of mails that a share is made of
 * @param tooMuch whether somebody should look at it
 * @param held since when nothing of it goes, and why; null while its mail goes
 */
public record CadenceRate(
        String cadence,
        long mails,
        long complaints,
        double share,
        boolean tooMuch,
        @Nullable Hold held) {}
