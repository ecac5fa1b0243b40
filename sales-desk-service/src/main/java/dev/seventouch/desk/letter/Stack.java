package dev.seventouch.desk.letter;

import java.util.List;

/** A batch with all that is in it. */
public record Stack(Batch batch, List<Letter> items) {}
