package dev.seventouch.mailer.delivery.complaint;

import dev.seventouch.events.touch.TouchId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of each cadence's mail on which day (UTC, house time), and which cadences are held; of all mailers together. */
public interface CadenceDays {

    /** One cadence on one day. */
    record Slot(String cadence, LocalDate day) {}

    /**
     * @param mails how many mails to leads were handed over
     * @param complaints how many of these were called spam
     */
    record Day(Slot slot, long mails, long complaints) {}

    /**
     * How it stands with a cadence that is held, or was.
     *
     * @param held null while its mail goes
     * @param releasedAt when somebody let its mail go last; what was handed over before counts no more
     */
    record Verdict(
            String cadence, @Nullable Hold held, @Nullable Instant releasedAt) {}

    /** @param since house time */
    record Hold(String why, Instant since) {}

    void add(Map<Slot, Long> mails);

    /** Counts a complaint about a mail that was handed over then; each mail once, however often it is told. */
    void complained(Slot handedOver, TouchId mail);

    List<Day> from(LocalDate first);

    void forgetBefore(LocalDate first);

    /** Of those that are held, or were. */
    List<Verdict> verdicts();

    /**
     * Holds a cadence that isn't held yet.
     *
     * @param seen the last release that the caller knows of: after another one, it is not held
     */
    void hold(String cadence, Hold hold, @Nullable Instant seen);

    /** Lets a cadence's mail go, and counts it anew from zero. */
    void release(String cadence, Instant at);
}
