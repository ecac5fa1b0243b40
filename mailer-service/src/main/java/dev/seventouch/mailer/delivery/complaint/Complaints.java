package dev.seventouch.mailer.delivery.complaint;

import dev.seventouch.events.signal.Signal;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchRef;
import dev.seventouch.mailer.delivery.Claim;
import dev.seventouch.mailer.delivery.Claims;
import dev.seventouch.mailer.delivery.complaint.CadenceDays.Day;
import dev.seventouch.mailer.delivery.complaint.CadenceDays.Hold;
import dev.seventouch.mailer.delivery.complaint.CadenceDays.Slot;
import dev.seventouch.mailer.delivery.complaint.CadenceDays.Verdict;
import dev.seventouch.service.clock.HouseClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the mail of a cadence that too many people call spam: each mail more would cost the reputation by which all others
 * reach their readers. A complaint counts for the day on which its mail was handed over. What all mailers handed over is
 * counted in the store, a few seconds late: a crash loses those few.
 */
public final class Complaints implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Complaints.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final CadenceDays days;
    private final Claims claims;
    private final ComplaintLimits limits;
    private final HouseClock clock;
    private final MultiGauge shares;
    private final Map<Slot, Long> uncounted = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("mailer-complaints").factory());
    private volatile Map<String, CadenceRate> rates = Map.of();

    public Complaints(CadenceDays days, Claims claims, ComplaintLimits limits, HouseClock clock, MeterRegistry meters) {
        this.days = days;
        this.claims = claims;
        this.limits = limits;
        this.clock = clock;
        this.shares = MultiGauge.builder("seventouch.mail.complaint.share").register(meters);
        meters.gauge("seventouch.mail.cadences.held", this, self -> self.count(rate -> rate.held() != null));
        meters.gauge("seventouch.mail.cadences.complained", this, self -> self.count(CadenceRate::tooMuch));
    }

    /** Looks once, so that what was held stays so, and then every few seconds. */
    public Complaints begin() {
        look();
        looks.scheduleWithFixedDelay(
                this::lookAgain, BETWEEN_LOOKS.toSeconds(), BETWEEN_LOOKS.toSeconds(), TimeUnit.SECONDS);
        return this;
    }

    /** Why and since when mail of this touch's cadence is held; null if it goes. */
    public @Nullable Hold heldFor(TouchRef touch) {
        return touch.enrollment()
                .cadence()
                .map(cadence -> rates.get(cadence))
                .map(CadenceRate::held)
                .orElse(null);
    }

    /** A mail to a lead was handed over. */
    void handedOver(TouchRef touch) {
        touch.enrollment()
                .cadence()
                .map(cadence -> new Slot(cadence, ComplaintLimits.dayOf(clock.instant())))
                .ifPresent(slot -> uncounted.merge(slot, 1L, Long::sum));
    }

    /** A lead called a mail spam; said again, it changes nothing. What the store throws is passed on. */
    public void complained(Signal.Complained signal) {
        Optional<Claim> about = mailOf(signal);
        if (about.isEmpty()) {
            log.warn("lead={} complained of a mail that is not known here; no cadence is to blame", signal.lead());
            return;
        }
        TouchRef mail = about.get().touch();
        Instant handedOver = handedOverAt(about.get(), signal.at());
        String cadence = mail.enrollment().cadence().orElse("");
        Instant released = days.verdicts().stream()
                .filter(verdict -> verdict.cadence().equals(cadence))
                .findFirst()
                .map(Verdict::releasedAt)
                .orElse(null);
        boolean isOld = ComplaintLimits.dayOf(handedOver).isBefore(limits.firstDay(clock.instant()))
                || (released != null && !handedOver.isAfter(released));
        if (!isOld && !cadence.isEmpty()) {
            days.complained(new Slot(cadence, ComplaintLimits.dayOf(handedOver)), mail.id());
            look();
        }
    }

    /** The mail that is named, or the last one that the lead had. */
    private Optional<Claim> mailOf(Signal.Complained signal) {
        return signal.touch() == null
                ? claims.of(signal.lead()).stream()
                        .filter(claim -> claim.touch().channel() == Channel.EMAIL
                                && claim.result() instanceof Claim.Result.HandedOver(var receipt, var at)
                                && !at.isAfter(signal.at()))
                        .max(Comparator.comparing(claim -> handedOverAt(claim, Instant.EPOCH)))
                : Optional.ofNullable(claims.find(List.of(signal.touch())).get(signal.touch()));
    }

    private static Instant handedOverAt(Claim claim, Instant otherwise) {
        return claim.result() instanceof Claim.Result.HandedOver done ? done.at() : otherwise;
    }

    /** All cadences of which mail was handed over lately, or is held, by name. */
    public List<CadenceRate> rates() {
        return rates.values().stream()
                .sorted(Comparator.comparing(CadenceRate::cadence))
                .toList();
    }

    /**
     * Lets a cadence's mail go again.
     *
     * @return whether it was held
     */
    public synchronized boolean release(String cadence) {
        boolean isHeld = days.verdicts().stream()
                .anyMatch(verdict -> verdict.cadence().equals(cadence) && verdict.held() != null);
        if (isHeld) {
            uncounted.keySet().removeIf(slot -> slot.cadence().equals(cadence));
            days.release(cadence, clock.instant());
            log.warn("mail of cadence {} goes on: the operator says so", cadence);
            look();
        }
        return isHeld;
    }

    public ComplaintLimits limits() {
        return limits;
    }

    /** Counts what was handed over, and holds what is to be held. What the store throws is passed on. */
    synchronized void look() {
        LocalDate first = limits.firstDay(clock.instant());
        count();
        days.forgetBefore(first);
        Map<String, Verdict> verdicts =
                days.verdicts().stream().collect(Collectors.toMap(Verdict::cadence, verdict -> verdict));
        Map<String, CadenceRate> now = new TreeMap<>();
        days.from(first).stream()
                .collect(Collectors.groupingBy(day -> day.slot().cadence()))
                .forEach((cadence, all) -> now.put(cadence, judged(cadence, all, verdicts.get(cadence))));
        verdicts.forEach((cadence, verdict) -> {
            if (verdict.held() != null) {
                now.computeIfAbsent(cadence, _ -> new CadenceRate(cadence, 0, 0, 0, false, verdict.held()));
            }
        });
        tell(rates, now);
        rates = Map.copyOf(now);
        shares.register(
                now.values().stream()
                        .map(rate -> MultiGauge.Row.of(Tags.of("cadence", rate.cadence()), rate.share()))
                        .toList(),
                true);
    }

    private void count() {
        Map<Slot, Long> fresh = new HashMap<>();
        uncounted
                .keySet()
                .forEach(slot -> fresh.put(
                        slot, Optional.ofNullable(uncounted.remove(slot)).orElse(0L)));
        try {
            days.add(fresh);
        } catch (RuntimeException e) {
            fresh.forEach((slot, mails) -> uncounted.merge(slot, mails, Long::sum));
            throw e;
        }
    }

    private CadenceRate judged(String cadence, List<Day> all, @Nullable Verdict verdict) {
        long mails = all.stream().mapToLong(Day::mails).sum();
        long complaints = all.stream().mapToLong(Day::complaints).sum();
        double share = limits.share(complaints, mails);
        Hold held = verdict == null ? null : verdict.held();
        if (held == null && share >= limits.stopAt()) {
            held = new Hold(words(share, complaints, mails), clock.instant());
            days.hold(cadence, held, verdict == null ? null : verdict.releasedAt());
        }
        return new CadenceRate(cadence, mails, complaints, share, share >= limits.warnAt(), held);
    }

    private String words(double share, long complaints, long mails) {
        return String.format(
                Locale.ROOT,
                "%d of %d mails in %d days were called spam, that is %.2f %% of %d",
                complaints,
                mails,
                limits.days(),
                100 * share,
                Math.max(mails, limits.smallest()));
    }

    private void tell(Map<String, CadenceRate> before, Map<String, CadenceRate> now) {
        now.forEach((cadence, rate) -> {
            CadenceRate known = before.get(cadence);
            if (rate.held() != null && (known == null || known.held() == null)) {
                log.error(
                        "mail of cadence {} is held: {}. Mend what annoys its readers, then release it",
                        cadence,
                        rate.held().why());
            } else if (rate.held() == null && rate.tooMuch() && (known == null || !known.tooMuch())) {
                log.warn("cadence {}: {}", cadence, words(rate.share(), rate.complaints(), rate.mails()));
            }
        });
    }

    private long count(java.util.function.Predicate<CadenceRate> which) {
        return rates.values().stream().filter(which).count();
    }

    private void lookAgain() {
        try {
            look();
        } catch (RuntimeException e) {
            log.warn("complaints can't be counted yet; what is held stays so", e);
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
        lookAgain();
    }
}
