package dev.seventouch.service.work;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Requests that come while others are carried out go together afterwards, so under load one round trip serves many; alone, a
 * request goes at once. Of those that concern the same thing only one goes at a time, in the order in which they came.
 *
 * @param <Q> what is asked for
 * @param <A> what is answered
 */
public final class Together<Q, A> {
    private final Function<Q, ? extends Collection<?>> concerns;
    private final Function<List<Q>, List<A>> work;
    private final Predicate<RuntimeException> holdsForAll;
    private final int most;
    private List<Place<Q, A>> waiting = new ArrayList<>();
    private boolean busy;

    /**
     * @param concerns what two requests at a time must not both touch
     * @param work carries requests out and answers each in its place; it may be told the same again after it threw
     * @param holdsForAll whether what {@code work} threw would be thrown for each request alone as well; after anything else
     *     each is tried alone, so that none fails for the sake of another
     * @param most things that the requests which go together may concern; one request alone may exceed it
     */
    public Together(
            Function<Q, ? extends Collection<?>> concerns,
            Function<List<Q>, List<A>> work,
            Predicate<RuntimeException> holdsForAll,
            int most) {
        this.concerns = concerns;
        this.work = work;
        this.holdsForAll = holdsForAll;
        this.most = most;
    }

    /** @param turn done with the requests to carry out, by whoever waits here; with null once others have done it */
    private record Place<Q, A>(
            Q request, CompletableFuture<@Nullable List<Place<Q, A>>> turn, CompletableFuture<A> answer) {}

    /** Carries {@code request} out, or waits until others have. What the work throws is passed on. */
    public A ask(Q request) {
        Place<Q, A> mine = new Place<>(request, new CompletableFuture<>(), new CompletableFuture<>());
        join(mine);
        List<Place<Q, A>> together = mine.turn.join();
        if (together != null) {
            try {
                carryOut(together);
            } finally {
                next();
            }
        }
        try {
            return mine.answer.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw e;
            }
        }
    }

    /** How many wait for their turn now. */
    public synchronized int waiting() {
        return waiting.size();
    }

    private synchronized void join(Place<Q, A> place) {
        waiting.add(place);
        if (!busy) {
            busy = true;
            letGo();
        }
    }

    private synchronized void next() {
        if (waiting.isEmpty()) {
            busy = false;
        } else {
            letGo();
        }
    }

    /** Whoever has waited longest carries all out. */
    private void letGo() {
        List<Place<Q, A>> together = new ArrayList<>();
        List<Place<Q, A>> left = new ArrayList<>();
        Set<Object> touched = new HashSet<>();
        for (Place<Q, A> place : waiting) {
            Collection<?> things = concerns.apply(place.request);
            boolean fits = together.isEmpty() || touched.size() + things.size() <= most;
            boolean goes = fits && things.stream().noneMatch(touched::contains);
            (goes ? together : left).add(place);
            // Of those left behind as well: nobody overtakes them.
            touched.addAll(things);
        }
        waiting = left;
        together.getFirst().turn.complete(together);
    }

    private void carryOut(List<Place<Q, A>> together) {
        try {
            List<A> answers = work.apply(together.stream().map(Place::request).toList());
            for (int i = 0; i < together.size(); i++) {
                together.get(i).answer.complete(answers.get(i));
            }
        } catch (RuntimeException e) {
            if (together.size() == 1 || holdsForAll.test(e)) {
                together.forEach(place -> place.answer.completeExceptionally(e));
            } else {
                together.forEach(place -> carryOut(List.of(place)));
            }
        } catch (Error e) {
            together.forEach(place -> place.answer.completeExceptionally(e));
        } finally {
            together.forEach(place -> place.turn.complete(null));
        }
    }
}
