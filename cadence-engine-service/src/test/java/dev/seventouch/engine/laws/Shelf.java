package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.enrollment.Catalogue;
import dev.seventouch.engine.laws.World.Edition;
import java.util.Optional;

/**
 * What is published of a world by now.
 *
 * @param published how many of the world's editions
 * @param stocked how many of its items
 * @param lost whether plans are not known here for the time being
 */
record Shelf(World world, int published, Library library, int stocked, boolean lost) implements Catalogue {

    static Shelf atFirst(World world) {
        return new Shelf(world, world.atFirst(), stock(world, world.inStock()), world.inStock(), false);
    }

    private static Library stock(World world, int items) {
        return new Library(world.items().subList(0, items));
    }

    boolean hasMore() {
        return published < world.editions().size();
    }

    Edition nextEdition() {
        return world.editions().get(published);
    }

    Shelf withNextEdition() {
        return new Shelf(world, published + 1, library, stocked, lost);
    }

    Shelf restocked() {
        int all = world.items().size();
        return new Shelf(world, published, stock(world, all), all, lost);
    }

    Shelf lost(boolean lost) {
        return new Shelf(world, published, library, stocked, lost);
    }

    @Override
    public Optional<Cadence> cadence(CadenceRef ref) {
        if (!lost) {
            for (int i = 0; i < published; i++) {
                Cadence cadence = world.editions().get(i).cadence();
                if (cadence.ref().version() == ref.version()
                        && cadence.ref().id().equals(ref.id())) {
                    return Optional.of(cadence);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Cadence> taking(String source) {
        Cadence otherwise = null;
        for (int i = published - 1; i >= 0 && !lost; i--) {
            Cadence cadence = world.editions().get(i).cadence();
            if (isNewest(i) && cadence.entry().audience().names(source)) {
                return Optional.of(cadence);
            }
            if (isNewest(i) && cadence.entry().audience().otherwise()) {
                otherwise = cadence;
            }
        }
        return Optional.ofNullable(otherwise);
    }

    private boolean isNewest(int edition) {
        String id = world.editions().get(edition).cadence().ref().id();
        for (int i = edition + 1; i < published; i++) {
            if (world.editions().get(i).cadence().ref().id().equals(id)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<Cadence> newest(String id) {
        for (int i = published - 1; i >= 0 && !lost; i--) {
            Cadence cadence = world.editions().get(i).cadence();
            if (cadence.ref().id().equals(id)) {
                return Optional.of(cadence);
            }
        }
        return Optional.empty();
    }

    @Override
    public CadenceRef inForce(CadenceRef ref) {
        for (int i = published - 1; i >= 0 && !lost; i--) {
            Edition edition = world.editions().get(i);
            CadenceRef later = edition.cadence().ref();
            if (edition.migrates()
                    && later.version() > ref.version()
                    && later.id().equals(ref.id())) {
                return later;
            }
        }
        return ref;
    }
}
