package dev.seventouch.engine.laws;

import dev.seventouch.engine.cadence.Cadence;
import dev.seventouch.engine.cadence.CadenceRef;
import dev.seventouch.engine.cadence.Library;
import dev.seventouch.engine.enrollment.Catalogue;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is published, but one thing in each plan is read as another. */
record OtherPlans(Shelf shelf, UnaryOperator<Cadence> misread) implements Catalogue {

    @Override
    public Optional<Cadence> cadence(CadenceRef ref) {
        return shelf.cadence(ref).map(misread);
    }

    @Override
    public Optional<Cadence> taking(String source) {
        return shelf.taking(source).map(misread);
    }

    @Override
    public Optional<Cadence> newest(String id) {
        return shelf.newest(id).map(misread);
    }

    @Override
    public CadenceRef inForce(CadenceRef ref) {
        return shelf.inForce(ref);
    }

    @Override
    public Library library() {
        return shelf.library();
    }
}
