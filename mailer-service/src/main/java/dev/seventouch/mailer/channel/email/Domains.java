package dev.seventouch.mailer.channel.email;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The recipients' domains that mail went to lately. */
final class Domains {

    private static final int MANY = 10_000;

    private final DomainLimits limits;
    private final LongSupplier ticker;
    private final Map<String, Domain> known = new ConcurrentHashMap<>();

    /** @param ticker as {@link System#nanoTime} */
    Domains(DomainLimits limits, LongSupplier ticker) {
        this.limits = limits;
        this.ticker = ticker;
    }

    /** @param name in A-labels and lower case */
    Domain of(String name) {
        if (known.size() > MANY) {
            known.values().removeIf(Domain::isForgettable);
        }
        return known.computeIfAbsent(name, wanted -> new Domain(limits.of(wanted), limits, ticker));
    }

    /** How many are left alone at the moment. */
    long held() {
        return known.values().stream().filter(Domain::isHeld).count();
    }
}
