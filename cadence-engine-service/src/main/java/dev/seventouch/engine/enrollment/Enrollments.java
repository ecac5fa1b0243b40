package dev.seventouch.engine.enrollment;

import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.events.lead.LeadId;
import java.net.URI;
import java.util.List;

/**
 * Where leads stand. Each instance of the engine knows its own share of the leads, and who knows the others.
 *
 * <p>All methods throw {@link NotYet} while the engine is starting or its partitions are moving.
 */
public interface Enrollments {

    Found find(LeadId lead);

    /** How many leads of this instance wait at each place of each version of a cadence. */
    List<Waiting> waiting(String cadence);

    /** Some leads of this instance that are on a cadence. */
    List<Enrollment.Active> some(String cadence, int most);

    /** Where the other instances answer. */
    List<URI> others();

    sealed interface Found {

        record Here(Enrollment enrollment) implements Found {}

        record Nobody() implements Found {}

        /** Another instance knows it. */
        record Elsewhere(URI instance) implements Found {}
    }

    /** @param step the key of the place at which so many wait */
    record Waiting(CadenceRef cadence, String step, long leads) {}
}
