package dev.seventouch.engine.cadence;

/**
 * One version of a plan. Versions never change.
 *
 * @param version counts from 1
 */
public record CadenceRef(String id, int version) {

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
