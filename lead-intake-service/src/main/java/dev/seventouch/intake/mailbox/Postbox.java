package dev.seventouch.intake.mailbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mailbox on a server. */
public interface Postbox {

    /** Tells it from others, such as {@code ada@imap.example.com/INBOX}. */
    String name();

    /** @throws IOException if it can't be reached, or the server refuses */
    Opened open() throws IOException;

    /** A mailbox that is being read. Nothing in it is altered. */
    interface Opened extends AutoCloseable {

        /** What UIDs are counted under. */
        long validity();

        /**
         * The next mails, oldest first.
         *
         * @throws IOException if the server is gone
         */
        List<Letter> after(long uid, int most) throws IOException;

        /**
         * Until something has come, or {@code most} is over.
         *
         * @throws IOException if the server is gone
         */
        void await(Duration most) throws IOException, InterruptedException;

        @Override
        void close();
    }

    /**
     * @param at when the server took it, wall time; null if that can't be told
     * @param bytes not more than are read of any mail; null if they can't be had, though the server is there
     */
    record Letter(long uid, @Nullable Instant at, byte @Nullable [] bytes) {

        public static Letter unreadable(long uid) {
            return new Letter(uid, null, null);
        }
    }
}
