package dev.seventouch.intake.lead;

/** What a piece of text turned out to be. */
sealed interface Reading<T> {

    record Good<T>(T value) implements Reading<T> {}

    /** @param why and the cure, never the text itself */
    record Bad<T>(String why) implements Reading<T> {}
}
