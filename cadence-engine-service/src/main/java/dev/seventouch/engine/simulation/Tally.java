package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.Action;
import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.cadence.Place;
import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.enrollment.Decision;
import dev.seventouch.engine.enrollment.Enrollment;
import dev.seventouch.engine.enrollment.Enrollment.Active;
import dev.seventouch.engine.enrollment.Touch;
import dev.seventouch.engine.policy.Rate;
import dev.seventouch.events.lead.Rep;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.touch.TouchEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what is decided about many leads. What it holds grows with days, reps and places of plans, not with leads. */
public final class Tally {
    private static final int BUSIEST = 10;
    private static final long HOUR = 3_600;
    private static final String NOBODY = "nobody";

    private final Catalogue catalogue;
    private final ZoneId zone;
    private final Map<CadenceRef, Integer> cadences = new TreeMap<>(Comparator.comparing(CadenceRef::toString));
    private final Map<LocalDate, Map<Channel, Integer>> days = new TreeMap<>();
    private final Map<Long, int[]> hours = new HashMap<>();
    private final Map<CadenceRef, Waits> waits = new HashMap<>();
    private final Map<Pool, Drought> dry = new HashMap<>();
    private final Map<String, Map<LocalDate, int[]>> reps = new TreeMap<>();
    private final Map<Missed, Integer> passedOver = new HashMap<>();
    private final Map<Ending, Integer> endings = new EnumMap<>(Ending.class);
    private int leads;
    private int again;

    /** @param zone whose days and hours are counted */
    public Tally(Catalogue catalogue, ZoneId zone) {
        this.catalogue = catalogue;
        this.zone = zone;
    }

    private record Pool(CadenceRef cadence, String step, Channel channel, List<String> topics) {}

    private record Missed(CadenceRef cadence, String step, String why) {}

    private static final class Drought {
        private LocalDate first = LocalDate.MAX;
        private int leads;
        private int asks;
    }

    private static final class Waits {
        private int held;
        private Duration longest = Duration.ZERO;
        private Instant until = Instant.MIN;
    }

    void captured() {
        leads++;
    }

    void capturedAgain() {
        again++;
    }

    /** Counts for one lead. */
    Play.Observer lead() {
        return new OfLead();
    }

    private final class OfLead implements Play.Observer {
        private Set<Pool> emptied = Set.of();

        @Override
        public void decided(Instant now, @Nullable Enrollment before, Decision decision, Enrollment after) {
            switch (decision) {
                case Decision.Started(var _, var _, var cadence, var _, var _) ->
                    cadences.merge(cadence, 1, Integer::sum);
                case Decision.Planned(var next) -> held(next, now, after);
                case Decision.Touched(var touch, var due, var _) -> touched(now, touch, due, before);
                case Decision.Skipped(var place, var why, var _) -> passedOver(place, why, before);
                case Decision.Finished(var ending, var _) -> endings.merge(ending, 1, Integer::sum);
                case Decision.AskedToConfirm _,
                        Decision.LeftUnplaced _,
                        Decision.Migrated _,
                        Decision.Learned _,
                        Decision.Done _,
                        Decision.Recorded _,
                        Decision.Held _,
                        Decision.ErrandAdded _,
                        Decision.ErrandDone _,
                        Decision.Reached _,
                        Decision.Closed _,
                        Decision.CameBack _,
                        Decision.Wished _,
                        Decision.Interested _,
                        Decision.Noted _ -> {}
            }
        }

        private void touched(Instant now, Touch.InFlight touch, TouchEvent.Due due, @Nullable Enrollment before) {
            Channel channel = due.touch().channel();
            LocalDate day = LocalDate.ofInstant(now, zone);
            days.computeIfAbsent(day, _ -> new EnumMap<>(Channel.class)).merge(channel, 1, Integer::sum);
            hour(due.dueAt())[0]++;
            hour(now)[1]++;
            if (!channel.isAutomatic()) {
                task(due, day);
            }
            explanation(before)
                    .filter(_ -> due.touch().version() != null)
                    .ifPresent(
                            why -> why.emptied(touch.place(), due).ifPresent(from -> emptied(why, touch, from, day)));
        }

        private void emptied(Explanation why, Touch.InFlight touch, Action.FromLibrary from, LocalDate day) {
            Pool pool = new Pool(
                    why.cadence().ref(),
                    touch.place().key(),
                    from.channel(),
                    from.topics().stream().sorted().toList());
            Drought drought = dry.computeIfAbsent(pool, _ -> new Drought());
            drought.asks++;
            drought.first = day.isBefore(drought.first) ? day : drought.first;
            if (!emptied.contains(pool)) {
                drought.leads++;
                emptied = new HashSet<>(emptied);
                emptied.add(pool);
            }
        }
    }

