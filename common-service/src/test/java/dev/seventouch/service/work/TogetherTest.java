package dev.seventouch.service.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TogetherTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private final List<List<String>> carriedOut = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    /** A request is a text; it concerns each of its letters. Those with an x are refused, those with a z can't be done. */
    private final Together<String, String> together = new Together<>(
            request -> request.chars().boxed().toList(),
            this::carryOut,
            e -> e instanceof UnsupportedOperationException,
            5);

    private List<String> carryOut(List<String> requests) {
        carriedOut.add(requests);
        try {
            if (requests.contains("first")) {
                firstMayEnd.await();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (requests.stream().anyMatch(request -> request.contains("x"))) {
            throw new IllegalArgumentException("x");
        }
        if (requests.stream().anyMatch(request -> request.contains("z"))) {
            throw new UnsupportedOperationException("z");
        }
        return requests.stream().map(request -> request + "!").toList();
    }

    @AfterEach
    void end() {
        firstMayEnd.countDown();
        askers.close();
    }

    @Test
    void alone_a_request_goes_at_once() {
        assertThat(together.ask("a")).isEqualTo("a!");
        assertThat(together.ask("b")).isEqualTo("b!");
        assertThat(carriedOut).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void what_comes_meanwhile_goes_together_and_each_has_its_own_answer() {
        List<Future<String>> answers = behindTheFirst("a", "b", "c");
        assertThat(answers).extracting(Future::get).containsExactly("a!", "b!", "c!");
        assertThat(carriedOut).containsExactly(List.of("first"), List.of("a", "b", "c"));
    }

    @Test
    void of_the_same_thing_one_goes_at_a_time_in_order_and_nobody_is_overtaken() {
        List<Future<String>> answers = behindTheFirst("a", "ab", "b", "c");
        assertThat(answers).extracting(Future::get).containsExactly("a!", "ab!", "b!", "c!");
        assertThat(carriedOut).containsExactly(List.of("first"), List.of("a", "c"), List.of("ab"), List.of("b"));
    }

    @Test
    void no_more_go_together_than_may() {
        List<Future<String>> answers = behindTheFirst("abc", "de", "f", "ghijklm");
        assertThat(answers).extracting(Future::get).containsExactly("abc!", "de!", "f!", "ghijklm!");
        assertThat(carriedOut)
                .containsExactly(List.of("first"), List.of("abc", "de"), List.of("f"), List.of("ghijklm"));
    }

    @Test
    void one_that_fails_does_not_take_others_along() throws Exception {
        List<Future<String>> answers = behindTheFirst("a", "x", "b");
        assertThat(answers.get(0).get()).isEqualTo("a!");
        assertThatThrownBy(answers.get(1)::get).hasRootCauseInstanceOf(IllegalArgumentException.class);
        assertThat(answers.get(2).get()).isEqualTo("b!");
        assertThat(together.ask("c")).as("it goes on").isEqualTo("c!");
    }

    @Test
    void what_holds_for_all_is_not_tried_again_for_each() {
        List<Future<String>> answers = behindTheFirst("a", "z");
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThatThrownBy(answer::get).hasRootCauseInstanceOf(UnsupportedOperationException.class));
        assertThat(carriedOut).containsExactly(List.of("first"), List.of("a", "z"));
    }

    @Test
    void what_was_thrown_is_passed_on_as_it_was() {
        assertThatThrownBy(() -> together.ask("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .isNotInstanceOf(CompletionException.class);
    }

    /** Who looks after something was kept must see it, whoever carries the look out. */
    @Test
    void nobody_is_answered_by_work_that_had_begun_before_they_asked() throws Exception {
        Set<Integer> kept = ConcurrentHashMap.newKeySet();
        Together<Integer, Boolean> looks = new Together<>(
                _ -> List.of(),
                numbers -> {
                    List<Boolean> now = numbers.stream().map(kept::contains).toList();
                    Thread.yield(); // the answer is on its way while the state moves on
                    return now;
                },
                _ -> true,
                100);
        List<Callable<Boolean>> work = IntStream.range(0, 5_000)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    looks.ask(number);
                    kept.add(number);
                    return looks.ask(number);
                })
                .toList();
        for (Future<Boolean> seen : askers.invokeAll(work)) {
            assertThat(seen.get()).isTrue();
        }
    }

    private List<Future<String>> behindTheFirst(String... requests) {
        var _ = askers.submit(() -> together.ask("first"));
        await().atMost(SOON).until(() -> !carriedOut.isEmpty());
        List<Future<String>> answers = new ArrayList<>();
        for (String request : requests) {
            answers.add(askers.submit(() -> together.ask(request)));
            await().atMost(SOON).until(() -> together.waiting() == answers.size());
        }
        firstMayEnd.countDown();
        return answers;
    }
}
