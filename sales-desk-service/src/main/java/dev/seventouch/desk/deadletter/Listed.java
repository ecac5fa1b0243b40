package dev.seventouch.desk.deadletter;

import org.jspecify.annotations.Nullable;

/** @param replay null if nobody has replayed it */
public record Listed(
        DeadLetter letter, Standing standing, @Nullable Replay replay) {}
