package dev.seventouch.mailer.channel.email;

import dev.seventouch.mailer.delivery.RelayDays;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The recipients' domains that mail went to lately. */
final class Domains {

    private static final int MANY = 10_000;

    private final DomainLimits limits;
    private final RelayDays days;
    private final InstantSource wall;
    private final LongSupplier ticker;
    private final Map<String, Domain> known = new ConcurrentHashMap<>();

    /**
     * @param days counts the mails of those that warm up
     * @param ticker as {@link System#nanoTime}
     */
    Domains(DomainLimits limits, RelayDays days, InstantSource wall, LongSupplier ticker) {
        this.limits = limits;
        this.days = days;
        this.wall = wall;
        this.ticker = ticker;
    }

    /** @param name in A-labels and lower case */
    Domain of(String name) {
        if (known.size() > MANY) {
            known.values().removeIf(Domain::isForgettable);
        }
        return known.computeIfAbsent(name, this::unknown);
    }

    private Domain unknown(String name) {
        DomainLimits.Limit limit = limits.of(name);
        return new Domain(limit, limits, new Allowance("@" + name, limit.warmUp(), days, wall), ticker);
    }

    /** How many are left alone at the moment. */
    long held() {
        return known.values().stream().filter(Domain::isHeld).count();
    }
}
