package dev.seventouch.quickstart;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How fast the house's time runs.
 *
 * @param house this much time in the house
 * @param wall takes this long on the wall
 */
record Speed(Duration house, Duration wall) {
    static final Speed WALL = new Speed(Duration.ofSeconds(1), Duration.ofSeconds(1));

    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})(ms|s|m|h|d)=(\\d{1,6})(ms|s|m|h|d)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    /** @throws IllegalArgumentException with a message for whoever typed it */
    static Speed parse(String text) {
        Matcher parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a speed: say 1d=1s, and a day takes a second");
        }
        Speed speed = new Speed(duration(parts.group(1), parts.group(2)), duration(parts.group(3), parts.group(4)));
        if (!speed.wall.isPositive() || speed.factor() < 1) {
            throw new IllegalArgumentException("'" + text + "' is slower than real time: say 1d=1s, or nothing");
        }
        return speed;
    }

    /** Seconds in the house in a second on the wall. */
    double factor() {
        return (double) house.toMillis() / wall.toMillis();
    }

    private static Duration duration(String count, String unit) {
        return UNITS.getOrDefault(unit, Duration.ZERO).multipliedBy(Long.parseLong(count));
    }

    static final class Converter implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String value) {
            try {
                return parse(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
