package dev.seventouch.benchmarks.door;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Leads that come one by one at an even pace, which is kept whoever falls behind: a time is counted from the moment at which the
 * lead was to come, to its answer.
 */
public final class Stream {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Stream() {}

    /**
     * @param millis from the moment at which each was to come to its 202
     * @param lost how many were answered otherwise, or not at all
     * @param perSecond answered 202, from the first to the last answer
     */
    public record Answers(List<Double> millis, int lost, double perSecond) {}

    public static Answers at(int rate, Duration length, Door door, HttpClient http) {
        int many = (int) (rate * length.toMillis() / 1000);
        ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
        AtomicInteger lost = new AtomicInteger();
        List<CompletableFuture<?>> answers = new ArrayList<>(many);
        long begin = System.nanoTime();
        for (int i = 0; i < many; i++) {
            long planned = begin + i * 1_000_000_000L / rate;
            while (System.nanoTime() < planned) {
                LockSupport.parkNanos(planned - System.nanoTime());
            }
            answers.add(http.sendAsync(
                            door.lead("lead" + NUMBER.incrementAndGet() + "@example.com"),
                            HttpResponse.BodyHandlers.discarding())
                    .handle((answer, fault) -> {
                        if (fault == null && answer.statusCode() == 202) {
                            millis.add((System.nanoTime() - planned) / 1e6);
                        } else {
                            lost.incrementAndGet();
                        }
                        return null;
                    }));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Answers(List.copyOf(millis), lost.get(), millis.size() / seconds);
    }
}
