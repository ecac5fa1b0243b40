package dev.seventouch.mailer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.seventouch.events.lead.LeadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LooksTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void those_that_come_meanwhile_go_together() throws Exception {
        CountDownLatch mayAnswer = new CountDownLatch(1);
        List<List<LeadId>> questions = new CopyOnWriteArrayList<>();
        Looks<String> looks = new Looks<>(leads -> {
            questions.add(leads);
            awaited(mayAnswer);
            return names(leads);
        });
        List<Future<String>> all = new ArrayList<>();
        all.add(threads.submit(() -> looks.at(lead(1))));
        await().until(() -> questions.size() == 1);
        AtomicInteger begun = new AtomicInteger();
        for (int number = 2; number <= 40; number++) {
            LeadId lead = lead(number);
            all.add(threads.submit(() -> {
                begun.incrementAndGet();
                return looks.at(lead);
            }));
        }
        await().until(() -> begun.get() == 39);
        mayAnswer.countDown();
        for (int number = 1; number <= 40; number++) {
            assertThat(all.get(number - 1).get()).isEqualTo("name of " + lead(number));
        }
        assertThat(questions).hasSizeBetween(2, 10);
        assertThat(questions.stream().mapToInt(List::size).sum()).isEqualTo(40);
    }

    /** Law 4: a look that begins after a stop was kept sees it. */
    @Test
    void no_look_sees_an_older_state_than_the_one_at_which_it_began() throws Exception {
        Set<LeadId> stopped = ConcurrentHashMap.newKeySet();
        Function<List<LeadId>, Map<LeadId, String>> store = leads -> {
            Map<LeadId, String> now =
                    leads.stream().filter(stopped::contains).collect(Collectors.toMap(l -> l, l -> "stop"));
            Thread.yield(); // the answer is on its way while the state moves on
            return now;
        };
        Looks<String> looks = new Looks<>(store);
        List<Callable<Boolean>> work = IntStream.range(0, 5_000)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    LeadId lead = lead(number);
                    looks.at(lead);
                    stopped.add(lead);
                    return "stop".equals(looks.at(lead));
                })
                .toList();
        for (Future<Boolean> seen : threads.invokeAll(work)) {
            assertThat(seen.get()).isTrue();
        }
    }

    @Test
    void what_the_store_throws_reaches_everybody_who_asked_and_nobody_after_them() throws Exception {
        AtomicInteger faults = new AtomicInteger(20);
        Looks<String> looks = new Looks<>(leads -> {
            if (faults.getAndDecrement() > 0) {
                throw new IllegalStateException("the store is away");
            }
            return names(leads);
        });
        List<Callable<String>> work = IntStream.range(0, 200)
                .<Callable<String>>mapToObj(number -> () -> {
                    try {
                        return looks.at(lead(number));
                    } catch (IllegalStateException e) {
                        return e.getMessage();
                    }
                })
                .toList();
        List<String> said = new ArrayList<>();
        for (Future<String> one : threads.invokeAll(work)) {
            said.add(one.get());
        }
        assertThat(said).doesNotContainNull().contains("the store is away");
        faults.set(1);
        assertThatThrownBy(() -> looks.at(lead(1))).hasMessage("the store is away");
        assertThat(looks.at(lead(1))).isEqualTo("name of " + lead(1));
    }

    private static Map<LeadId, String> names(List<LeadId> leads) {
        return leads.stream().collect(Collectors.toMap(lead -> lead, lead -> "name of " + lead));
    }

    private static LeadId lead(int number) {
        return new LeadId(String.format("%026d", number));
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
