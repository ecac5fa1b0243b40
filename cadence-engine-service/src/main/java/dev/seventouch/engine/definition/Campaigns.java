package dev.seventouch.engine.definition;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.events.library.LibraryItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A directory of campaigns as code: {@code *.yaml} are cadences, {@code library/*.md} are library items. */
public record Campaigns(List<CadenceFile> cadences, List<LibraryItem> items) {

    public record CadenceFile(String id, String yaml) {}

    /** Something in the directory can't be read: one line for each mistake, with file, line and column. */
    public static final class Broken extends RuntimeException {
        Broken(List<String> lines) {
            super(String.join(System.lineSeparator(), lines), null, false, false);
        }
    }

    /** @throws Broken naming all that is wrong in all files */
    public static Campaigns in(Path directory) {
        List<String> wrong = new ArrayList<>();
        List<CadenceFile> cadences = new ArrayList<>();
        for (Path file : files(directory, ".yaml")) {
            String yaml = text(file);
            switch (CadenceReader.read(yaml, 1)) {
                case Reading.Read<Cadence>(var cadence) ->
                    cadences.add(new CadenceFile(cadence.ref().id(), yaml));
                case Reading.Broken<Cadence>(var problems) ->
                    problems.forEach(problem -> wrong.add(file + ": " + problem));
            }
        }
        List<LibraryItem> items = new ArrayList<>();
        for (Path file : files(directory.resolve("library"), ".md")) {
            String name = file.getFileName().toString();
            switch (LibraryReader.read(name.substring(0, name.length() - ".md".length()), text(file))) {
                case Reading.Read<LibraryItem>(var item) -> items.add(item);
                case Reading.Broken<LibraryItem>(var problems) ->
                    problems.forEach(problem -> wrong.add(file + ": " + problem));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Broken(wrong);
        }
        return new Campaigns(cadences, items);
    }

    private static List<Path> files(Path directory, String ending) {
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

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read as UTF-8 text", e);
        }
    }
}
