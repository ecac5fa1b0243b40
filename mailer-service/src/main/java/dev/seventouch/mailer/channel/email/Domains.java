package dev.seventouch.mailer.channel.email;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The recipients' domains that mail went to lately. */
final class Domains {

    private static final int MANY = 10_000;

    private final DomainLimits limits;
    private final Map<String, Domain> known = new ConcurrentHashMap<>();

    Domains(DomainLimits limits) {
        this.limits = limits;
    }

    /** @param name in A-labels and lower case */
    Domain of(String name) {
        if (known.size() > MANY) {
            known.values().removeIf(Domain::isForgettable);
        }
        return known.computeIfAbsent(name, wanted -> new Domain(limits.of(wanted), limits));
    }

    /** How many are left alone at the moment. */
    long held() {
        return known.values().stream().filter(Domain::isHeld).count();
    }
}
