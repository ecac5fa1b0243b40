package dev.seventouch.engine.dryrun;

import java.time.Period;

/** How a dry run is played where nothing else is said. */
public final class Usual {
    public static final Period LENGTH = Period.ofYears(1);

    /** That a person has for tasks on a day. */
    public static final int MINUTES = 240;

    /** Where phone numbers without a country code are dialled; as intake has it unless it is told otherwise. */
    public static final String REGION = "DE";

    private Usual() {}
}
