package dev.seventouch.engine.dryrun;

import dev.seventouch.engine.definition.LeadReader;
import dev.seventouch.engine.definition.Reading;
import dev.seventouch.engine.definition.ScriptReader;
import dev.seventouch.engine.simulation.LeadFacts;
import dev.seventouch.engine.simulation.Script;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Files that go with a plan. */
public final class Texts {

    private Texts() {}

    /** @throws Refused if it can't be read as UTF-8 text */
    public static String of(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Refused(file + ": this is not UTF-8 text");
        } catch (IOException e) {
            throw new Refused(file + " can't be read");
        }
    }

    /** @throws Refused naming all that is wrong, with line and column */
    public static Script script(Path file, Set<String> steps) {
        return read(file, ScriptReader.read(of(file), steps));
    }

    /** @throws Refused naming all that is wrong, with line and column */
    public static LeadFacts lead(Path file, String region) {
        return read(file, LeadReader.read(of(file), region));
    }

    static <T> T read(Path file, Reading<T> reading) {
        return switch (reading) {
            case Reading.Read<T>(var read) -> read;
            case Reading.Broken<T>(var problems) ->
                throw new Refused(
                        problems.stream().map(problem -> file + ": " + problem).toList());
        };
    }
}
