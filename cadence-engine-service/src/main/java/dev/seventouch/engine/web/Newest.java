package dev.seventouch.engine.web;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.definition.Published;
import dev.seventouch.service.web.NotFound;

/** The version of a cadence that whoever names it by its id means. */
final class Newest {
    private Newest() {}

    /** @throws NotFound if there is no such cadence */
    static Cadence of(String id, Published published) {
        return published
                .newest(id)
                .orElseThrow(() -> new NotFound("There is no cadence \"" + id + "\"; there are "
                        + published.newest().map(cadence -> cadence.ref().id()).toList() + "."));
    }
}
