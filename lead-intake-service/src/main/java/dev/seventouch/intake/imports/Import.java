package dev.seventouch.intake.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One list of leads.
 *
 * @param id derived from the list's bytes and how it is to be read: the same list ordered again is the same import
 * @param stopped whether somebody has stopped it; it keeps its place
 */
public record Import(String id, Order order, Progress progress, boolean stopped) {

    /**
     * What was ordered; it never changes.
     *
     * @param delimiter one character
     * @param encoding the name of a character set
     * @param columns as the first row names them
     * @param mapping by column: a field, {@code firstName}, {@code lastName}, {@code attributes.NAME}, or {@code -} for
     *     nothing
     * @param consent the wording that all on the list agreed to, if they did
     * @param basis that all on the list have; null for consent, if anything is told of it
     * @param dryRun whether it is only looked at
     */
    public record Order(
            String source,
            String delimiter,
            String encoding,
            List<String> columns,
            List<String> mapping,
            @Nullable String consent,
            @Nullable String basis,
            boolean dryRun) {}

    public enum State {
        /** Read once from end to end: a list that breaks off is refused before anybody on it is taken in. */
        CHECKING,
        RUNNING,
        DONE,
        REFUSED
    }

    /**
     * How far it has come, as of its last batch.
     *
     * @param why it was refused
     * @param total rows below the first; 0 until it was read once
     * @param rows taken in or rejected
     * @param accepted of them, leads that were not known
     * @param merged of them, leads that were known, or are on the list before
     * @param rejectsBytes length of the file of rejects
     * @param batchAt the instant of capture of the next batch, fixed before it begins: told again after a crash, its events
     *     are the same ones
     * @param rowsPerSecond lately
     */
    public record Progress(
            State state,
            @Nullable String why,
            long total,
            long rows,
            long accepted,
            long merged,
            long rejected,
            long rejectsBytes,
            Instant batchAt,
            Instant receivedAt,
            @Nullable Instant finishedAt,
            double rowsPerSecond) {

        static Progress received(Instant now) {
            return new Progress(State.CHECKING, null, 0, 0, 0, 0, 0, 0, now, now, null, 0);
        }

        Progress running(long total, Instant batchAt) {
            return new Progress(State.RUNNING, null, total, 0, 0, 0, 0, 0, batchAt, receivedAt, null, 0);
        }

        Progress refused(String why, Instant now) {
            return new Progress(
                    State.REFUSED,
                    why,
                    total,
                    rows,
                    accepted,
                    merged,
                    rejected,
                    rejectsBytes,
                    batchAt,
                    receivedAt,
                    now,
                    0);
        }

        Progress done(Instant now) {
            return new Progress(
                    State.DONE,
                    null,
                    total,
                    rows,
                    accepted,
                    merged,
                    rejected,
                    rejectsBytes,
                    batchAt,
                    receivedAt,
                    now,
                    rowsPerSecond);
        }

        Progress after(Tally batch, long rejectsBytes, Instant nextBatchAt, double rowsPerSecond) {
            return new Progress(
                    state,
                    null,
                    total,
                    rows + batch.rows(),
                    accepted + batch.accepted(),
                    merged + batch.merged(),
                    rejected + batch.rejected(),
                    rejectsBytes,
                    nextBatchAt,
                    receivedAt,
                    null,
                    rowsPerSecond);
        }

        public boolean isOver() {
            return state == State.DONE || state == State.REFUSED;
        }

        /** Rows left, at the rate of late; null while there is none. */
        public @Nullable Long secondsLeft() {
            return state == State.RUNNING && rowsPerSecond > 0 ? Math.round((total - rows) / rowsPerSecond) : null;
        }
    }

    /** What became of the rows of one batch. */
    record Tally(long accepted, long merged, long rejected) {
        /** Of a batch that was not taken in. */
        static final Tally NONE = new Tally(0, 0, 0);

        long rows() {
            return accepted + merged + rejected;
        }
    }

    Import with(Progress next) {
        return new Import(id, order, next, stopped);
    }
}
