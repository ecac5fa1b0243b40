package dev.seventouch.intake.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The forms that are declared, by their ids. */
public final class FormCatalogue {
    private static final Logger log = LoggerFactory.getLogger(FormCatalogue.class);

    private final Map<String, Form> forms;

    private FormCatalogue(Map<String, Form> forms) {
        this.forms = Map.copyOf(forms);
    }

    /**
     * The forms declared in the files of a directory; none if there is no such directory.
     *
     * @throws BrokenForm naming the file and what is wrong with it
     */
    public static FormCatalogue in(Path directory) {
        Map<String, Form> forms = new TreeMap<>();
        for (Path file : filesIn(directory)) {
            Form form = FormFile.read(file);
            if (forms.putIfAbsent(form.id(), form) != null) {
                throw new BrokenForm(file, "id: another file declares \"" + form.id() + "\" as well");
            }
        }
        if (forms.isEmpty()) {
            log.warn("no forms are declared in {}; every post to /forms/… gets 404", directory.toAbsolutePath());
        } else {
            log.info("forms: {}", String.join(", ", forms.keySet()));
        }
        return new FormCatalogue(forms);
    }

    private static List<Path> filesIn(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Form> find(String id) {
        return Optional.ofNullable(forms.get(id));
    }
}
