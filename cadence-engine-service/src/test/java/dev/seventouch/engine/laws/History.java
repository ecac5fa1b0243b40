package dev.seventouch.engine.laws;

import java.util.List;

/** What happens to one lead, and the world it happens in. */
record History(World world, List<Happening> happenings) {
    History {
        happenings = List.copyOf(happenings);
    }

    History with(List<Happening> happenings) {
        return new History(world, happenings);
    }

    History in(World world) {
        return new History(world, happenings);
    }
}
