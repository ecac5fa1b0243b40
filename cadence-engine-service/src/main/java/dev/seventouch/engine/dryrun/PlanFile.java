package dev.seventouch.engine.dryrun;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.definition.CadenceReader;
import dev.seventouch.engine.definition.Campaigns;
import dev.seventouch.engine.definition.LibraryReader;
import dev.seventouch.engine.definition.NamedTemplates;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.engine.definition.Reading;
import dev.seventouch.engine.simulation.World;
import dev.seventouch.events.cadence.CadenceEvent;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A plan from a file, in the midst of what else is in its directory: other cadences, to which leads may go on, and the library.
 *
 * @param published what else is in the directory
 * @param notes what is of no use in it: files of the directory that hold no cadence that can be read, with what is wrong with each
 *     first, and templates that are not there
 */
public record PlanFile(World world, Published published, List<String> notes) {
    private static final String ITEM = ".md";

    /** @throws Refused if the plan or an item of the library can't be read, naming all that is wrong */
    public static PlanFile read(Path file, Path directory) {
        String text = Texts.of(file);
        Cadence tried = Texts.read(file, CadenceReader.read(text, 1));
        Published published = new Published();
        List<String> notes = new ArrayList<>();
        NamedTemplates.unknown(text, listed(() -> NamedTemplates.in(directory)))
                .forEach(missing -> notes.add(file + ": " + missing));
        NamedTemplates.withoutItem(text, listed(() -> NamedTemplates.framingIn(directory)))
                .forEach(wrong -> notes.add(file + ": " + wrong));
        for (Path other : files(directory, ".yaml")) {
            String yaml = Texts.of(other);
            switch (CadenceReader.read(yaml, 1)) {
                case Reading.Read<Cadence>(var cadence) ->
                    published.add(new CadenceEvent.Published(cadence.ref().id(), 1, yaml, null, Instant.EPOCH));
                case Reading.Broken<Cadence>(var problems) ->
                    notes.add("passed over, not a cadence: " + other + ": " + problems.getFirst());
            }
        }
        for (Path item : files(directory.resolve("library"), ITEM)) {
            String name = item.getFileName().toString();
            String id = name.substring(0, name.length() - ITEM.length());
            published.add(Texts.read(item, LibraryReader.read(id, Texts.of(item))));
        }
        return new PlanFile(new World(published, tried), published, notes);
    }

    public Cadence tried() {
        return world.tried();
    }

    /** The keys of all places to which a lead may come, here or where it goes on. */
    public Set<String> keys() {
        return world.keys(published.newest());
    }

    private static List<Path> files(Path directory, String ending) {
        return listed(() -> Campaigns.files(directory, ending));
    }

    private static <T> T listed(Supplier<T> files) {
        try {
            return files.get();
        } catch (UncheckedIOException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }
}
