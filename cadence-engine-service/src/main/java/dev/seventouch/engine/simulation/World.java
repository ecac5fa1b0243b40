package dev.seventouch.engine.simulation;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.cadence.Phase;
import dev.seventouch.engine.cadence.Season;
import dev.seventouch.engine.cadence.Step;
import dev.seventouch.engine.enrollment.Catalogue;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is published, as if the cadence that is tried were published too. It takes all leads but those whose source another one
 * names.
 */
public record World(Catalogue published, Cadence tried) implements Catalogue {

    /** A world in which nothing else is published. */
    public static World of(Cadence only, Library library) {
        return new World(new Bare(library), only);
    }

    @Override
    public Optional<Cadence> cadence(CadenceRef ref) {
        return ref.equals(tried.ref()) ? Optional.of(tried) : published.cadence(ref);
    }

    @Override
    public Optional<Cadence> taking(String source) {
        return tried.entry().audience().names(source)
                ? Optional.of(tried)
                : published
                        .taking(source)
                        .filter(other -> other.entry().audience().names(source))
                        .filter(other -> !isTried(other.ref().id()))
                        .or(() -> Optional.of(tried));
    }

    @Override
    public Optional<Cadence> newest(String id) {
        return isTried(id) ? Optional.of(tried) : published.newest(id);
    }

    @Override
    public CadenceRef inForce(CadenceRef ref) {
        return isTried(ref.id()) ? ref : published.inForce(ref);
    }

    @Override
    public Library library() {
        return published.library();
    }

    /**
     * The keys of all places to which a lead may come, here or where it goes on.
     *
     * @param others what else is published
     */
    public Set<String> keys(Stream<Cadence> others) {
        return Stream.concat(Stream.of(tried), others)
                .flatMap(cadence -> Stream.of(
                                cadence.steps().stream().map(Step::key),
                                cadence.phases().stream().map(Phase::key),
                                cadence.seasons().stream().map(Season::key))
                        .flatMap(keys -> keys))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isTried(String id) {
        return id.equals(tried.ref().id());
    }

    private record Bare(Library library) implements Catalogue {
        @Override
        public Optional<Cadence> cadence(CadenceRef ref) {
            return Optional.empty();
        }

        @Override
        public Optional<Cadence> taking(String source) {
            return Optional.empty();
        }

        @Override
        public Optional<Cadence> newest(String id) {
            return Optional.empty();
        }

        @Override
        public CadenceRef inForce(CadenceRef ref) {
            return ref;
        }
    }
}
