package dev.seventouch.intake.imports;

import static java.util.Objects.requireNonNull;

import dev.seventouch.intake.capture.Capture;
import dev.seventouch.intake.capture.Capture.Verdict;
import dev.seventouch.intake.capture.ViewUnreachable;
import dev.seventouch.intake.imports.Import.Order;
import dev.seventouch.intake.imports.Import.Progress;
import dev.seventouch.intake.imports.Import.State;
import dev.seventouch.intake.imports.Import.Tally;
import dev.seventouch.intake.lead.Agreement;
import dev.seventouch.intake.lead.Problem;
import dev.seventouch.intake.lead.Submission;
import dev.seventouch.intake.outbox.NotKept;
import dev.seventouch.intake.work.Worker;
import dev.seventouch.service.clock.HouseClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Works off lists, one after the other, in batches: memory stays the same however long a list is. After a restart it goes on
 * with the batch that was not recorded; its events are then the very same ones. While the log is out of reach, or others wait
 * for it, a list waits as well; and while many first touches do, so that whoever comes by a website is not behind all of it.
 */
public final class Importer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Importer.class);

    private static final String WAY = "import";
    private static final int BATCH = 500;
    private static final long IDLE_MILLIS = 5000;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration SHORT_PAUSE = Duration.ofMillis(100);

    private final Spool spool;
    private final Imports imports;
    private final Capture capture;
    private final HouseClock clock;
    private final Duration keepRejects;
    private final String instance;
    private final Ahead ahead;
    private final long mostAhead;
    private long room;
    private final Semaphore news = new Semaphore(0);
    private final Worker worker = new Worker("import");

    /**
     * @param keepRejects how long the rejects of a list are kept, on the wall
     * @param mostAhead how many leads and first touches may wait before a list does; 0 for any number
     */
    public Importer(
            Spool spool,
            Imports imports,
            Capture capture,
            HouseClock clock,
            Duration keepRejects,
            String instance,
            Ahead ahead,
            long mostAhead) {
        this.spool = spool;
        this.imports = imports;
        this.capture = capture;
        this.clock = clock;
        this.keepRejects = keepRejects;
        this.instance = instance;
        this.ahead = ahead;
        this.mostAhead = mostAhead;
    }

    /** The rows that could not be taken in, as CSV; it may not be there yet, or not any more. */
    public Path rejectsOf(String id) {
        return spool.rejectsOf(id);
    }

    /**
     * Stops an import behind the batch that it is at; it keeps its place.
     *
     * @throws ImportsUnreachable if it is not certain that it will stop
     */
    public void stop(String id) {
        imports.stop(id, true);
        log.info("import={} is to stop", id);
    }

    /**
     * Lets an import go on where it stopped.
     *
     * @throws ImportsUnreachable if it is not certain that it will
     */
    public void goOn(String id) {
        imports.stop(id, false);
        log.info("import={} is to go on", id);
        wake();
    }

    void wake() {
        news.release();
    }

    @Override
    public void start() {
        spool.clear();
        worker.start(this::work);
    }

    @Override
    public void stop() {
        // Not by an interrupt: the batch that it is at comes to its end.
        worker.stop(_ -> wake(), Duration.ofSeconds(10));
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private void work() {
        while (worker.isRunning()) {
            try {
                spool.expire(clock.wall().instant().minus(keepRejects));
                for (Import next : imports.unfinished(instance)) {
                    run(next);
                }
                if (news.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ImportsUnreachable | ViewUnreachable e) {
                log.warn("imports wait: {}", e.getMessage());
                Worker.pause(PAUSE);
            } catch (RuntimeException e) { // a thread that ended would let all wait for ever
                log.error("an import came to a halt; trying again", e);
                Worker.pause(PAUSE);
            }
        }
    }

    private void run(Import next) {
        Import current = next;
        try {
            if (current.progress().state() == State.CHECKING) {
                current = checked(current);
            }
            if (current.progress().state() == State.RUNNING && !current.stopped()) {
                takeIn(current);
            }
        } catch (CsvList.Broken e) {
            refuse(current, String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            log.error("import={} its file can't be read or written", current.id(), e);
            refuse(current, "its file is gone, or the disk can't be read or written");
        }
    }

    private void refuse(Import current, String why) {
        imports.save(current.with(current.progress().refused(why, now())));
        log.warn("import={} refused: {}", current.id(), why);
        discard(current.id());
    }

    /** From end to end, before anybody on it is taken in: half a list is worse than none. */
    private Import checked(Import ordered) throws IOException, CsvList.Broken {
        long rows = -1; // the first names the columns
        try (CsvList list = open(ordered)) {
            while (list.read() != null) {
                rows++;
            }
        }
        Import ready = ordered.with(ordered.progress().running(rows, now()));
        boolean goesOn = imports.save(ready);
        log.info("import={} has {} rows", ordered.id(), rows);
        return new Import(ready.id(), ready.order(), ready.progress(), !goesOn);
    }

    private void takeIn(Import begun) throws IOException, CsvList.Broken {
        Import current = begun;
        try (CsvList list = open(begun);
                Rejects rejects = Rejects.open(
                        rejectsOf(begun.id()),
                        begun.progress().rejectsBytes(),
                        begun.order().columns())) {
            skip(list, 1 + begun.progress().rows());
            long began = System.nanoTime();
            List<CsvList.Row> rows = batch(list);
            while (worker.isRunning() && !rows.isEmpty()) {
                Tally tally = takeIn(current, rows, rejects);
                if (tally == Tally.NONE) {
                    return; // not taken in: the batch is for the next time
                }
                long now = System.nanoTime();
                double rate = tally.rows() * 1e9 / Math.max(1, now - began);
                double late = current.progress().rowsPerSecond();
                current = current.with(current.progress()
                        .after(tally, rejects.flushed(), now(), late == 0 ? rate : 0.8 * late + 0.2 * rate));
                if (!imports.save(current)) {
                    log.info(
                            "import={} stopped behind {} rows",
                            current.id(),
                            current.progress().rows());
                    return;
                }
                began = now;
                rows = batch(list);
            }
            if (!rows.isEmpty()) {
                return; // the rest is for the next start
            }
        }
        imports.save(current.with(current.progress().done(now())));
        discard(current.id());
        Progress done = current.progress();
        log.info(
                "import={} done: {} accepted, {} merged, {} rejected",
                current.id(),
                done.accepted(),
                done.merged(),
                done.rejected());
    }

    private static void skip(CsvList list, long rows) throws CsvList.Broken {
        for (long i = 0; i < rows; i++) {
            list.read();
        }
    }

    private static List<CsvList.Row> batch(CsvList list) throws CsvList.Broken {
        List<CsvList.Row> rows = new ArrayList<>(BATCH);
        CsvList.Row row = list.read();
        while (row != null) {
            rows.add(row);
            row = rows.size() < BATCH ? list.read() : null;
        }
        return rows;
    }

    private Tally takeIn(Import current, List<CsvList.Row> rows, Rejects rejects) {
        Order order = current.order();
        Instant at = current.progress().batchAt();
        // A basis alone is for rows that tell their own wording.
        Agreement ofAll = order.consent() == null && order.basis() == null
                ? null
                : new Agreement(order.consent(), order.basis(), null, null, order.source(), null, at);
        List<Submission> submissions = rows.stream()
                .filter(row -> isWhole(row, order))
                .map(row -> Columns.submission(order.mapping(), row.fields(), order.source(), ofAll, at))
                .toList();
        List<Verdict> verdicts = verdicts(current.id(), submissions, at, order.dryRun());
        return verdicts == null ? Tally.NONE : tally(order, rows, verdicts.iterator(), rejects);
    }

    private static boolean isWhole(CsvList.Row row, Order order) {
        return row.fields().size() == order.columns().size();
    }

    /** @param verdicts on the rows that are whole, in their order */
    private static Tally tally(Order order, List<CsvList.Row> rows, Iterator<Verdict> verdicts, Rejects rejects) {
        long accepted = 0;
        long merged = 0;
        for (CsvList.Row row : rows) {
            if (!isWhole(row, order)) {
                rejects.add(row, List.of(ragged(row, order)));
                continue;
            }
            switch (verdicts.next()) {
                case Verdict.New _ -> accepted++;
                case Verdict.Merged _ -> merged++;
                case Verdict.Refused(var problems) -> rejects.add(row, problems);
            }
        }
        return new Tally(accepted, merged, rows.size() - accepted - merged);
    }

    private static Problem ragged(CsvList.Row row, Order order) {
        return new Problem(
                "row",
                "has " + row.fields().size() + " fields; the first row names "
                        + order.columns().size());
    }

    /** What became of them, however long the log or the view is away; null if it is to stop meanwhile. */
    private @Nullable List<Verdict> verdicts(String id, List<Submission> submissions, Instant at, boolean dryRun) {
        boolean goesOn = true;
        while (worker.isRunning() && goesOn) {
            try {
                if (!dryRun && isCrowded(submissions.size())) {
                    Worker.pause(SHORT_PAUSE);
                    goesOn = imports.find(id).filter(each -> !each.stopped()).isPresent();
                    continue;
                }
                return dryRun ? capture.lookAt(submissions) : capture.takeList(submissions, at, WAY);
            } catch (NotKept | ViewUnreachable e) {
                log.info("an import waits: {}", e.getMessage());
                Worker.pause(PAUSE);
                goesOn = imports.find(id).filter(each -> !each.stopped()).isPresent();
            }
        }
        return null;
    }

    /** Asks only when as many have gone in as there was room for. */
    private boolean isCrowded(int rows) {
        if (mostAhead == 0) {
            return false;
        }
        if (room < rows) {
            room = mostAhead - ahead.waiting();
        }
        if (room <= 0) {
            return true;
        }
        room -= rows;
        return false;
    }

    private CsvList open(Import each) throws IOException {
        Order order = each.order();
        return CsvList.open(
                spool.listOf(each.id()),
                order.delimiter().charAt(0),
                Charset.forName(requireNonNull(order.encoding())));
    }

    /** A list is people's data: it is kept no longer than it is needed. Its rejects are asked for later. */
    private void discard(String id) {
        try {
            Files.deleteIfExists(spool.listOf(id));
        } catch (IOException e) {
            log.warn("import={} its file can't be deleted", id, e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
