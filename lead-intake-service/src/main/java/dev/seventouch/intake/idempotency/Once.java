package dev.seventouch.intake.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.intake.body.Fingerprint;
import dev.seventouch.service.clock.HouseClock;
import dev.seventouch.service.web.BadRequest;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a request that is sent again, under the same {@code Idempotency-Key}, as it was answered the first time. */
public final class Once {
    public static final String HEADER = "Idempotency-Key";

    private static final Logger log = LoggerFactory.getLogger(Once.class);

    /** Visible ASCII; the draft's quotes around it may be left out. */
    private static final Pattern KEY = Pattern.compile("[!-~&&[^\"\\\\]]{1,200}");

    private final Keys keys;
    private final KeyExpiry expiry;
    private final HouseClock clock;

    public Once(Keys keys, KeyExpiry expiry, HouseClock clock) {
        this.keys = keys;
        this.expiry = expiry;
        this.clock = clock;
    }

    /** Carries a request out. */
    @FunctionalInterface
    public interface Request<T> {
        /**
         * @param at the instant as of which it is carried out
         * @param isDone whether that was done before: nothing is to be said any more, only to be answered
         * @throws BadRequest if it is refused; nothing is kept then
         */
        T carryOut(Instant at, boolean isDone);
    }

    /**
     * Carries {@code request} out, once under each key. A request that broke off is carried out again, as of the instant of
     * its first time, so what it says is the same.
     *
     * @param key as sent; null if the sender doesn't mind
     * @param target what it is sent for: the same key for another target is another key
     * @throws BadRequest if the key can't be one, or the request is refused; its key may be used again then
     * @throws KeyReused if the key came with another body
     * @throws TooManyKeys if there is no room for another key
     * @throws KeysUnreachable if it can't be told whether the key came before
     */
    public <T> T under(@Nullable String key, String target, byte[] body, Request<T> request) {
        Instant now = clock.instant();
        if (key == null) {
            return request.carryOut(now, false);
        }
        String id = Fingerprint.of((target + "\n" + bare(key)).getBytes(UTF_8));
        String print = Fingerprint.of(body);
        Keys.Kept kept = kept(id, print, now);
        if (!kept.body().equals(print)) {
            throw new KeyReused();
        }
        return carryOut(kept, request);
    }

    /**
     * Carries {@code request} out, once for each entry: another body is another entry, also under the same id. If it can't be
     * told whether the entry came before, it is carried out: twice is less bad than not at all.
     *
     * @param entry of the sender's making, whatever it looks like; null if the sender doesn't mind
     * @param target what it is sent for
     * @throws BadRequest if the request is refused; the entry may come again then
     */
    public <T> T entry(@Nullable String entry, String target, byte[] body, Request<T> request) {
        Instant now = clock.instant();
        if (entry == null) {
            return request.carryOut(now, false);
        }
        String print = Fingerprint.of(body);
        String id = Fingerprint.of((target + "\n" + print + "\n" + entry).getBytes(UTF_8));
        Keys.Kept kept;
        try {
            kept = kept(id, print, now);
        } catch (KeysUnreachable | TooManyKeys e) {
            log.warn("an entry is taken in without a look whether it came before: {}", e.getMessage());
            return request.carryOut(now, false);
        }
        return carryOut(kept, request);
    }

    private Keys.Kept kept(String id, String print, Instant now) {
        expiry.requireRoom();
        return keys.addOrFind(new Keys.Kept(id, print, now, false), clock.wall().instant());
    }

    private <T> T carryOut(Keys.Kept kept, Request<T> request) {
        try {
            T answer = request.carryOut(kept.at(), kept.done());
            if (!kept.done()) {
                settle(kept.id());
            }
            return answer;
        } catch (BadRequest refused) {
            release(kept.id());
            throw refused;
        }
    }

    /** What was carried out is kept whether or not this is noted; sent again, it would say the same again. */
    private void settle(String id) {
        try {
            keys.done(id);
        } catch (KeysUnreachable e) {
            log.warn("that a request was carried out can't be noted: {}", e.getMessage());
        }
    }

    /** Why it was refused matters more to the sender than that its key can't be used anew. */
    private void release(String id) {
        try {
            keys.release(id);
        } catch (KeysUnreachable e) {
            log.warn("the key of a refused request can't be released: {}", e.getMessage());
        }
    }

    private static String bare(String key) {
        String bare = key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")
                ? key.substring(1, key.length() - 1)
                : key;
        if (!KEY.matcher(bare).matches()) {
            throw new BadRequest(HEADER, "must be 1 to 200 visible characters of ASCII, such as a UUID");
        }
        return bare;
    }
}
