package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Ending;
import dev.seventouch.engine.policy.Rate;
import dev.seventouch.events.touch.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What many leads bring about together. Days and hours are those of {@code zone}.
 *
 * @param leads how many were captured
 * @param again how many were captured more than once
 * @param cadences how many began by which
 * @param days those on which anything goes out, in order
 * @param hours the busiest ones, the busiest first
 * @param releases the cadences that go out at a rate
 * @param dry where the library runs out, in the order of the days on which it first does
 * @param reps the people who have tasks, by name
 * @param passedOver what does not come to leads, the most frequent first
 * @param endings how many ended, and how
 */
public record Workload(
        Instant from,
        Instant until,
        ZoneId zone,
        int leads,
        int again,
        Map<CadenceRef, Integer> cadences,
        List<Day> days,
        List<Hour> hours,
        List<Released> releases,
        List<Dry> dry,
        List<RepLoad> reps,
        List<PassedOver> passedOver,
        Map<Ending, Integer> endings) {

    /** What a person needs for a task whose plan does not say it, in minutes. */
    public static final Map<Channel, Integer> USUAL_MINUTES = Map.of(
            Channel.EMAIL, 5,
            Channel.LETTER, 5,
            Channel.CARD, 5,
            Channel.CALL, 5,
            Channel.VISIT, 60,
            Channel.NOTE, 5,
            Channel.GIFT, 15);

    /** How many touches there are by each channel. */
    public Map<Channel, Integer> counts() {
        Map<Channel, Integer> counts = new EnumMap<>(Channel.class);
        days.forEach(day -> day.touches().forEach((channel, count) -> counts.merge(channel, count, Integer::sum)));
        return counts;
    }

    public record Day(LocalDate date, Map<Channel, Integer> touches) {
        public int total() {
            return touches.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * @param begins on the hour
     * @param due how many would go out if nothing held them back
     * @param out how many do
     */
    public record Hour(Instant begins, int due, int out) {}

    /**
     * @param held how many touches wait for their turn
     * @param longest how long the longest wait is
     * @param until when the last of them has its turn; the start if none waits
     */
    public record Released(CadenceRef cadence, Rate rate, int held, Duration longest, Instant until) {}

    /**
     * @param channel by which it should have gone out
     * @param topics empty for any
     * @param first the first day on which a lead finds nothing it has not had
     * @param leads how many do
     * @param asks how often: each time a person is asked instead
     */
    public record Dry(
            CadenceRef cadence,
            String step,
            Channel channel,
            List<String> topics,
            LocalDate first,
            int leads,
            int asks) {}

    /** @param days those on which there is a task, in order */
    public record RepLoad(String name, List<RepDay> days) {
        public int tasks() {
            return days.stream().mapToInt(RepDay::tasks).sum();
        }

        public int minutes() {
            return days.stream().mapToInt(RepDay::minutes).sum();
        }
    }

    public record RepDay(LocalDate date, int tasks, int minutes) {}

    public record PassedOver(CadenceRef cadence, String step, String why, int count) {}
}
