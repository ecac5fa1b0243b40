package dev.seventouch.intake.mailbox;

import dev.seventouch.service.link.TouchMarks;
import dev.seventouch.service.link.TouchMarks.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The mails in {@code src/test/resources/mails}, as if they came back for one touch. */
public final class Mails {
    private static final Path FOLDER = Path.of("src", "test", "resources", "mails");

    private Mails() {}

    public static String of(String name, TouchMarks marks, Mark mark) {
        try {
            String forged = new TouchMarks(List.of("the key of somebody else"))
                    .of(mark.lead(), mark.touch())
                    .orElseThrow();
            return Files.readString(FOLDER.resolve(name + ".eml"), StandardCharsets.UTF_8)
                    .replace("{MARK}", marks.of(mark.lead(), mark.touch()).orElseThrow())
                    .replace("{FORGED}", forged)
                    .replace("{TOUCH}", mark.touch().value())
                    .replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
