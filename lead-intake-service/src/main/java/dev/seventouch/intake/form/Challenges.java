package dev.seventouch.intake.form;

import dev.seventouch.service.web.BadRequest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a form with a challenge through if it was passed. If the judge can't be asked, the lead is let in: the other guards
 * still stand, and a lost lead is worse than a machine's.
 */
public final class Challenges {
    private static final Logger log = LoggerFactory.getLogger(Challenges.class);
    private static final int LONGEST_TOKEN = 4096;

    private final @Nullable Challenge challenge;
    private final MeterRegistry meters;

    /** @param challenge null if nobody judges; no form has a challenge then */
    public Challenges(@Nullable Challenge challenge, MeterRegistry meters) {
        this.challenge = challenge;
        this.meters = meters;
    }

    /** @throws BadRequest if the form has a challenge that was not passed */
    void require(Form form, Map<String, List<String>> fields, String ip) {
        String field = form.guard().challenge();
        if (field == null || challenge == null) {
            return;
        }
        String token = fields.getOrDefault(field, List.of("")).getFirst();
        if (token.isBlank() || token.length() > LONGEST_TOKEN) {
            throw new BadRequest(field, "is missing; the page's challenge has to be passed first");
        }
        Challenge.Verdict verdict = challenge.judge(token, ip);
        meters.counter("seventouch.intake.challenges", "verdict", verdict.name().toLowerCase(java.util.Locale.ROOT))
                .increment();
        switch (verdict) {
            case PERSON -> {}
            case MACHINE -> throw new BadRequest(field, "was not accepted; please pass the page's challenge once more");
            case UNKNOWN -> log.warn("form {}: the challenge can't be judged; the lead is let in", form.id());
        }
    }
}
