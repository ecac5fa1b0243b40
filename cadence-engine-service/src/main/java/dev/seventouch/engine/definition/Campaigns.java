package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.events.library.LibraryItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A directory of campaigns as code: {@code *.yaml} are cadences, {@code library/*.md} are library items.
 *
 * @param warnings of what cadences name that is not in the directory, each with file, line and column
 */
public record Campaigns(List<CadenceFile> cadences, List<LibraryItem> items, List<String> warnings) {

    public record CadenceFile(String id, String yaml) {}

    /** Something in the directory can't be read: one line for each mistake, with file, line and column. */
    public static final class Broken extends RuntimeException {
        Broken(List<String> lines) {
            super(String.join(System.lineSeparator(), lines), null, false, false);
        }
    }

    /** @throws Broken naming all that is wrong in all files, and between them */
    public static Campaigns in(Path directory) {
        List<String> wrong = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<CadenceFile> cadences = cadences(directory, wrong, warnings);
        List<LibraryItem> items = items(directory.resolve("library"), wrong);
        if (!wrong.isEmpty()) {
            throw new Broken(wrong);
        }
        return new Campaigns(cadences, items, warnings);
    }

    /** The name of a file without its ending, if it has one: no id has a dot. */
    static String idOf(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    private static List<CadenceFile> cadences(Path directory, List<String> wrong, List<String> warnings) {
        Set<String> templates = NamedTemplates.in(directory);
        Set<String> framing = NamedTemplates.framingIn(directory);
        Map<String, String> texts = texts(directory, ".yaml", wrong);
        Map<String, List<Problem>> crossings = Crossings.of(texts);
        List<CadenceFile> cadences = new ArrayList<>();
        texts.forEach((file, yaml) -> {
            List<Problem> problems = new ArrayList<>(crossings.getOrDefault(file, List.of()));
            switch (CadenceReader.read(yaml, 1)) {
                case Reading.Read<Cadence>(var cadence) -> {
                    cadences.add(new CadenceFile(cadence.ref().id(), yaml));
                    problems.addAll(NamedTemplates.withoutItem(yaml, framing));
                    NamedTemplates.unknown(yaml, templates)
                            .forEach(missing -> warnings.add(directory.resolve(file) + ": " + missing));
                }
                case Reading.Broken<Cadence>(var own) -> problems.addAll(own);
            }
            problems.stream()
                    .sorted(Problem.AS_IN_THE_TEXT)
                    .forEach(problem -> wrong.add(directory.resolve(file) + ": " + problem));
        });
        return cadences;
    }

    private static List<LibraryItem> items(Path directory, List<String> wrong) {
        List<LibraryItem> items = new ArrayList<>();
        texts(directory, ".md", wrong).forEach((file, text) -> {
            switch (LibraryReader.read(idOf(file), text)) {
                case Reading.Read<LibraryItem>(var item) -> items.add(item);
                case Reading.Broken<LibraryItem>(var problems) ->
                    problems.forEach(problem -> wrong.add(directory.resolve(file) + ": " + problem));
            }
        });
        return items;
    }

    /** By the name of the file, in the order of the names. */
    private static Map<String, String> texts(Path directory, String ending, List<String> wrong) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : files(directory, ending)) {
            try {
                texts.put(file.getFileName().toString(), Files.readString(file));
            } catch (CharacterCodingException _) {
                wrong.add(file + ": this is not UTF-8 text");
            } catch (IOException e) {
                throw new UncheckedIOException(file + " can't be read", e);
            }
        }
        return texts;
    }

    /**
     * The files of {@code directory}, not of those in it, by name; none if it is not there.
     *
     * @throws UncheckedIOException if it can't be read
     */
    public static List<Path> files(Path directory, String ending) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " can't be read", e);
        }
    }
}
