package dev.seventouch.service.stream;

import java.time.Duration;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;

/** For what a service publishes while it starts: a log that is slow to answer when all start at once is no reason to give up. */
public final class Patience {
    private static final Duration AT_MOST = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);

    private static final RetryTemplate RETRIES = new RetryTemplate(RetryPolicy.builder()
            .includes(LogUnreachable.class)
            .maxRetries(Long.MAX_VALUE)
            .delay(BETWEEN_TRIES)
            .timeout(AT_MOST)
            .build());

    private Patience() {}

    /**
     * Tries again until the log answers.
     *
     * @param publishing can be done again after it was done in part
     * @throws LogUnreachable if it has not answered for half a minute
     */
    public static void untilTheLogAnswers(Runnable publishing) {
        RETRIES.invoke(publishing);
    }
}
