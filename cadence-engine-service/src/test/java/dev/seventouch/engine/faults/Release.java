package dev.seventouch.engine.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.outcome.TouchOutcome;
import dev.seventouch.events.wire.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Many leads that are captured at once, and whose next touches fall due at one moment: the relay was away and has asked to be
 * tried again then.
 */
final class Release implements AutoCloseable {
    /** For what comes twice, were it to come. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    private final int leads;
    private final Duration patience;
    private final Writer writer;
    private final Touches touches;

    Release(int leads, House house) {
        this.leads = leads;
        patience = Leads.patienceFor(leads);
        writer = new Writer(house.broker());
        touches = new Touches(house.broker());
    }

    void captureAll() {
        for (int i = 0; i < leads; i++) {
            writer.say(Topics.LEADS, Leads.captured(i, Instant.now()));
        }
        writer.awaitAcknowledged();
    }

    /** Returns when {@code percent} of the leads have had their first touch. */
    void awaitFirstTouches(int percent) {
        awaitAttempt(1, percent);
    }

    /** All are due again within seconds, and at the same moment. */
    void deferAllToOneMoment() {
        Instant moment = Instant.now().plus(Duration.ofSeconds(2 + leads / 4_000));
        touches.where(due -> due.attempt() == 1)
                .forEach(due -> writer.say(
                        Topics.OUTCOMES,
                        new TouchOutcome.Deferred(due.touch(), moment, "the relay is busy", Instant.now())));
        writer.awaitAcknowledged();
    }

    /** Returns when {@code percent} of the leads have been touched again. */
    void awaitTouchedAgain(int percent) {
        awaitAttempt(2, percent);
    }

    private void awaitAttempt(int number, int percent) {
        touches.readUntil(
                percent + " % have attempt " + number, patience, () -> count(number) >= leads * (long) percent / 100);
        if (percent < 100) {
            assertThat(count(number)).as("this comes in the midst of it").isLessThan(leads);
        }
    }

    private long count(int attempt) {
        return touches.where(due -> due.attempt() == attempt).count();
    }

    void everyTouchCameOnce() {
        awaitFirstTouches(100);
        awaitTouchedAgain(100);
        Duration pause = touches.longestPause(due -> due.attempt() == 2);
        System.out.printf(
                Locale.ROOT, "%d leads were touched again; for %.1f s none was%n", leads, pause.toMillis() / 1e3);
        touches.readOnFor(AFTERWARDS);
        assertThat(touches.twice()).as("attempts that were made twice").isEmpty();
        assertThat(leadsOfAttempt(1)).isEqualTo(Leads.ids(leads));
        assertThat(leadsOfAttempt(2)).isEqualTo(Leads.ids(leads));
        assertThat(touches.seen()).hasSize(2 * leads);
    }

    private Set<LeadId> leadsOfAttempt(int attempt) {
        return touches.where(due -> due.attempt() == attempt)
                .map(due -> due.touch().lead())
                .collect(Collectors.toSet());
    }

    @Override
    public void close() {
        writer.close();
        touches.close();
    }
}
