package dev.seventouch.intake.link;

import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.signal.Signal.Visitor;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.intake.outbox.NotKept;
import dev.seventouch.intake.signal.Signals;
import dev.seventouch.service.link.Link;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of clicks and opens, waits a few seconds for what else is asked for out of the same mail, and then says who it was.
 * All in memory and bounded: what is too much, or can't be said now, is forgotten, as it only scores.
 */
public final class Visits implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Visits.class);

    private static final int MOST_MAILS = 10_000;
    private static final int MOST_OF_ONE_MAIL = 50;
    private static final int REMEMBERED = 50_000;
    private static final Duration ROUND = Duration.ofMillis(200);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final Signals signals;
    private final Scanners scanners;
    private final InstantSource house;
    private final InstantSource wall;
    private final Duration settle;
    private final MeterRegistry meters;
    private final Thread judge;
    private volatile boolean closing;

    /** In the order in which they began. */
    private final Map<TouchId, Mail> open = new LinkedHashMap<>();

    /** What has been said: a person who looks at a mail each day says it once. */
    private final Set<Told> told = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Told, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @param judged how many of the visits have been judged already */
    private record Mail(Instant since, List<Visit> visits, int judged) {}

    private record Told(Link link, Visitor by) {}

    /**
     * @param house goes into what is said
     * @param wall real time
     * @param settle how long, in real time, to wait for what else is asked for
     * @param tooSoon in the house's time: after it was written, nobody has read a mail yet
     */
    public Visits(
            Signals signals,
            InstantSource house,
            InstantSource wall,
            Duration settle,
            Duration tooSoon,
            MeterRegistry meters) {
        this.signals = signals;
        this.scanners = new Scanners(tooSoon);
        this.house = house;
        this.wall = wall;
        this.settle = settle;
        this.meters = meters;
        meters.gauge("seventouch.intake.visits.waiting", this, Visits::waiting);
        this.judge = Thread.ofVirtual().name("visits").start(this::work);
    }

    /** Never waits, and never fails. */
    void note(Link link, HttpServletRequest request) {
        if (wantsNoTracking(request)) {
            return;
        }
        Visit visit = new Visit(link, Scanners.isShownBy(request.getMethod(), request::getHeader), house.instant());
        if (!add(visit)) {
            meters.counter("seventouch.intake.visits.forgotten").increment();
        }
    }

    /** Do Not Track (W3C, 2019) and Global Privacy Control. */
    private static boolean wantsNoTracking(HttpServletRequest request) {
        return "1".equals(request.getHeader("DNT")) || "1".equals(request.getHeader("Sec-GPC"));
    }

    private boolean add(Visit visit) {
        synchronized (open) {
            Mail mail = open.get(visit.link().touch());
            if (mail == null) {
                if (open.size() >= MOST_MAILS) {
                    return false;
                }
                mail = new Mail(wall.instant(), new ArrayList<>(), 0);
                open.put(visit.link().touch(), mail);
            }
            // Of a page that is looked at again and again one look tells enough; the room is for what is said.
            boolean tellsNothing = !visit.isTold() && mail.visits().stream().anyMatch(visit::isOfSameLink);
            return tellsNothing
                    || (mail.visits().size() < MOST_OF_ONE_MAIL && mail.visits().add(visit));
        }
    }

    private void work() {
        try {
            while (!closing) {
                Thread.sleep(ROUND);
                judge(wall.instant().minus(settle));
            }
        } catch (InterruptedException e) {
            log.debug("stopping"); // close() sees to what is left
        }
    }

    private void judge(Instant settledBy) {
        for (Mail mail = settled(settledBy); mail != null; mail = settled(settledBy)) {
            for (Visit visit : mail.visits()) {
                if (visit.isTold()) {
                    say(visit, scanners.whoMade(visit, mail.visits()));
                }
            }
            if (mail.visits().size() > mail.judged() && Scanners.isBurst(mail.visits())) {
                listenOn(mail);
            }
        }
    }

    /** What comes right behind a burst belongs to it, as long as more does. */
    private void listenOn(Mail burst) {
        TouchId touch = burst.visits().getFirst().link().touch();
        synchronized (open) {
            List<Visit> visits = new ArrayList<>(burst.visits());
            Mail meanwhile = open.remove(touch);
            if (meanwhile != null) {
                visits.addAll(meanwhile.visits());
            }
            open.put(touch, new Mail(wall.instant(), visits, burst.visits().size()));
        }
    }

    private @Nullable Mail settled(Instant by) {
        synchronized (open) {
            Iterator<Mail> eldest = open.values().iterator();
            Mail mail = eldest.hasNext() ? eldest.next() : null;
            if (mail == null || mail.since().isAfter(by)) {
                return null;
            }
            eldest.remove();
            return mail;
        }
    }

    private void say(Visit visit, Visitor by) {
        if (!told.add(new Told(visit.link(), by))) {
            return;
        }
        try {
            signals.saw(signal(visit, by));
        } catch (NotKept e) {
            told.remove(new Told(visit.link(), by));
            meters.counter("seventouch.intake.visits.forgotten").increment();
            log.debug("a visit is forgotten: {}", e.getMessage());
        } catch (RuntimeException e) {
            meters.counter("seventouch.intake.visits.forgotten").increment();
            log.warn("a visit is forgotten", e);
        }
    }

    private static Signal signal(Visit visit, Visitor by) {
        Link link = visit.link();
        Link.Trail trail = link.trail();
        return trail == null || trail.target() == null
                ? new Signal.Opened(link.lead(), link.touch(), by, visit.at())
                : new Signal.Clicked(link.lead(), link.touch(), trail.target().toString(), by, visit.at());
    }

    private int waiting() {
        synchronized (open) {
            return open.size();
        }
    }

    /** Says what is left, for a few seconds at most. */
    @Override
    public void close() {
        closing = true;
        judge.interrupt();
        try {
            judge.join(FAREWELL);
            Thread last = Thread.ofVirtual().start(() -> judge(Instant.MAX));
            last.join(FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
