package dev.seventouch.benchmarks.mail;

import dev.seventouch.benchmarks.machine.Patience;
import dev.seventouch.benchmarks.report.Figures;
import dev.seventouch.benchmarks.report.Measure;
import dev.seventouch.benchmarks.wire.Writer;
import dev.seventouch.events.lead.LeadId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** How much of their rate the good domains keep while one is slow and another refuses everything. */
public final class Neighbours {

    public static final String SLOW = "slow.example";
    public static final String REFUSING = "refuses.example";
    public static final Duration OVER_EACH = Duration.ofSeconds(3);

    private static final Duration TO_FINISH = Duration.ofMinutes(3);

    /** One of so many goes to each of the two. */
    private static final int SHARE = 10;

    private final Writer writer;
    private final HandedOver outcomes;
    private final Patience patience;
    private int sent;

    /** @param from the number of the first touch; no number comes twice in a run */
    public Neighbours(Writer writer, HandedOver outcomes, Patience patience, int from) {
        this.writer = writer;
        this.outcomes = outcomes;
        this.patience = patience;
        this.sent = from;
    }

    /** One after the other, alone and beside the two, so that a busy machine is as busy for both. */
    public void measure(int mails, int rounds, Figures figures) {
        round(mails, false);
        for (int round = 0; round < rounds; round++) {
            figures.add("alone", Measure.rate("mails to good domains"), round(mails, false));
            figures.add("beside a slow and a refusing one", Measure.rate("mails to good domains"), round(mails, true));
        }
    }

    private double round(int mails, boolean hindered) {
        int from = sent;
        List<ProducerRecord<String, byte[]>> touches = new ArrayList<>(Touches.of(from, mails));
        sent += mails;
        if (hindered) {
            int each = mails / SHARE;
            // Between the good ones, as they come.
            List<ProducerRecord<String, byte[]>> slow = Touches.to(SLOW, sent, each);
            List<ProducerRecord<String, byte[]>> refused = Touches.to(REFUSING, sent + each, each);
            sent += 2 * each;
            for (int one = each - 1; one >= 0; one--) {
                touches.add(one * SHARE, slow.get(one));
                touches.add(one * SHARE, refused.get(one));
            }
        }
        List<LeadId> good =
                IntStream.range(from, from + mails).mapToObj(Touches::lead).toList();
        long begin = System.nanoTime();
        writer.write(touches);
        patience.until("the good domains are served", TO_FINISH, () -> outcomes.areAnswered(good));
        // What was deferred counts as lost: here is no engine that would ask for it again.
        return outcomes.count(good) / ((System.nanoTime() - begin) / 1e9);
    }
}
