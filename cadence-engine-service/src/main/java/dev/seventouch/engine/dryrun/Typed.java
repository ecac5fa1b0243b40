package dev.seventouch.engine.dryrun;

import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.wire.Json;
import java.math.BigDecimal;
import java.time.Period;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Options of a dry run, as they are typed. All throw {@link Refused} with what was expected. */
public final class Typed {
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4}y)?(\\d{1,4}m)?(\\d{1,4}w)?(\\d{1,5}d)?");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,4})?");
    private static final int MONTHS_OF_A_CENTURY = 1_200;

    private Typed() {}

    /** Such as {@code 2y}, {@code 6m} or {@code 90d}; more than nothing. */
    public static Period length(String text) {
        String length = text.toLowerCase(Locale.ROOT);
        if (length.isEmpty() || !LENGTH.matcher(length).matches()) {
            throw new Refused("expected a length such as 2y, 6m or 90d");
        }
        Period period = Period.parse("P" + length.toUpperCase(Locale.ROOT));
        if (period.toTotalMonths() > MONTHS_OF_A_CENTURY || period.isZero()) {
            throw new Refused("expected more than nothing and at most 100y");
        }
        return period;
    }

    /** Such as {@code 1.20}. */
    public static BigDecimal amount(String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new Refused("expected an amount, such as 1.20");
        }
        return new BigDecimal(text);
    }

    public static Channel channel(String text) {
        for (Channel channel : Channel.values()) {
            if (Json.nameOf(channel).equals(text)) {
                return channel;
            }
        }
        throw new Refused("expected a channel, such as letter");
    }

    /** What touches cost, such as {@code letter=1.20,gift=15}. */
    public static Map<Channel, BigDecimal> costs(String text) {
        Map<Channel, BigDecimal> costs = new EnumMap<>(Channel.class);
        for (String cost : text.split(",", -1)) {
            int equals = cost.indexOf('=');
            if (equals < 0) {
                throw new Refused("expected what a touch costs, such as letter=1.20,gift=15");
            }
            costs.put(channel(cost.substring(0, equals)), amount(cost.substring(equals + 1)));
        }
        return costs;
    }
}
