package dev.seventouch.desk;

import dev.seventouch.desk.forecast.LibraryForecast;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For how many leads the library runs dry within 30 days. Whoever reads it gets what was found when it was read before, and
 * never waits for the store: figures are wanted most while something is away.
 */
final class DryGauge implements MeterBinder {
    private static final Logger log = LoggerFactory.getLogger(DryGauge.class);
    private static final int DAYS = 30;

    private final LibraryForecast forecast;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile double leads = Double.NaN;

    DryGauge(LibraryForecast forecast) {
        this.forecast = forecast;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("seventouch.desk.library.dry.leads", this, DryGauge::read)
                .description("leads for which the library runs dry within " + DAYS + " days")
                .strongReference(true)
                .register(registry);
    }

    double read() {
        if (looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("dry-gauge").start(this::look);
        }
        return leads;
    }

    private void look() {
        try {
            leads = forecast.within(DAYS).leads();
        } catch (RuntimeException e) {
            leads = Double.NaN;
            log.warn("for how many leads the library runs dry is not known now: {}", e.getMessage());
        } finally {
            looking.set(false);
        }
    }
}
