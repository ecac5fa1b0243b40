package dev.seventouch.intake.imports;

/** What stands in front of whoever comes now: leads that the engine has not read, and first touches that the mailer has not. */
@FunctionalInterface
public interface Ahead {

    /** About how many; none where it can't be told. */
    long waiting();
}