    private int[] hour(Instant at) {
        return hours.computeIfAbsent(Math.floorDiv(at.getEpochSecond(), HOUR), _ -> new int[2]);
    }

    private void task(TouchEvent.Due due, LocalDate day) {
        Rep owner = due.lead().owner();
        Integer minutes = due.content().minutes();
        int[] tasks = reps.computeIfAbsent(owner == null ? NOBODY : owner.name(), _ -> new TreeMap<>())
                .computeIfAbsent(day, _ -> new int[2]);
        tasks[0]++;
        tasks[1] += minutes != null
                ? minutes
                : Workload.USUAL_MINUTES.getOrDefault(due.touch().channel(), 0);
    }

    private void held(Touch.Planned next, Instant now, Enrollment after) {
        if (next.turn() != null && after instanceof Active active) {
            Waits wait = waits.computeIfAbsent(active.cadence(), _ -> new Waits());
            Duration length = Duration.between(now, next.turn());
            wait.held++;
            wait.longest = length.compareTo(wait.longest) > 0 ? length : wait.longest;
            wait.until = next.turn().isAfter(wait.until) ? next.turn() : wait.until;
        }
    }

    private void passedOver(Place place, String why, @Nullable Enrollment before) {
        explanation(before)
                .ifPresent(known -> passedOver.merge(
                        new Missed(known.cadence().ref(), place.key(), known.passedOver(place, why)), 1, Integer::sum));
    }

    private Optional<Explanation> explanation(@Nullable Enrollment before) {
        if (!(before instanceof Active active)) {
            return Optional.empty();
        }
        Optional<Cadence> cadence = catalogue.cadence(active.cadence());
        return cadence.map(plan -> new Explanation(active, plan, catalogue.library(), ""));
    }

    // ---- what came of it

    public Workload workload(Instant from, Instant until) {
        return new Workload(
                from,
                until,
                zone,
                leads,
                again,
                cadences,
                days.entrySet().stream()
                        .map(day -> new Workload.Day(day.getKey(), day.getValue()))
                        .toList(),
                busiest(),
                releases(from),
                dry.entrySet().stream()
                        .map(entry -> dry(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparing(Workload.Dry::first)
                                .thenComparing(pool -> pool.cadence().id())
                                .thenComparing(Workload.Dry::step)
                                .thenComparing(pool -> pool.topics().toString()))
                        .toList(),
                reps.entrySet().stream()
                        .map(rep -> new Workload.RepLoad(rep.getKey(), repDays(rep.getValue())))
                        .toList(),
                passedOver.entrySet().stream()
                        .map(entry -> new Workload.PassedOver(
                                entry.getKey().cadence(),
                                entry.getKey().step(),
                                entry.getKey().why(),
                                entry.getValue()))
                        .sorted(Comparator.comparingInt(Workload.PassedOver::count)
                                .reversed()
                                .thenComparing(Workload.PassedOver::step)
                                .thenComparing(Workload.PassedOver::why))
                        .toList(),
                endings);
    }

    private List<Workload.Hour> busiest() {
        return hours.entrySet().stream()
                .map(hour -> new Workload.Hour(
                        Instant.ofEpochSecond(hour.getKey() * HOUR), hour.getValue()[0], hour.getValue()[1]))
                .sorted(Comparator.<Workload.Hour>comparingInt(hour -> -Math.max(hour.due(), hour.out()))
                        .thenComparing(Workload.Hour::begins))
                .limit(BUSIEST)
                .toList();
    }

    private List<Workload.Released> releases(Instant from) {
        return cadences.keySet().stream()
                .flatMap(ref -> catalogue.cadence(ref).stream())
                .flatMap(cadence -> released(cadence, from).stream())
                .toList();
    }

    private Optional<Workload.Released> released(Cadence cadence, Instant from) {
        Rate rate = cadence.rules().release().rate();
        if (rate == null) {
            return Optional.empty();
        }
        Waits wait = waits.getOrDefault(cadence.ref(), new Waits());
        return Optional.of(new Workload.Released(
                cadence.ref(), rate, wait.held, wait.longest, wait.held == 0 ? from : wait.until));
    }

    private static Workload.Dry dry(Pool pool, Drought drought) {
        return new Workload.Dry(
                pool.cadence(), pool.step(), pool.channel(), pool.topics(), drought.first, drought.leads, drought.asks);
    }

    private static List<Workload.RepDay> repDays(Map<LocalDate, int[]> days) {
        return days.entrySet().stream()
                .map(day -> new Workload.RepDay(day.getKey(), day.getValue()[0], day.getValue()[1]))
                .toList();
    }
}
