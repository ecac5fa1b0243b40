package dev.seventouch.intake.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The forms that are declared, by their ids: in files, and as published, which goes before. */
public final class FormCatalogue {
    private static final Logger log = LoggerFactory.getLogger(FormCatalogue.class);

    private final boolean challenges;
    private final Map<String, Declared> inFiles = new TreeMap<>();
    private volatile Map<String, Declared> all = Map.of();

    private FormCatalogue(boolean challenges) {
        this.challenges = challenges;
    }

    /**
     * A form as it was declared.
     *
     * @param source as its author wrote it
     * @param published by the API; else it is in a file
     */
    record Declared(Form form, String source, boolean published) {}

    /**
     * The forms declared in the files of a directory; none if there is no such directory.
     *
     * @param challenges whether there is somebody who judges challenges
     * @throws BrokenForm naming the file and what is wrong with it
     */
    public static FormCatalogue in(Path directory, boolean challenges) {
        FormCatalogue forms = new FormCatalogue(challenges);
        for (Path file : filesIn(directory)) {
            String source = read(file);
            Form form = forms.checked(file.toString(), source);
            if (forms.inFiles.putIfAbsent(form.id(), new Declared(form, source, false)) != null) {
                throw new BrokenForm(file.toString(), "id", "another file declares \"" + form.id() + "\" as well");
            }
        }
        forms.all = Map.copyOf(forms.inFiles);
        if (forms.all.isEmpty()) {
            log.warn("no forms are declared in {}", directory.toAbsolutePath());
        } else {
            log.info("forms: {}", String.join(", ", forms.inFiles.keySet()));
        }
        return forms;
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

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The form that {@code source} declares.
     *
     * @throws BrokenForm naming what is wrong with it
     */
    Form checked(String where, String source) {
        Form form = FormFile.read(where, source);
        if (form.guard().challenge() != null && !challenges) {
            throw new BrokenForm(
                    where, "challenge", "needs somebody who judges it; set SEVENTOUCH_CHALLENGE_VERIFY and _SECRET");
        }
        return form;
    }

    /**
     * Learns that a form was published, as {@code source}. What this house can't use is left out.
     *
     * @param id under which it was published
     */
    public void learn(String id, String source) {
        try {
            Form form = checked("the form " + id + ", as published", source);
            if (form.id().equals(id)) {
                change(id, new Declared(form, source, true));
                log.info("form {} as published", id);
            }
        } catch (BrokenForm e) {
            log.error("{}; it is left out", e.getMessage());
        }
    }

    /** Learns that a form was withdrawn; if it is in a file, that is what counts again. */
    public void forget(String id) {
        Declared inFile = inFiles.get(id);
        change(id, inFile);
    }

    private synchronized void change(String id, @org.jspecify.annotations.Nullable Declared declared) {
        Map<String, Declared> changed = new TreeMap<>(all);
        if (declared == null) {
            changed.remove(id);
        } else {
            changed.put(id, declared);
        }
        all = Map.copyOf(changed);
    }

    Optional<Form> find(String id) {
        return declared(id).map(Declared::form);
    }

    Optional<Declared> declared(String id) {
        return Optional.ofNullable(all.get(id));
    }

    Collection<Declared> all() {
        return new TreeMap<>(all).values();
    }
}
