package dev.seventouch.desk.deadletter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was replayed, by whom. Each record's replay is kept for longer than its dead letters. */
public interface Replays {

    /** By origin. */
    Map<String, Replay> of(Collection<String> origins);

    /**
     * Keeps those of whose record there is none yet; of two at the same time, one.
     *
     * @return the origins of those that are kept now
     */
    Set<String> claim(List<Replay> replays);

    /** Puts one in the place of another that is in doubt. @return false if that is not there as it was any more */
    boolean claimAgain(Replay doubtful, Replay again);

    /** These have been acknowledged. */
    void confirm(Collection<String> origins);

    /** These were never sent. */
    void release(Collection<String> origins);
}
