package dev.seventouch.mailer.delivery;

import dev.seventouch.events.touch.TouchId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What this process is busy with, over all its lanes, and what it has done but could not write down yet: a store that
 * goes away between hand-over and record must not lead to a second hand-over when the batch comes again.
 */
public final class InFlight {

    private final Set<TouchId> busy = ConcurrentHashMap.newKeySet();
    private final Map<TouchId, Claim> unrecorded = new ConcurrentHashMap<>();

    /** Marks all that nobody else here is busy with, and returns them. */
    Set<TouchId> board(Collection<TouchId> touches) {
        Set<TouchId> boarded = new HashSet<>();
        for (TouchId touch : touches) {
            if (busy.add(touch)) {
                boarded.add(touch);
            }
        }
        return boarded;
    }

    void leave(Collection<TouchId> touches) {
        busy.removeAll(touches);
    }

    void remember(Claim done) {
        unrecorded.put(done.id(), done);
    }

    @Nullable Claim remembered(TouchId touch) {
        return unrecorded.get(touch);
    }

    void recorded(Collection<Claim> done) {
        done.forEach(claim -> unrecorded.remove(claim.id()));
    }
}
