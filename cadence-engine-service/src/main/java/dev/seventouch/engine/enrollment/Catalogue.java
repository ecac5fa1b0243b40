package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Library;
import java.util.Optional;

/** What is published. */
public interface Catalogue {

    /** A version, old or new; nothing if it has not been seen here yet. */
    Optional<Cadence> cadence(CadenceRef ref);

    /** The newest version of the cadence that takes leads from {@code source}. */
    Optional<Cadence> taking(String source);

    /** The newest version of a cadence. */
    Optional<Cadence> newest(String id);

    /** By which version an enrollment on {@code ref} goes on: a later one that was published to migrate, or the same. */
    CadenceRef inForce(CadenceRef ref);

    Library library();
}
