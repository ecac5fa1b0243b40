package dev.seventouch.intake.erasure;

import java.util.Set;

/** Who keeps what the topic of leads says: each reads on only when it has done what it read. */
public interface LeadsReaders {

    Set<String> all();

    /**
     * Those that have done what is at {@code position} and before; nobody, if that can't be found out now.
     *
     * @param position on the log, as {@code topic-partition-offset}
     */
    Set<String> past(String position);
}
