package dev.seventouch.desk.letter;

import java.util.Optional;
import java.util.stream.Stream;

/** What of a batch can be fetched: letters, cards and labels are printed on different paper. */
public enum Paper {
    LETTERS("letters.pdf"),
    CARDS("cards.pdf"),
    /** A4, 3 by 7. */
    LABELS_L7160("labels-l7160.pdf"),
    /** US letter, 3 by 10. */
    LABELS_AVERY5160("labels-avery5160.pdf"),
    MERGE_FILE("merge.csv");

    private final String fileName;

    Paper(String fileName) {
        this.fileName = fileName;
    }

    public String fileName() {
        return fileName;
    }

    public static Optional<Paper> named(String fileName) {
        return Stream.of(values())
                .filter(paper -> paper.fileName.equals(fileName))
                .findFirst();
    }
}
