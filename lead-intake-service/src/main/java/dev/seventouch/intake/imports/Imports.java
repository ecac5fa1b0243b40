package dev.seventouch.intake.imports;

import java.util.List;
import java.util.Optional;

/** Where imports and their progress are kept. */
public interface Imports {

    /**
     * Keeps a new import, unless there is one with its id.
     *
     * @param instance who has its file, and works it off
     * @return the one that is kept now
     * @throws ImportsUnreachable if it is not certain that it was kept
     */
    Import addOrFind(Import ordered, String instance);

    /**
     * Keeps how far an import has come.
     *
     * @return whether it is to go on: nobody has stopped it
     * @throws ImportsUnreachable if it is not certain that it was kept
     */
    boolean save(Import changed);

    /**
     * Stops an import, or lets it go on.
     *
     * @throws ImportsUnreachable if it is not certain that it was kept
     */
    void stop(String id, boolean stopped);

    /** @throws ImportsUnreachable if it can't be asked */
    Optional<Import> find(String id);

    /**
     * Those that were received last, newest first.
     *
     * @throws ImportsUnreachable if it can't be asked
     */
    List<Import> newest(int most);

    /**
     * Those that {@code instance} has not finished and nobody has stopped, oldest first.
     *
     * @throws ImportsUnreachable if it can't be asked
     */
    List<Import> unfinished(String instance);
}
