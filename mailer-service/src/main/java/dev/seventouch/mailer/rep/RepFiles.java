package dev.seventouch.mailer.rep;

import dev.seventouch.mailer.template.Voice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a directory, one a rep. One that is wrong is left out, and all that is wrong with it is told; the others hold. */
public final class RepFiles {

    private static final Logger log = LoggerFactory.getLogger(RepFiles.class);
    private static final String ENDING = ".yaml";

    private RepFiles() {}

    /** @return by the reps' email addresses, in lower case; empty if there is no such directory */
    public static Map<String, Voice> read(Path directory) {
        Map<String, Voice> voices = new HashMap<>();
        if (!Files.isDirectory(directory)) {
            return voices;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(one -> one.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                read(file, voices);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the reps in " + directory.toAbsolutePath() + " can't be listed", e);
        }
        log.info("{} reps have a voice of their own", voices.size());
        return voices;
    }

    private static void read(Path file, Map<String, Voice> voices) throws IOException {
        switch (RepReader.read(Files.readString(file))) {
            case RepReader.Reading.Good(var email, var voice) -> {
                if (voices.putIfAbsent(email, voice) != null) {
                    log.error("{} is left out: another file before it is of the same rep, by \"email\"", file);
                }
            }
            case RepReader.Reading.Broken(var problems) -> log.error("{} is left out: {}", file, List.copyOf(problems));
        }
    }
}
