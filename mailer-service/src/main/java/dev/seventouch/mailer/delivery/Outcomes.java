package dev.seventouch.mailer.delivery;

import dev.seventouch.events.outcome.TouchOutcome;
import java.util.List;

/** Where outcomes are told. */
public interface Outcomes {

    /** Tells all of them; what it returned from is kept. */
    void tell(List<TouchOutcome> outcomes);
}
