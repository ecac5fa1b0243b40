package dev.seventouch.engine.dryrun;

import dev.seventouch.events.touch.Channel;
import dev.seventouch.events.wire.Json;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What one touch by each channel costs, without the time of people. */
public record Costs(Map<Channel, BigDecimal> each) {
    /** In whatever currency: paper, print and postage; a parcel; nothing for what people do and what machines send. */
    public static final Costs USUAL = new Costs(Map.of(
            Channel.EMAIL, new BigDecimal("0.00"),
            Channel.LETTER, new BigDecimal("1.20"),
            Channel.CARD, new BigDecimal("0.95"),
            Channel.CALL, new BigDecimal("0.00"),
            Channel.VISIT, new BigDecimal("0.00"),
            Channel.NOTE, new BigDecimal("0.95"),
            Channel.GIFT, new BigDecimal("15.00")));

    public Costs {
        EnumMap<Channel, BigDecimal> copy = new EnumMap<>(Channel.class);
        copy.putAll(each);
        each = copy;
    }

    /** These, but for the ones given. */
    public Costs with(Map<Channel, BigDecimal> others) {
        Map<Channel, BigDecimal> all = new EnumMap<>(each);
        all.putAll(others);
        return new Costs(all);
    }

    BigDecimal of(Channel channel, int touches) {
        return each.getOrDefault(channel, BigDecimal.ZERO).multiply(BigDecimal.valueOf(touches));
    }

    @Override
    public String toString() {
        return each.entrySet().stream()
                .map(cost -> Json.nameOf(cost.getKey()) + "=" + cost.getValue().toPlainString())
                .collect(Collectors.joining(","));
    }
}
