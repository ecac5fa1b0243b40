package dev.seventouch.engine.cadence;

/** From what on a step comes. */
public sealed interface After {
    /** At once. */
    After NOTHING = new Previous(Delay.NONE);

    /** Counted from when the touch before was planned. */
    record Previous(Delay delay) implements After {}

    /** Counted from the start of the enrollment. */
    record Start(Delay delay) implements After {}

    /**
     * Counted from the start of the enrollment, as a share of the usual length of a sale.
     *
     * @param percent 0 and more
     */
    record Cycle(int percent) implements After {}
}
