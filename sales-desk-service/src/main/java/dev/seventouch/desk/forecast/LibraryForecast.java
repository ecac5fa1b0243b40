package dev.seventouch.desk.forecast;

import dev.seventouch.desk.lead.KnownLead;
import dev.seventouch.desk.lead.Leads;
import dev.seventouch.desk.page.Page;
import dev.seventouch.events.lead.LeadId;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Warns before the library runs dry. Whoever writes here looks afterwards at what others may have written meanwhile, so that
 * an erasure and a plan that cross each other end the same in either order.
 */
public final class LibraryForecast {
    /** How far ahead people are warned. */
    public static final int DAYS_AHEAD = 60;

    /** What should have come that long ago and did not is no forecast any more. */
    private static final int OVERDUE_DAYS = 90;

    private final DryLeads dry;
    private final Leads leads;
    private final InstantSource clock;

    /**
     * One at a time here: else what one is about to list could be struck off by another meanwhile, and stay listed if the first
     * then crashes. Of two processes that do so at once, a number in a warning may be wrong until that day has passed.
     */
    private final Lock settling = new ReentrantLock();

    public LibraryForecast(DryLeads dry, Leads leads, InstantSource clock) {
        this.dry = dry;
        this.leads = leads;
        this.clock = clock;
    }

    /**
     * Lists these leads as they stand by now.
     *
     * @param said what their plans said; also where a crash may have left them listed
     */
    public void settle(Collection<LeadId> changed, Collection<DryLead> said) {
        settling.lock();
        try {
            settleAlone(changed, said);
        } finally {
            settling.unlock();
        }
    }

    private void settleAlone(Collection<LeadId> changed, Collection<DryLead> said) {
        Set<LeadId> unsettled = new HashSet<>(changed);
        Set<DryLead> tried = new HashSet<>(said);
        Map<LeadId, DryLead> standing = standing(unsettled);
        while (!unsettled.isEmpty()) {
            tried.addAll(standing.values());
            dry.claim(tried);
            unsettled.retainAll(dry.list(unsettled, standing));
            Map<LeadId, DryLead> before = standing;
            Map<LeadId, DryLead> after = standing(unsettled);
            unsettled.removeIf(lead -> Objects.equals(before.get(lead), after.get(lead)));
            after.keySet().retainAll(unsettled);
            tried.removeIf(lead -> !unsettled.contains(lead.lead()));
            standing = after;
        }
    }

    private Map<LeadId, DryLead> standing(Collection<LeadId> ids) {
        Map<LeadId, DryLead> standing = new HashMap<>();
        leads.find(ids).values().forEach(lead -> DryLead.of(lead).ifPresent(it -> standing.put(lead.id(), it)));
        return standing;
    }

    /** @param days whole ones, in UTC, after today */
    public Forecast within(int days) {
        return Forecast.of(days, days(days));
    }

    /**
     * The leads that {@link #within} counts, the soonest first.
     *
     * @param after where the page before ended, null for the first
     */
    public Page<Listed> soonest(int days, @Nullable String after, int limit) {
        List<DryLead> found = new ArrayList<>();
        for (DryDay day : days(days)) {
            if (found.size() > limit) {
                break;
            }
            if (after == null || !day.isBefore(after)) {
                dry.on(day.day()).stream()
                        .filter(lead -> after == null || lead.rank().compareTo(after) > 0)
                        .sorted(Comparator.comparing(DryLead::rank))
                        .forEach(found::add);
            }
        }
        return known(Page.of(found, limit, DryLead::rank));
    }

    /** Without those that were erased since the list was read. */
    private Page<Listed> known(Page<DryLead> page) {
        Map<LeadId, KnownLead> known =
                leads.find(page.items().stream().map(DryLead::lead).toList());
        List<Listed> listed = new ArrayList<>(page.items().size());
        for (DryLead dry : page.items()) {
            KnownLead lead = known.get(dry.lead());
            if (lead != null && !lead.erased()) {
                listed.add(new Listed(dry, lead));
            }
        }
        return new Page<>(listed, page.next());
    }

    /** A lead for which the library runs dry, and who it is. */
    public record Listed(DryLead dry, KnownLead lead) {}

    private List<DryDay> days(int ahead) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return dry.count(today.minusDays(OVERDUE_DAYS), today.plusDays(ahead));
    }
}
