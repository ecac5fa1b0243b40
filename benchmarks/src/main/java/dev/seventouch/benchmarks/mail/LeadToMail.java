package dev.seventouch.benchmarks.mail;

import dev.seventouch.benchmarks.machine.Patience;
import dev.seventouch.benchmarks.report.Figures;
import dev.seventouch.benchmarks.report.Measure;
import dev.seventouch.benchmarks.report.Quantile;
import dev.seventouch.benchmarks.wire.Writer;
import dev.seventouch.benchmarks.work.Cohort;
import dev.seventouch.benchmarks.work.Due;
import dev.seventouch.benchmarks.work.HouseWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** From the moment at which a lead comes in to the moment at which it is known that its first mail was taken. */
public final class LeadToMail {

    private static final Duration TO_FINISH = Duration.ofMinutes(2);

    private static final Duration SETTLING = Duration.ofSeconds(10);

    private LeadToMail() {}

    /**
     * @param warmUp leads that come before, twice as fast: three programs that have just started are busy with themselves
     * @param perSecond leads come at this pace, also if nobody keeps up
     */
    public static void measure(
            Writer writer,
            HandedOver outcomes,
            Patience patience,
            int warmUp,
            int perSecond,
            Duration time,
            Figures figures) {
        pace(writer, outcomes, patience, new Cohort(1, warmUp), 2 * perSecond);
        // What the engine has still to hear of them is read by then.
        pace(writer, outcomes, patience, new Cohort(3, (int) (perSecond * SETTLING.toSeconds())), perSecond);
        Cohort cohort = new Cohort(2, (int) (perSecond * time.toSeconds()));
        List<Double> millis = pace(writer, outcomes, patience, cohort, perSecond);
        String name = perSecond + " leads a second";
        figures.add(name, Measure.cost("lead in to mail taken, p50", "ms"), Quantile.of(0.5, millis));
        figures.add(name, Measure.cost("lead in to mail taken, p99", "ms"), Quantile.of(0.99, millis));
    }

    private static List<Double> pace(
            Writer writer, HandedOver outcomes, Patience patience, Cohort cohort, int perSecond) {
        CompletableFuture<long[]> due = CompletableFuture.supplyAsync(() -> writer.trickle(
                perSecond, cohort.size(), index -> HouseWork.captured(cohort, index, new Due.InAMonth())));
        var leads = IntStream.range(0, cohort.size()).mapToObj(cohort::lead).toList();
        patience.until("all mails are taken", TO_FINISH, () -> outcomes.have(leads));
        List<Double> millis = new ArrayList<>();
        long[] wanted = due.join();
        for (int index = 0; index < cohort.size(); index++) {
            millis.add((outcomes.seenAt(cohort.lead(index)) - wanted[index]) / 1e6);
        }
        return millis;
    }
}
