package dev.seventouch.mailer.delivery;

import dev.seventouch.mailer.delivery.print.PrintBatch;
import dev.seventouch.mailer.delivery.print.PrintItem;
import dev.seventouch.mailer.delivery.print.PrintProvider;
import dev.seventouch.mailer.delivery.print.PrintProvider.Answer;
import dev.seventouch.mailer.delivery.print.Printing;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives batches to a print provider. One that it does not take is left open, for a person to print. */
public final class PrintOrders {

    /** Who has claimed a batch on its way to the provider; whoever died with it in hand takes it up again. */
    static final String PROVIDER = "the print provider";

    private static final Logger log = LoggerFactory.getLogger(PrintOrders.class);
    private static final int ATTEMPTS = 4;

    private final PrintRoom room;
    private final Printing printing;
    private final PrintProvider provider;
    private final Duration pause;
    private final MeterRegistry meters;

    /** @param pause wall time after the first attempt; four times as long after each further one */
    public PrintOrders(
            PrintRoom room, Printing printing, PrintProvider provider, Duration pause, MeterRegistry meters) {
        this.room = room;
        this.printing = printing;
        this.provider = provider;
        this.pause = pause;
        this.meters = meters;
    }

    /** @return whether the provider has it */
    boolean give(PrintBatch batch) throws InterruptedException {
        boolean isOurs = batch.state() == PrintBatch.State.CLAIMED && PROVIDER.equals(batch.by());
        if (!isOurs && room.claim(batch.id(), PROVIDER).isEmpty()) {
            return false;
        }
        Duration wait = pause;
        for (int attempt = 1; ; attempt++) {
            // Each time anew: somebody may have said stop since.
            List<PrintItem> items = room.printed(batch);
            Answer answer = items.isEmpty() ? new Answer.Taken("nobody is left in it") : offered(batch.id(), items);
            count(answer);
            if (answer instanceof Answer.Taken(var receipt)) {
                room.handedOver(batch.id(), PROVIDER, receipt, items);
                return true;
            }
            if (answer instanceof Answer.Refused || attempt == ATTEMPTS) {
                log.error("batch {} is left for a person to print: {}", batch.id(), answer);
                room.release(batch.id(), PROVIDER);
                return false;
            }
            log.warn("batch {} is offered again in {}: {}", batch.id(), wait, answer);
            Thread.sleep(wait);
            wait = wait.multipliedBy(4);
        }
    }

    /** By way of a file: a batch may be larger than what a process should hold. */
    private Answer offered(String id, List<PrintItem> items) {
        try {
            Path pdf = Files.createTempFile("letters", ".pdf");
            try {
                List<Integer> pages;
                try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(pdf))) {
                    pages = printing.letters(items, to);
                }
                return provider.offer(new PrintProvider.Order(id, pdf, printing.recipients(items, pages)));
            } finally {
                Files.delete(pdf);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void count(Answer answer) {
        meters.counter("seventouch.letters.offered", "answer", answer.getClass().getSimpleName())
                .increment();
    }
}
