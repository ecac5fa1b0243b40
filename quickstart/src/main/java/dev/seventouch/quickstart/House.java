package dev.seventouch.quickstart;

import dev.seventouch.embedded.CannotStart;
import dev.seventouch.embedded.EmbeddedBroker;
import dev.seventouch.embedded.EmbeddedStore;
import dev.seventouch.embedded.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.context.ConfigurableApplicationContext;

/** Everything that runs, started side by side and stopped in turn. */
final class House implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Deque<AutoCloseable> foundations = new ArrayDeque<>();
    private final List<ConfigurableApplicationContext> services = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Setup setup;
    private final Secrets secrets;
    private @Nullable Inbox inbox;

    private House(Setup setup, Secrets secrets) {
        this.setup = setup;
        this.secrets = secrets;
    }

    /**
     * Returns when all have started; {@link #awaitReady} says when all have found each other.
     *
     * @throws CannotStart if anything can't. What had started by then is left to the end of the process: everything here
     *     survives a killed one
     */
    static House start(Setup setup) {
        DataDirectory data = DataDirectory.open(setup.data());
        // Before anything makes a logger: the log's place is read then.
        System.setProperty("seventouch.logs", data.path().resolve("logs").toString());
        // Four contexts would each set up logging anew; logback.xml is all there is to say.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Logger log = LoggerFactory.getLogger(House.class);
        requireCampaigns(setup);
        Secrets secrets = Secrets.in(data.path());
        DemoClock clock = DemoClock.in(data.path(), setup.speed(), Clock.systemUTC());
        Ports.requireFree(setup.portsNeeded());
        start(clock);
        log.info("starting on {}", data.path());
        House house = new House(setup, secrets);
        house.foundations.push(data);
        house.keep(clock);
        house.startAll(data, new ServiceSettings(setup, data, secrets, clock.clock()));
        return house;
    }

    private static void start(DemoClock clock) {
        try {
            clock.keep();
        } catch (IOException e) {
            throw new CannotStart("the clock can't be kept on disk: " + e.getMessage(), e);
        }
    }

    private static void requireCampaigns(Setup setup) {
        if (!Files.isDirectory(setup.campaigns())) {
            throw new CannotStart("there are no campaigns in " + setup.campaigns() + "; name their --campaigns DIR");
        }
    }

    Secrets secrets() {
        return secrets;
    }

    /** @throws CannotStart if not all are healthy in time */
    void awaitReady() throws InterruptedException {
        try (Health health = new Health(setup.ports())) {
            if (!eventually(READY_WITHIN, health::allUp)) {
                throw new CannotStart("not ready within " + READY_WITHIN.toSeconds() + " s: " + health.troubles()
                        + "; the log is in " + setup.data().resolve("logs"));
            }
        }
    }

    /** Whether the inbox has a message by then. */
    boolean awaitMail(Duration patience) throws InterruptedException {
        Inbox mails = inbox;
        return mails != null && eventually(patience, () -> !mails.messages().isEmpty());
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        inParallel(services.stream().map(service -> (Runnable) service::close).toList());
        synchronized (foundations) {
            foundations.forEach(House::closeQuietly);
        }
    }

    private void startAll(DataDirectory data, ServiceSettings settings) {
        Executor threads = task -> Thread.ofPlatform().name("start").start(task);
        CompletableFuture<Void> topics = CompletableFuture.runAsync(() -> startBroker(data), threads);
        startStoreAndInbox(data);
        List<CompletableFuture<Void>> starts = new ArrayList<>(List.of(topics));
        for (Service service : Service.values()) {
            starts.add(CompletableFuture.runAsync(() -> startService(service, settings, topics), threads));
        }
        try {
            allOrFirstFailure(starts).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof CannotStart reason ? reason : Reasons.of("Seventouch", e);
        }
    }

    /** Who can't start says so at once; the others need not get ready first. */
    private static CompletableFuture<?> allOrFirstFailure(List<CompletableFuture<Void>> starts) {
        CompletableFuture<Void> failure = new CompletableFuture<>();
        for (CompletableFuture<Void> start : starts) {
            start.whenComplete((done, failed) -> {
                if (failed != null) {
                    failure.completeExceptionally(failed);
                }
            });
        }
        return CompletableFuture.anyOf(CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)), failure);
    }

    private void startBroker(DataDirectory data) {
        if (setup.kafka() == null) {
            keep(EmbeddedBroker.start(data.broker(), setup.ports().kafka()));
        }
        TopicsGate.make(setup.kafkaAddress());
    }

    private void startStoreAndInbox(DataDirectory data) {
        if (setup.mongodb() == null) {
            keep(EmbeddedStore.onDisk(data.store(), setup.ports().store()));
        }
        if (setup.smtp() == null) {
            inbox = Inbox.start(
                    data.inbox(), setup.ports().smtp(), setup.ports().inbox());
            keep(inbox);
        }
    }

    private void startService(Service service, ServiceSettings settings, CompletableFuture<Void> topics) {
        try {
            ConfigurableApplicationContext context = service.application()
                    .registerShutdownHook(false) // we stop all of them, and in our order
                    .initializers(new WaitForTopics(topics))
                    .run(settings.argumentsOf(service));
            synchronized (services) {
                services.add(context);
            }
        } catch (RuntimeException e) {
            throw Reasons.of(service.title(), e);
        }
    }

    private void keep(AutoCloseable foundation) {
        synchronized (foundations) {
            foundations.push(foundation);
        }
    }

    private static void inParallel(List<Runnable> tasks) {
        List<Thread> threads = tasks.stream()
                .map(task -> Thread.ofPlatform().name("stop").start(task))
                .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) { // the others are to be closed as well
            LoggerFactory.getLogger(House.class)
                    .warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
        }
    }

    private static boolean eventually(Duration patience, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return true;
            }
            Thread.sleep(50);
        }
        return false;
    }
}
