package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.events.lead.Lead;
import dev.seventouch.events.library.LibraryItem;
import java.time.Instant;
import java.util.List;

/**
 * What a history happens in.
 *
 * @param editions what is published, in this order
 * @param atFirst how many of the editions are published before anything happens
 * @param items what the library holds, in the order in which it was added
 * @param inStock how many of the items are there before anything happens
 * @param facts what captures tell of the lead: the first capture tells the first of these, and so on
 * @param start when the history begins
 */
record World(
        List<Edition> editions, int atFirst, List<LibraryItem> items, int inStock, List<Lead> facts, Instant start) {

    World {
        editions = List.copyOf(editions);
        items = List.copyOf(items);
        facts = List.copyOf(facts);
    }

    /** @param migrates whether those who are enrolled go on by it */
    record Edition(Cadence cadence, boolean migrates) {}

    /** What captures tell the {@code index}th time; what was told comes round again. */
    Lead told(int index) {
        return facts.get(Math.floorMod(index, facts.size()));
    }
}
