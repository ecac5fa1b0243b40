package dev.seventouch.engine.enrollment;

import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** A set that never changes, in the order in which it was filled; unlike a copy of a copy it is made once. */
final class Kept<T> extends AbstractSet<T> {
    private static final Kept<?> NONE = new Kept<>(new LinkedHashSet<>());

    private final LinkedHashSet<T> values;

    private Kept(LinkedHashSet<T> values) {
        this.values = values;
    }

    static <T> Set<T> of(Set<T> values) {
        if (values instanceof Kept) {
            return values;
        }
        return values.isEmpty() ? none() : new Kept<>(new LinkedHashSet<>(values));
    }

    @SuppressWarnings("unchecked") // nothing is in it
    private static <T> Set<T> none() {
        return (Set<T>) NONE;
    }

    /** {@code values} and one more. */
    static <T> Set<T> of(Set<T> values, T more) {
        if (values.contains(more)) {
            return of(values);
        }
        LinkedHashSet<T> all = LinkedHashSet.newLinkedHashSet(values.size() + 1);
        all.addAll(values);
        all.add(more);
        return new Kept<>(all);
    }

    /** {@code values} and one more, of which the latest {@code most} are kept. */
    static <T> Set<T> latest(Set<T> values, T more, int most) {
        LinkedHashSet<T> all = new LinkedHashSet<>(values);
        all.add(more);
        while (all.size() > most) {
            all.removeFirst();
        }
        return new Kept<>(all);
    }

    @Override
    public boolean contains(Object value) {
        return values.contains(value);
    }

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public Iterator<T> iterator() {
        Iterator<T> each = values.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public T next() {
                return each.next();
            }
        };
    }
}
