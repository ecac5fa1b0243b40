package dev.seventouch.engine.dryrun;

import dev.seventouch.engine.simulation.Workload;
import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.wire.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an import brings about, as JSON. Fields are only ever added.
 *
 * @param zone of days and hours
 * @param to up to when it was played, exclusive
 * @param rows of the list
 * @param leads that were captured; {@code again} counts further rows about one of them
 * @param cadences how many leads began by which version
 * @param channels touches and what they cost
 * @param days all on which anything goes out: touches by channel
 * @param busiestHours the ten busiest, the busiest first
 * @param releases the cadences that go out at a rate
 * @param dry where the library runs out
 * @param minutesADay the budget of {@code reps}
 * @param reps tasks by person and day
 * @param passedOver what does not come to leads, the most frequent first
 * @param endings how many leads ended, and how
 * @param badRows how many rows can't be read; {@code bad} has the first of them
 */
public record WorkloadJson(
        String plan,
        ZoneId zone,
        Instant from,
        Instant to,
        int rows,
        int leads,
        int again,
        Map<String, Integer> cadences,
        Map<String, Sum> channels,
        BigDecimal cost,
        List<Day> days,
        List<Hour> busiestHours,
        List<Released> releases,
        List<Dry> dry,
        int minutesADay,
        List<Rep> reps,
        List<PassedOver> passedOver,
        Map<String, Integer> endings,
        int badRows,
        List<ImportPlay.BadRow> bad) {

    public record Sum(int touches, BigDecimal cost) {}

    public record Day(LocalDate date, int total, Map<String, Integer> touches) {}

    /**
     * @param due how many would go out in it if nothing held them back
     * @param out how many do
     */
    public record Hour(LocalDateTime begins, int due, int out) {}

    /**
     * @param rate such as {@code 600 an hour}
     * @param held how many touches wait for their turn
     * @param longest the longest wait
     * @param until when the last of them has its turn
     */
    public record Released(String cadence, String rate, int held, Duration longest, Instant until) {}

    /**
     * @param topics none for any
     * @param first the first day on which a lead finds nothing that it has not had
     * @param leads how many do
     * @param asks how often a person is asked instead
     */
    public record Dry(
            String cadence, String step, Channel channel, List<String> topics, LocalDate first, int leads, int asks) {}

    /** @param daysOver on how many days there is more to do than the budget allows */
    public record Rep(String name, int tasks, int minutes, int daysOver, List<Workload.RepDay> days) {}

    public record PassedOver(String cadence, String step, String why, int count) {}

    public static WorkloadJson of(String plan, ImportPlay.Outcome outcome, Costs costs, int minutesADay) {
        Workload load = outcome.workload();
        Map<String, Sum> channels = new LinkedHashMap<>();
        load.counts()
                .forEach((channel, count) ->
                        channels.put(Json.nameOf(channel), new Sum(count, costs.of(channel, count))));
        return new WorkloadJson(
                plan,
                load.zone(),
                load.from(),
                load.until(),
                outcome.rows(),
                load.leads(),
                load.again(),
                named(load.cadences()),
                channels,
                channels.values().stream().map(Sum::cost).reduce(BigDecimal.ZERO, BigDecimal::add),
                load.days().stream()
                        .map(day -> new Day(day.date(), day.total(), named(day.touches())))
                        .toList(),
                load.hours().stream()
                        .map(hour ->
                                new Hour(LocalDateTime.ofInstant(hour.begins(), load.zone()), hour.due(), hour.out()))
                        .toList(),
                load.releases().stream()
                        .map(release -> new Released(
                                release.cadence().toString(),
                                release.rate().toString(),
                                release.held(),
                                release.longest(),
                                release.until()))
                        .toList(),
                load.dry().stream()
                        .map(dry -> new Dry(
                                dry.cadence().toString(),
                                dry.step(),
                                dry.channel(),
                                dry.topics(),
                                dry.first(),
                                dry.leads(),
                                dry.asks()))
                        .toList(),
                minutesADay,
                load.reps().stream()
                        .map(rep ->
                                new Rep(rep.name(), rep.tasks(), rep.minutes(), daysOver(rep, minutesADay), rep.days()))
                        .toList(),
                load.passedOver().stream()
                        .map(passed -> new PassedOver(
                                passed.cadence().toString(), passed.step(), passed.why(), passed.count()))
                        .toList(),
                named(load.endings()),
                outcome.badRows(),
                outcome.bad());
    }

    static int daysOver(Workload.RepLoad rep, int minutesADay) {
        return (int)
                rep.days().stream().filter(day -> day.minutes() > minutesADay).count();
    }

    private static Map<String, Integer> named(Map<?, Integer> counts) {
        Map<String, Integer> named = new LinkedHashMap<>();
        counts.forEach((key, count) ->
                named.put(key instanceof Enum<?> constant ? Json.nameOf(constant) : String.valueOf(key), count));
        return named;
    }
}
