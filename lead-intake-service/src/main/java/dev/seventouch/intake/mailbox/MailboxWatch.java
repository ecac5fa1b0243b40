package dev.seventouch.intake.mailbox;

import dev.seventouch.intake.mailbox.Inbox.Checkpoint;
import dev.seventouch.intake.mailbox.Postbox.Letter;
import dev.seventouch.intake.mailbox.Postbox.Opened;
import dev.seventouch.intake.work.Worker;
import dev.seventouch.service.clock.HouseClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads a mailbox from where it stood, over restarts and lost connections. How far it has come is kept after each mail; when
 * the server counts anew (another UIDVALIDITY), all is read again, and what is known already says nothing.
 */
public final class MailboxWatch implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MailboxWatch.class);

    private static final int ROUND = 50;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofDays(30);

    private final @Nullable Postbox postbox;
    private final Mailroom room;
    private final Inbox inbox;
    private final HouseClock clock;
    private final Duration poll;
    private final MeterRegistry meters;
    private Instant forgetAt = Instant.MIN;
    private volatile boolean reading;
    private final Worker worker = new Worker("mailbox");

    /**
     * @param postbox null if no mailbox is read
     * @param poll wall time between two looks, where the server does not tell by itself
     */
    public MailboxWatch(
            @Nullable Postbox postbox,
            Mailroom room,
            Inbox inbox,
            HouseClock clock,
            Duration poll,
            MeterRegistry meters) {
        this.postbox = postbox;
        this.room = room;
        this.inbox = inbox;
        this.clock = clock;
        this.poll = poll;
        this.meters = meters;
        if (postbox != null) {
            meters.gauge("seventouch.intake.mailbox.up", this, watch -> watch.reading ? 1 : 0);
        }
    }

    @Override
    public void start() {
        if (postbox != null) {
            worker.start(() -> watch(postbox));
        }
    }

    @Override
    public void stop() {
        worker.stop(Thread::interrupt, Duration.ofSeconds(5));
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private void watch(Postbox box) {
        Duration pause = SHORTEST_PAUSE;
        while (worker.isRunning()) {
            try (Opened opened = box.open()) {
                log.info("reading {}", box.name());
                while (worker.isRunning()) {
                    readAll(box, opened);
                    reading = true;
                    pause = SHORTEST_PAUSE;
                    opened.await(poll);
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException | Error e) { // a thread that ended would read nothing any more
                reading = false;
                meters.counter("seventouch.intake.mailbox.failures").increment();
                log.warn("{} is not read for {} s: {}", box.name(), pause.toSeconds(), e.toString());
                Worker.pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private void readAll(Postbox box, Opened opened) throws IOException {
        Checkpoint reached = inbox.checkpoint(box.name())
                .filter(before -> before.validity() == opened.validity())
                .orElseGet(() -> new Checkpoint(opened.validity(), 0));
        List<Letter> letters = opened.after(reached.uid(), ROUND);
        while (worker.isRunning() && !letters.isEmpty()) {
            for (Letter letter : letters) {
                take(box, opened, letter);
                reached = new Checkpoint(reached.validity(), letter.uid());
                inbox.keep(box.name(), reached);
            }
            letters = opened.after(reached.uid(), ROUND);
        }
        forget();
    }

    private void take(Postbox box, Opened opened, Letter letter) {
        Instant at = letter.at() == null ? clock.instant() : houseTimeOf(letter.at());
        if (letter.bytes() == null) {
            room.takeUnreadable(box.name() + "/" + opened.validity() + "/" + letter.uid(), at);
        } else if (at.isAfter(clock.instant().minus(KEPT))) { // else nobody knows any more whether it was read
            room.take(letter.bytes(), at);
        }
    }

    private void forget() {
        Instant now = clock.wall().instant();
        if (now.isAfter(forgetAt)) {
            inbox.forgetBefore(clock.instant().minus(KEPT));
            forgetAt = now.plus(Duration.ofHours(1));
        }
    }

    private Instant houseTimeOf(Instant wall) {
        return new HouseClock(InstantSource.fixed(wall), clock.epoch(), clock.since(), clock.speed()).instant();
    }
}
