package dev.seventouch.mailer.store;

import dev.seventouch.events.lead.LeadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks that are asked for while another one is on its way go together in the next one: under load one round trip serves
 * many. No look is answered by a question that was sent before it was asked for, so none sees what has changed since.
 *
 * @param <T> what is known of a lead
 */
final class Looks<T> {

    private final Function<List<LeadId>, Map<LeadId, T>> question;
    private List<Look<T>> waiting = new ArrayList<>();
    private boolean asking;

    /** @param question asks the store about many leads at once; one that nothing is known of may be absent in the answer */
    Looks(Function<List<LeadId>, Map<LeadId, T>> question) {
        this.question = question;
    }

    /** @param turn done with the looks to ask for, by whoever waits here; with null once others have asked for it */
    private record Look<T>(
            LeadId lead, CompletableFuture<@Nullable List<Look<T>>> turn, CompletableFuture<@Nullable T> answer) {}

    /** What is known of {@code lead} now; null for nothing. What the store throws is passed on. */
    @Nullable T at(LeadId lead) {
        Look<T> mine = new Look<>(lead, new CompletableFuture<>(), new CompletableFuture<>());
        join(mine);
        List<Look<T>> together = mine.turn.join();
        if (together != null) {
            askFor(together);
        }
        try {
            return mine.answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException ofTheStore ? ofTheStore : e;
        }
    }

    private synchronized void join(Look<T> look) {
        waiting.add(look);
        if (!asking) {
            asking = true;
            letGo();
        }
    }

    /** Whoever has waited longest asks for all. */
    private void letGo() {
        List<Look<T>> together = waiting;
        waiting = new ArrayList<>();
        together.getFirst().turn.complete(together);
    }

    private synchronized void asked() {
        if (waiting.isEmpty()) {
            asking = false;
        } else {
            letGo();
        }
    }

    private void askFor(List<Look<T>> together) {
        try {
            Map<LeadId, T> known =
                    question.apply(together.stream().map(Look::lead).distinct().collect(Collectors.toList()));
            together.forEach(look -> look.answer.complete(known.get(look.lead)));
        } catch (RuntimeException | Error e) {
            together.forEach(look -> look.answer.completeExceptionally(e));
        } finally {
            together.forEach(look -> look.turn.complete(null));
            asked();
        }
    }
}
