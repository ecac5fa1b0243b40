package dev.seventouch.embedded;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * Commits each write before it is acknowledged, and several that come together at once. A commit never falls into the middle
 * of a write: a document without its index entry would be found by one query and not by the next.
 */
final class GroupCommit {
    private static final int COMMITS_BETWEEN_COMPACTIONS = 2000;
    private static final int TARGET_FILL_PERCENT = 60;
    private static final int COMPACTED_BYTES = 4 << 20;

    private final MVStore store;
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);
    private final AtomicLong written = new AtomicLong();
    private long committed;
    private long commits;

    GroupCommit(MVStore store) {
        this.store = store;
    }

    <T> T commitAfter(Supplier<T> write) {
        try {
            return apply(write);
        } finally {
            // Also after a failure: of a bulk, what came before the failing one was written.
            commit(written.incrementAndGet());
        }
    }

    private <T> T apply(Supplier<T> write) {
        lock.readLock().lock();
        try {
            return write.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void commit(long mine) {
        lock.writeLock().lock();
        try {
            if (committed >= mine) {
                return;
            }
            long upTo = written.get();
            store.commit();
            committed = upTo;
            if (++commits % COMMITS_BETWEEN_COMPACTIONS == 0) {
                store.compact(TARGET_FILL_PERCENT, COMPACTED_BYTES);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
