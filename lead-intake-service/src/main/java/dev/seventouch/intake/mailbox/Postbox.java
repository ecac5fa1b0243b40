package dev.seventouch.intake.mailbox;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

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
     * @param at when the server took it, wall time
     * @param bytes not more than are read of any mail
     */
    record Letter(long uid, Instant at, byte[] bytes) {}
}
