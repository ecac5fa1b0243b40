package dev.seventouch.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * When a dry run begins, as it is typed.
 *
 * @param time null for when the cadence opens
 */
record Moment(LocalDate day, @Nullable LocalTime time) {

    Instant instant(ZoneId zone, LocalTime opens) {
        return day.atTime(time == null ? opens : time).atZone(zone).toInstant();
    }

    static final class Reader implements ITypeConverter<Moment> {
        @Override
        public Moment convert(String text) {
            try {
                if (text.length() == 10) {
                    return new Moment(LocalDate.parse(text), null);
                }
                LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T'));
                return new Moment(time.toLocalDate(), time.toLocalTime());
            } catch (DateTimeException e) {
                throw new TypeConversionException("expected a day or a time, such as 2027-01-05 or 2027-01-05T10:00");
            }
        }
    }

    static final class LengthReader implements ITypeConverter<Period> {
        private static final Pattern LENGTH = Pattern.compile("(\\d{1,4}y)?(\\d{1,4}m)?(\\d{1,4}w)?(\\d{1,5}d)?");

        @Override
        public Period convert(String text) {
            String length = text.toLowerCase(Locale.ROOT);
            if (length.isEmpty() || !LENGTH.matcher(length).matches()) {
                throw new TypeConversionException("expected a length such as 2y, 6m or 90d");
            }
            Period period = Period.parse("P" + length.toUpperCase(Locale.ROOT));
            if (period.toTotalMonths() > 1200 || period.isZero()) {
                throw new TypeConversionException("expected more than nothing and at most 100y");
            }
            return period;
        }
    }

    static final class AmountReader implements ITypeConverter<BigDecimal> {
        private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,4})?");

        @Override
        public BigDecimal convert(String text) {
            if (!AMOUNT.matcher(text).matches()) {
                throw new TypeConversionException("expected an amount, such as 1.20");
            }
            return new BigDecimal(text);
        }
    }
}
