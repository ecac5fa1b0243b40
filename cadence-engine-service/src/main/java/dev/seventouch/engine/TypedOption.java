package dev.seventouch.engine;

import dev.seventouch.engine.dryrun.Moment;
import dev.seventouch.engine.dryrun.Refused;
import dev.seventouch.engine.dryrun.Typed;
import dev.seventouch.events.touch.Channel;
import java.math.BigDecimal;
import java.time.Period;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Options that are typed on the command line; what is wrong with one is told beside its name. */
abstract sealed class TypedOption<T> implements ITypeConverter<T> {
    private final Function<String, T> read;

    private TypedOption(Function<String, T> read) {
        this.read = read;
    }

    @Override
    public T convert(String text) {
        try {
            return read.apply(text);
        } catch (Refused refused) {
            throw new TypeConversionException(refused.getMessage());
        }
    }

    static final class OfMoment extends TypedOption<Moment> {
        OfMoment() {
            super(Moment::of);
        }
    }

    static final class OfLength extends TypedOption<Period> {
        OfLength() {
            super(Typed::length);
        }
    }

    static final class OfAmount extends TypedOption<BigDecimal> {
        OfAmount() {
            super(Typed::amount);
        }
    }

    static final class OfChannel extends TypedOption<Channel> {
        OfChannel() {
            super(Typed::channel);
        }
    }
}
