package dev.seventouch.desk.mailer;

import dev.seventouch.desk.away.MailerAway;
import dev.seventouch.desk.neighbour.Neighbour;
import dev.seventouch.desk.neighbour.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the mailer. What it does not answer as it should throws {@link MailerAway}. */
public final class MailerClient implements AutoCloseable {
    /** Above any batch of 2,000 letters. */
    private static final long MOST_BYTES = 128L << 20;

    private final Neighbour mailer;

    /**
     * @param address of the mailer, such as {@code http://localhost:8082}
     * @param patience wall time for an answer, all of its body included
     */
    public MailerClient(URI address, String operatorKey, Duration patience, MeterRegistry meters) {
        this.mailer = new Neighbour(
                "mailer", address, operatorKey, new Neighbour.Limits(patience, MOST_BYTES), MailerAway::new, meters);
    }

    Answer get(String path) {
        return answer(mailer.get(path));
    }

    Answer post(String path, Object body) {
        return answer(mailer.post(path, body));
    }

    Answer put(String path, Object body) {
        return answer(mailer.put(path, body));
    }

    RuntimeException unexpected(String what) {
        return mailer.unexpected(what, null);
    }

    private Answer answer(Reply reply) {
        return switch (reply.status()) {
            case 200, 201 -> new Answer(true, Optional.of(reply.body()), List.of());
            case 400 -> new Answer(false, Optional.empty(), refusals(reply.body()));
            default -> new Answer(false, Optional.empty(), List.of());
        };
    }

    private List<String> refusals(byte[] problem) {
        Problem read = mailer.read(problem, Problem.class);
        List<String> whys = read.errors() == null
                ? List.of()
                : read.errors().stream()
                        .map(Mistake::message)
                        .filter(Objects::nonNull)
                        .toList();
        if (whys.isEmpty()) {
            throw unexpected("it answered 400, and did not say why");
        }
        return whys;
    }

    /** RFC 9457, with what is wrong with each field. */
    private record Problem(@Nullable List<Mistake> errors) {}

    private record Mistake(@Nullable String message) {}

    /** What the mailer said. */
    final class Answer {
        private final boolean isDone;
        private final Optional<byte[]> bytes;
        private final List<String> refusals;

        private Answer(boolean isDone, Optional<byte[]> bytes, List<String> refusals) {
            this.isDone = isDone;
            this.bytes = bytes;
            this.refusals = refusals;
        }

        boolean isDone() {
            return isDone;
        }

        Optional<byte[]> bytes() {
            return bytes;
        }

        /** Why it did not do it, if what it was given is wrong. */
        List<String> refusals() {
            return refusals;
        }

        <T> Optional<T> as(Class<T> type) {
            return bytes.map(json -> mailer.read(json, type));
        }

        /** For who can give nothing that is wrong. */
        Answer orElseAway() {
            if (!refusals.isEmpty()) {
                throw unexpected("it refused: " + String.join("; ", refusals));
            }
            return this;
        }
    }

    @Override
    public void close() {
        mailer.close();
    }
}
