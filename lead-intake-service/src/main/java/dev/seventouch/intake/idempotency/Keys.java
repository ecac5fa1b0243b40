package dev.seventouch.intake.idempotency;

import java.time.Instant;

/** Where the keys of requests are kept. No answer is: it follows from the body, which comes again with the key. */
public interface Keys {

    /**
     * @param id a hash of the key and what it was sent for
     * @param body a hash of the body
     * @param at the house's instant at which the request was seen first: it is that of what the request says, however often
     *     it is sent
     * @param done whether all that the request says is kept
     */
    record Kept(String id, String body, Instant at, boolean done) {}

    /**
     * Keeps a new key, unless it is there.
     *
     * @param now wall time
     * @return the one that is kept now
     * @throws KeysUnreachable if it is not certain that it was kept
     */
    Kept addOrFind(Kept key, Instant now);

    /** @throws KeysUnreachable if it is not certain that it was kept */
    void done(String id);

    /** Lets the key be used anew. */
    void release(String id);

    /**
     * Forgets those that were kept before {@code instant}.
     *
     * @param instant wall time
     * @return about how many are left
     * @throws KeysUnreachable if they can't be asked or written
     */
    long expire(Instant instant);
}
