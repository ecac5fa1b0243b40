package dev.seventouch.desk.forecast;

import dev.seventouch.events.touch.Channel;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Leads that come to the same step and will find nothing new there.
 *
 * @param step the key of the step that comes next for them
 * @param channel what items have to be added for
 * @param leads how many they are
 * @param from when the first of them runs dry, in house time
 */
public record Shortage(String step, Channel channel, long leads, Instant from) {
    private static final Comparator<Shortage> SOONEST_FIRST =
            Comparator.comparing(Shortage::from).thenComparing(Shortage::step).thenComparing(Shortage::channel);

    public static Shortage of(DryLead lead) {
        return new Shortage(lead.step(), lead.channel(), 1, lead.at());
    }

    /** One for each step and channel, the soonest first. */
    public static List<Shortage> sum(Stream<Shortage> shortages) {
        record Where(String step, Channel channel) {}
        Map<Where, Shortage> sums = new LinkedHashMap<>();
        shortages.forEach(one -> sums.merge(new Where(one.step, one.channel), one, Shortage::and));
        return sums.values().stream().sorted(SOONEST_FIRST).toList();
    }

    private Shortage and(Shortage other) {
        return new Shortage(step, channel, leads + other.leads, from.isBefore(other.from) ? from : other.from);
    }
}
